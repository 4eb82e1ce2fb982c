import type { NextFunction, Request, Response } from 'express';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { routesOf, type CurrentAccount, type Route } from '@buurtstem/platform-api';
import { startTestApp, type Answer, type TestApp } from '@buurtstem/platform-api/testing';
import { FoundDistrict } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import { ROLES, type ResidentId, type Role } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module';

/** Who stands before the door: what the session would say of them. */
export const ACTORS = [
  'visitor',
  'resident',
  ...ROLES,
  'administrator without second factor',
  'staff of East',
] as const;
export type Actor = (typeof ACTORS)[number];

/** What the door said. `open` means: past the door; what is behind it may still say no. */
export type Door = 'open' | 'sign in' | 'no' | 'second factor';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/**
 * The real application with its doors, where a header says who is asking. Signing in for each of a thousand knocks
 * would take minutes; that the session says the truth is proven where sessions are.
 */
export class DoorKeeper {
  private constructor(
    readonly test: TestApp,
    readonly routes: readonly Route[],
  ) {}

  static async start(): Promise<DoorKeeper> {
    const test = await startTestApp(
      [AppModule.forRoot({ hasDevTools: true })],
      {},
      {
        mount: (app: NestExpressApplication) => void app.use(whoStandsThere),
      },
    );
    for (const [slug, name] of [
      ['west', 'West'],
      ['oost', 'Oost'],
    ] as const) {
      await test.app.get(FoundDistrict).execute({
        slug,
        name,
        municipality: 'Voorbeeldstad',
        theme: 'west',
        neighbourhoods: [{ slug: 'molenwijk', name: 'Molenwijk' }],
        rules: DEFAULT_RULEBOOK,
      });
    }
    for (const actor of ACTORS) {
      await test.app.get(DataSource).query(
        `insert into account (id, email, email_canonical, display_name, created_at, last_seen_at)
         values ($1, $2, $2, $3, now(), now())`,
        [idOf(actor), `${actor.replaceAll(' ', '-')}@voorbeeld.example`, actor],
      );
    }
    const routes = routesOf(test.app).filter(({ path }) => !/^\/(dev|health)\//.test(path));
    return new DoorKeeper(test, routes);
  }

  close(): Promise<void> {
    return this.test.close();
  }

  /** Sends the emptiest request that gets as far as the door. */
  knock(
    route: Route,
    actor: Actor,
    body: unknown = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const isEmpty = Object.keys(body as object).length === 0;
    if (isForm(route)) body = new URLSearchParams(body as Record<string, string>).toString();
    const hasNoBody = route.method === 'GET' || (route.method === 'DELETE' && isEmpty);
    return this.test
      .browser()
      .send(route.method, addressOf(route), hasNoBody ? undefined : takesFile(route) ? 'x' : body, {
        'x-actor': actor,
        ...typeOf(route),
        ...headers,
      });
  }

  async doorOf(route: Route, actor: Actor): Promise<Door> {
    const { status, body, headers } = await this.knock(route, actor);
    if (status >= 500 && status !== 503)
      throw new Error(`${route.handler} broke for ${actor}: ${JSON.stringify(body)}`);
    const code = (body as { code?: string } | null)?.code ?? saidOnPage(headers);
    if (code === 'sign-in-first') return 'sign in';
    if (code === 'not-allowed') return 'no';
    if (code === 'second-factor-needed') return 'second factor';
    return 'open';
  }
}

/** Its body is a photo: there are no fields in it that could be asked for. */
export function takesPhoto(route: Route): boolean {
  return route.method === 'PUT' && /\/picture$|\/pictures\/:picture$/.test(route.path);
}

/** Whether the route takes a table instead of JSON. */
export function takesTable(route: Route): boolean {
  return route.method === 'PUT' && route.path.endsWith('/addresses');
}

export function takesFile(route: Route): boolean {
  return takesPhoto(route) || takesTable(route);
}

/** What is sent is refused before anybody asks who sends it, when it is not of this type. */
export function typeOf(route: Route): { readonly 'content-type'?: string } {
  if (takesPhoto(route)) return { 'content-type': 'image/jpeg' };
  if (isForm(route)) return { 'content-type': 'application/x-www-form-urlencoded' };
  return takesTable(route) ? { 'content-type': 'text/csv' } : {};
}

/** What a browser without scripts posts to; it stands beside the API, and answers with a page to go on to. */
export function isForm(route: Route): boolean {
  return route.path.startsWith('/formulier/');
}

/** The code of the refusal that the page after a form words. */
export function saidOnPage(headers: Headers): string | undefined {
  const page = headers.get('location');
  return page === null ? undefined : (new URL(page, 'http://page').searchParams.get('melding') ?? undefined);
}

export function addressOf(route: Route): string {
  return `${isForm(route) ? '/' : ''}${route.path}`
    .replace(':district', 'west')
    .replace(/:(number|round|batch|case|report)\b(?=.*)/g, (_, name: string) =>
      name === 'batch' && isLetters(route) ? NOBODY : '999',
    )
    .replace(':role', 'clerk')
    .replace(/:\w+/g, NOBODY);
}

function isLetters(route: Route): boolean {
  return route.path.includes('letter-batches');
}

function whoStandsThere(request: Request, _response: Response, next: NextFunction): void {
  const actor = ACTORS.find((one) => one === request.get('x-actor'));
  if (actor && actor !== 'visitor') request.user = accountOf(actor);
  next();
}

function accountOf(actor: Exclude<Actor, 'visitor'>): CurrentAccount {
  const heldRoles = rolesOf(actor);
  return {
    id: idOf(actor),
    email: `${actor.replaceAll(' ', '-')}@voorbeeld.example`,
    displayName: actor,
    householdPosition: 1,
    heldRoles,
    roles: actor === 'administrator without second factor' ? [] : heldRoles,
  };
}

function rolesOf(actor: Exclude<Actor, 'visitor'>): CurrentAccount['heldRoles'] {
  if (actor === 'resident') return [];
  if (actor === 'administrator without second factor') return [{ district: 'west', role: 'administrator' }];
  if (actor === 'staff of East') return ROLES.map((role) => ({ district: 'oost', role }));
  return [{ district: 'west', role: actor satisfies Role }];
}

export function idOf(actor: Actor): ResidentId {
  return `00000000-0000-4000-8000-0000000001${String(ACTORS.indexOf(actor)).padStart(2, '0')}` as ResidentId;
}
