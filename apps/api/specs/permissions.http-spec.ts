import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOpenapiDocument } from '@buurtstem/contract/openapi';
import type { Route } from '@buurtstem/platform-api';
import { ACTORS, DoorKeeper, takesPhoto, takesTable, type Door } from './door-keeper';

const FILE = join(__dirname, '../../../docs/permissions.md');
const SIGNS: Readonly<Record<Door, string>> = {
  open: 'yes',
  'sign in': 'sign in',
  no: '–',
  'second factor': '2nd factor',
};

/** The stated exception (RFC 8058): a form, from any site. The spec of mail preferences knocks there. */
const ONE_CLICK = 'POST /unsubscriptions/:token';
const takesForm = ({ method, path }: Route) => `${method} ${path}` === ONE_CLICK;
const isUnsafe = ({ method }: Route) => method !== 'GET';

describe('the doors', () => {
  // Every route, knocked at by everybody: on a crowded machine longer than other specs.
  jest.setTimeout(180_000);
  let keeper: DoorKeeper;
  beforeAll(async () => (keeper = await DoorKeeper.start()));
  afterAll(() => keeper.close());

  it('S1: open to exactly whom docs/permissions.md says: every route, every role', async () => {
    const rows: string[] = [];
    for (const route of [...keeper.routes].sort(byPath)) {
      const doors: Door[] = [];
      for (const actor of ACTORS) doors.push(await keeper.doorOf(route, actor));
      rows.push(`| ${route.method} \`${route.path}\` | ${doors.map((door) => SIGNS[door]).join(' | ')} |`);
    }
    const seen = document(rows);
    if (process.env['WRITE_PERMISSIONS']) writeFileSync(FILE, seen);
    expect(readFileSync(FILE, 'utf8')).toBe(seen);
  });

  it('S1: closed by default: a visitor gets through to reading and signing in, and to nothing else', async () => {
    const open: string[] = [];
    for (const route of keeper.routes.filter(isUnsafe))
      if ((await keeper.doorOf(route, 'visitor')) === 'open') open.push(`${route.method} ${route.path}`);
    expect(open.sort()).toEqual([
      'DELETE /session',
      // Anybody may say that something is wrong.
      'POST /districts/:district/proposals/:number/reports',
      // The same as the API's, for a browser without scripts.
      'POST /formulier/inlogcode',
      'POST /formulier/inloggen',
      'POST /formulier/uitloggen',
      'POST /session',
      'POST /sign-in-requests',
      // Mail programs stop mail for its reader, who has the signed link.
      ONE_CLICK,
    ]);
  });

  it('S6: shut to every write that another site sends, but for the one that mail programs send', async () => {
    const elsewhere = keeper.routes.filter((route) => isUnsafe(route) && takesForm(route));
    expect(elsewhere.map(({ method, path }) => `${method} ${path}`)).toEqual([ONE_CLICK]);
    for (const route of keeper.routes.filter((one) => isUnsafe(one) && !takesForm(one))) {
      const foreign: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
      ];
      for (const headers of foreign) {
        const answer = await keeper.knock(route, 'administrator', {}, headers);
        expect([route.handler, answer.status, (answer.body as { code: string }).code]).toEqual([
          route.handler,
          403,
          'cross-site-request',
        ]);
      }
    }
  });

  it('S19: refuse what was not asked for, in every body', async () => {
    const contract = (await readOpenapiDocument()) as Contract;
    const withBody = keeper.routes.filter(
      (route) => hasBody(contract, route) && !takesTable(route) && !takesPhoto(route) && !takesForm(route),
    );
    expect(withBody.length).toBeGreaterThan(20);
    for (const route of withBody) {
      const answers = await Promise.all(
        ACTORS.map((actor) => keeper.knock(route, actor, { isAdministrator: true, id: 'mine' })),
      );
      const refused = answers.find(({ status }) => status === 400);
      const errors = (refused?.body as { errors?: { field: string }[] } | undefined)?.errors ?? [];
      expect([route.handler, errors.map(({ field }) => field)]).toEqual([
        route.handler,
        expect.arrayContaining(['isAdministrator']),
      ]);
      expect(answers.filter(({ status }) => status < 400)).toEqual([]);
    }
  });
});

interface Contract {
  readonly paths: Record<string, Record<string, { requestBody?: unknown }>>;
}

function hasBody({ paths }: Contract, route: Route): boolean {
  const described = paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
  return described?.requestBody !== undefined;
}

function byPath(one: Route, other: Route): number {
  return `${one.path} ${one.method}`.localeCompare(`${other.path} ${other.method}`, 'en');
}

function document(rows: readonly string[]): string {
  return `# Who may use which route

Written by \`WRITE_PERMISSIONS=1 npx jest -c jest.workspace.cjs permissions.http-spec\`, which knocks at every door as every
person, and compared with the doors in every test run: a route that is new, or opens to somebody else, shows up here in review.

\`yes\`: past the door, which does not mean that what is behind it says yes (whose proposal is it, is the round open). \`–\`: 403
\`not-allowed\`. \`sign in\`: 401. \`2nd factor\`: 403 until the second factor is confirmed in the session. The roles have confirmed
theirs. "Staff of East" holds every role in another district.

| route | ${ACTORS.join(' | ')} |
| --- |${ACTORS.map(() => ' --- |').join('')}
${rows.join('\n')}
`;
}
