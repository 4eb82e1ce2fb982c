import { Districts } from '@buurtstem/districts-api';
import type { CurrentAccount } from '@buurtstem/platform-api';
import { ReadProposal } from '@buurtstem/proposals-api';
import type { Refusal } from '@buurtstem/shared-domain';
import { Client } from 'pg';
import { West } from './west';

interface Shown {
  pictures: { url: string }[];
  picture: { url: string } | null;
  argumentCount: number;
}

describe('a proposal that is read', () => {
  let west: West;
  let number: number;
  beforeAll(async () => {
    west = await West.open();
    number = await west.proposal('Bankjes langs de gracht');
  });
  afterAll(() => west.close());

  const shown = async (): Promise<[Shown, Shown | undefined]> => {
    const one = await west.test.browser().get<Shown>(`/districts/west/proposals/${number}`);
    const list = await west.test.browser().get<{ items: Shown[] }>('/districts/west/proposals');
    return [one.body, list.body.items[0]];
  };

  it('shows the pictures that no moderator hides, and the first of them in lists', async () => {
    await west.rows(
      `insert into proposal_picture (district_id, proposal_id, position, path, alt, width, height)
       select district_id, id, place, 'photo-' || place, 'Een foto', 8, 6
       from proposal cross join generate_series(0, 2) place where number = $1`,
      [number],
    );
    const hide = (positions: string): Promise<unknown> =>
      west.rows(`update proposal_picture set hidden = position in (${positions})`);
    for (const [hidden, expected] of [
      ['-1', ['/media/photo-0', '/media/photo-1', '/media/photo-2']],
      ['0', ['/media/photo-1', '/media/photo-2']],
      ['0, 1', ['/media/photo-2']],
      ['0, 1, 2', []],
    ] as const) {
      await hide(hidden);
      const [one, listed] = await shown();
      expect(one.pictures.map(({ url }) => url)).toEqual(expected);
      expect([one.picture?.url, listed?.picture?.url]).toEqual([expected[0], expected[0]]);
    }
  });

  it('counts public arguments, and no replies', async () => {
    const argument = (id: number, parent: number | null, hidden: boolean): Promise<unknown> =>
      west.rows(
        `insert into argument (district_id, id, proposal_id, author_id, author_name, side, body, posted_at, parent_id, hidden)
         select district_id, $2, id, submitter_id, 'Laura', 'for', 'Tekst', now(), $3, $4 from proposal where number = $1`,
        [number, uuid(id), parent && uuid(parent), hidden],
      );
    const uuid = (id: number): string => `00000000-0000-4000-8000-00000000000${id}`;
    await argument(1, null, false);
    await argument(2, 1, false);
    await argument(3, null, true);
    await argument(4, null, false);
    const [one, listed] = await shown();
    expect([one.argumentCount, listed?.argumentCount]).toEqual([2, 2]);
  });

  it('takes nine statements, of which one is for all plans of that second, and a list of twenty three, however much there is to show', async () => {
    /** The least of three: what the process does by itself in between only adds. */
    const least = async (read: () => Promise<unknown>): Promise<number> => {
      const taken: number[] = [];
      for (let time = 0; time < 3; time += 1) {
        const statements = jest.spyOn(Client.prototype, 'query');
        await read();
        taken.push(statements.mock.calls.length);
        statements.mockRestore();
      }
      return Math.min(...taken);
    };
    const visitor = west.test.browser();
    const one = () => visitor.get<{ notes: object[] }>(`/districts/west/proposals/${number}`);
    const list = () => visitor.get('/districts/west/proposals?sort=votes');
    expect([await least(one), await least(list)]).toEqual([9, 3]);
    for (let index = 0; index < 4; index += 1) await west.proposal(`Nog een plan, nummer ${index}`);
    await west.vote(number, await west.residents(3));
    await west.rows(
      `insert into proposal_note (district_id, proposal_id, text, added_at)
       select district_id, id, 'Een aanvulling', now() from proposal where number = $1`,
      [number],
    );
    expect([await least(one), await least(list)]).toEqual([9, 3]);
    expect((await one()).body.notes).toEqual([
      { text: 'Een aanvulling', addedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
  });

  it('is looked for once by all who ask at the same time, and shown to each who may see it', async () => {
    const proposals = west.app.get(ReadProposal, { strict: false });
    const draft = await west.proposal('Een plan dat nog niet af is');
    await west.rows(`update proposal set state = 'draft', published_at = null where number = $1`, [draft]);
    const [found] = await west.rows('select submitter_id from proposal where number = $1', [draft]);
    const submitter = String(found?.['submitter_id']);
    const sees = (wanted: number, id?: string): Promise<string> =>
      proposals.visible('west', wanted, (id ? { id } : null) as CurrentAccount | null).then(
        ({ title }) => title,
        ({ code }: Refusal) => code,
      );
    const statements = jest.spyOn(Client.prototype, 'query');
    const seen = await Promise.all([
      sees(number),
      sees(draft),
      sees(draft, submitter),
      sees(9_999),
      sees(number, submitter),
    ]);
    const asked = statements.mock.calls.filter(([statement]) => /from "proposal"/.test(textOf(statement)));
    statements.mockRestore();
    expect(seen).toEqual([
      'Bankjes langs de gracht',
      'proposal-not-found',
      'Een plan dat nog niet af is',
      'proposal-not-found',
      'Bankjes langs de gracht',
    ]);
    expect(asked).toHaveLength(1);
  });

  it('goes by rules that are read once for all who ask at the same time; a district without any is told so', async () => {
    const districts = west.app.get(Districts, { strict: false });
    await districts.idOf('west');
    const versionOf = (districtId: number): Promise<unknown> =>
      districts.rulebook(districtId).then(
        ({ version }) => version,
        ({ code }: Refusal) => code,
      );
    const statements = jest.spyOn(Client.prototype, 'query');
    const versions = await Promise.all([west.districtId, 9_999, west.districtId].map(versionOf));
    const asked = statements.mock.calls.filter(([statement]) => /from "rulebook"/.test(textOf(statement)));
    statements.mockRestore();
    expect(versions).toEqual([1, 'rulebook-missing', 1]);
    // One for each district.
    expect(asked).toHaveLength(2);
  });
});

function textOf(statement: unknown): string {
  return typeof statement === 'string' ? statement : (statement as { text: string }).text;
}
