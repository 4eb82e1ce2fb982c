import type { NextFunction, Request, Response } from 'express';
import { Doorway } from '@buurtstem/proposals-api';
import { West } from './west';

/** What the site's own pages say in these specs, to whom the doorway lets pass. */
export const SITES_OWN = 'a page of the site';

export const HIDDEN_FROM_SIGHT = [
  'a draft',
  'a withdrawn draft',
  'hidden',
  'hidden after it was closed',
  'not there',
] as const;

/** West with a plan to recruit for, and every kind of plan that nobody may see. */
export class RecruitingScene {
  private constructor(
    readonly west: West,
    /** The plan that everybody sees. */
    readonly plan: number,
    readonly outOfSight: Readonly<Record<(typeof HIDDEN_FROM_SIGHT)[number], number>>,
  ) {}

  static async open(title = 'Veilig oversteken bij de Sluisbrug', threshold = 3): Promise<RecruitingScene> {
    const west = await West.open(
      { threshold },
      { PUBLIC_URL: 'https://buurtstem.example' },
      {
        mount: (app) => {
          app.use(app.get(Doorway).handler());
          app.use((request: Request, response: Response, next: NextFunction) =>
            /^\/(api|health|dev)\//.test(request.path) ? next() : response.status(404).send(SITES_OWN),
          );
        },
      },
    );
    const plan = await west.proposal(title);
    await west.vote(plan, await west.residents(2));
    const outOfSight = Object.fromEntries(HIDDEN_FROM_SIGHT.map((kind) => [kind, 999]));
    for (const kind of HIDDEN_FROM_SIGHT.slice(0, 4))
      outOfSight[kind] = await west.proposal(`Onzichtbaar: ${kind}`);
    const change = (kind: string, sql: string) =>
      west.rows(`update proposal set ${sql} where number = $1`, [outOfSight[kind]]);
    await change('a draft', `state = 'draft', published_at = null`);
    await change('a withdrawn draft', `state = 'withdrawn', published_at = null`);
    await change('hidden', 'hidden = true');
    await change('hidden after it was closed', `hidden = true, state = 'closed'`);
    return new RecruitingScene(west, plan, outOfSight as RecruitingScene['outOfSight']);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<globalThis.Response> {
    // Else fetch asks not to be answered from any cache.
    return fetch(this.west.test.url + path, {
      redirect: 'manual',
      headers: { 'Cache-Control': 'max-age=0', ...headers },
    });
  }

  close(): Promise<void> {
    return this.west.close();
  }
}
