import { Client } from 'pg';
import { ListArguments } from '@buurtstem/discussion-api';
import { argumentScore, trialsOf } from '@buurtstem/discussion-domain';
import { argue, reply } from './neighbours';
import { West } from './west';

const HOUR = 3_600_000;

interface Row {
  id: string;
  side: 'for' | 'against';
  likes: number;
  likesBefore: number;
  postedAt: Date;
}
interface Page {
  items: { id: string }[];
  total: number;
  next: string | null;
}

describe('a list of arguments', () => {
  let west: West;
  let number: number;
  let address: string;

  beforeAll(async () => (west = await West.open()));
  afterAll(() => west.close());
  beforeEach(async () => {
    const longAgo = new Date(Date.now() - 60 * 24 * HOUR);
    number = await west.proposal('Veilig oversteken bij de Sluisbrug', longAgo);
    address = `/districts/west/proposals/${number}/arguments`;
  });

  const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * HOUR);
  const argued = (hours: number, side: 'for' | 'against' = 'for'): Promise<string> =>
    argue(west, { proposalNumber: number, side, at: hoursAgo(hours) });
  const liked = (id: string, likes: number, likesBefore = 0): Promise<unknown> =>
    west.rows('update argument set likes = $2, likes_before = $3 where id = $1', [id, likes, likesBefore]);
  const page = async (query: string): Promise<Page> => {
    const { status, body } = await west.test.browser().get<Page>(`${address}?${query}`);
    expect(status).toBe(200);
    return body;
  };
  const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
  /** Everything, page by page; in between something may happen. */
  const walk = async (query: string, between: () => unknown = () => undefined): Promise<string[]> => {
    const ids: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const one: Page = await page(query + (next && `&after=${next}`));
      ids.push(...idsOf(one.items));
      next = one.next;
      await between();
    }
    return ids;
  };

  /** Twenty arguments a side and one, old and young, with all kinds of likes; answers them as they lie in the database. */
  const crowd = async (): Promise<Row[]> => {
    for (let index = 0; index < 40; index += 1) {
      const id = await argued(
        index % 3 === 0 ? 1 + index / 10 : 73 + index * 5,
        index % 2 ? 'for' : 'against',
      );
      await liked(id, [0, 0, 1, 2, 5, 13, 40][index % 7]!, (index * 7) % 50);
    }
    // What one loved argument leaves the others is so small that a database writes it as 9e-06, which as a text is much.
    await liked(await argued(1000), 20_000);
    return west.em.query<Row[]>(
      `select a.id, side, likes, likes_before as "likesBefore", posted_at as "postedAt" from argument a
       join proposal p on p.id = a.proposal_id where p.number = $1`,
      [number],
    );
  };
  /** In the order of the rule. */
  const bestFirst = (rows: readonly Row[]): string[] => {
    const sum = (side: string): number =>
      rows.filter((row) => row.side === side).reduce((likes, row) => likes + row.likes, 0);
    const scored = rows.map((row) => ({
      ...row,
      score: argumentScore({
        likes: row.likes,
        trials: trialsOf({ ...row, sideLikes: sum(row.side) }),
        ageHours: (Date.now() - row.postedAt.getTime()) / HOUR,
      }),
    }));
    return idsOf(
      scored.sort(
        (one, other) =>
          other.score - one.score ||
          other.postedAt.getTime() - one.postedAt.getTime() ||
          (one.id < other.id ? 1 : -1),
      ),
    );
  };

  it.each([
    ['best', 7],
    ['best', 40],
    ['newest', 7],
  ] as const)(
    'by %s pages through everything once, in the order of the rule, %i a page',
    async (sort, limit) => {
      const rows = await crowd();
      const order = (some: readonly Row[]): string[] =>
        sort === 'best'
          ? bestFirst(some)
          : idsOf([...some].sort((one, other) => other.postedAt.getTime() - one.postedAt.getTime()));
      expect(await walk(`sort=${sort}&limit=${limit}`)).toEqual(order(rows));
      const side = rows.filter((row) => row.side === 'against');
      // The likes of one side are none of the other's.
      expect(await walk(`sort=${sort}&limit=${limit}&side=against`)).toEqual(
        sort === 'best' ? bestFirst(rows).filter((id) => idsOf(side).includes(id)) : order(side),
      );
      expect([(await page('')).total, (await page('side=against')).total]).toEqual([41, 20]);
    },
  );

  it('is by best when nothing is asked, and tells equal ones apart by their time', async () => {
    const [older, newer] = [await argued(200), await argued(100)];
    const loved = await argued(300);
    await liked(loved, 5);
    expect(idsOf((await page('')).items)).toEqual([loved, newer, older]);
    expect(idsOf((await page('sort=newest')).items)).toEqual([newer, older, loved]);
  });

  it('tells arguments of one instant apart by their id, across pages too', async () => {
    for (let index = 0; index < 5; index += 1) await argued(100);
    await west.rows(
      `update argument set posted_at = '2026-10-01 12:00:00.123456+00'
       where proposal_id = (select id from proposal where number = $1)`,
      [number],
    );
    for (const sort of ['best', 'newest']) {
      const ids = await walk(`sort=${sort}&limit=2`);
      expect([ids.length, ids]).toEqual([5, [...ids].sort().reverse()]);
    }
  });

  it('gives a new argument a fair chance: above an old one that few liked, below one that most did', async () => {
    const loved = await argued(500);
    const passedOver = await argued(400);
    const mediocre = await argued(300);
    await liked(loved, 60);
    await liked(mediocre, 10);
    const fresh = await argued(1);
    expect(idsOf((await page('')).items)).toEqual([loved, fresh, mediocre, passedOver]);
    expect(await west.rows('select likes_before from argument where id = $1', [fresh])).toEqual([
      { likes_before: 70 },
    ]);
  });

  it('weighs an argument by the likes of its own side only, also by those of hidden ones', async () => {
    const [one, hidden] = [await argued(300), await argued(300)];
    const against = await argued(300, 'against');
    await liked(one, 10);
    await liked(hidden, 90);
    await liked(against, 10);
    await west.rows('update argument set hidden = true where id = $1', [hidden]);
    // Ten of a hundred, against ten of ten.
    expect(idsOf((await page('')).items)).toEqual([against, one]);
  });

  it('looks as of its first page: what grows old or is liked in between moves nothing else', async () => {
    const rows = await crowd();
    const order = bestFirst(rows);
    let likes = 20_000;
    const seen = await walk('limit=7', async () => {
      // In three days nobody is young any more; and every like weighs on all others of its side.
      await west.moveClockTo(new Date(Date.now() + 80 * HOUR));
      likes += 10_000;
      await west.rows('update argument set likes = $2 where id = $1', [order[0], likes]);
    });
    await west.moveClockTo(new Date());
    expect(seen).toEqual(order);
  });

  it('goes on only where its cursor came from', async () => {
    await crowd();
    const { next: best } = await page('limit=2&side=for');
    const { next: newest } = await page('limit=2&side=for&sort=newest');
    for (const [query, after] of [
      ['side=against', best],
      ['', best],
      ['side=for&sort=newest', best],
      ['side=for', newest],
      ['side=against&sort=newest', newest],
      ['side=for', 'x'],
    ]) {
      const { status, body } = await west.test.browser().get(`${address}?${query}&after=${after}`);
      expect([query, status, body]).toEqual([
        query,
        400,
        expect.objectContaining({ code: 'cursor-not-valid' }),
      ]);
    }
    const [argument] = (await page('limit=1')).items;
    const replies = await west.test.browser().get(`${address}/${argument!.id}/replies?after=${newest}`);
    expect(replies.status).toBe(400);
  });

  it('brings the first three replies of each argument, oldest first; the others are a list of their own', async () => {
    const [busy, quiet] = [await argued(50), await argued(60)];
    const replies: string[] = [];
    for (let index = 0; index < 7; index += 1)
      replies.push(await reply(west, busy, { proposalNumber: number, at: hoursAgo(40 - index) }));
    await reply(west, quiet, { proposalNumber: number, at: hoursAgo(41) });
    const { items } = (await page('sort=newest')) as unknown as {
      items: { replies: { id: string }[]; replyCount: number }[];
    };
    expect(items.map((item) => [item.replyCount, idsOf(item.replies).length])).toEqual([
      [7, 3],
      [1, 1],
    ]);
    expect(idsOf(items[0]!.replies)).toEqual(replies.slice(0, 3));
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { body } = await west.test
        .browser()
        .get<Page>(`${address}/${busy}/replies?limit=3${after && `&after=${after}`}`);
      expect(body.total).toBe(7);
      seen.push(...idsOf(body.items));
      if (body.next === null) break;
      after = body.next;
    }
    expect(seen).toEqual(replies);
  });

  it.each(['best', 'newest'] as const)(
    'takes the same number of queries by %s, with one argument and with many that have replies',
    async (sort) => {
      const list = west.app.get(ListArguments, { strict: false });
      const [reader] = await west.residents(1);
      const count = async (): Promise<number> => {
        const queries = jest.spyOn(Client.prototype, 'query');
        const asked = { sort, limit: 100 };
        const under = { district: 'west', number, reader: { id: reader! } as never };
        const { items } = await list.page(under, asked);
        const taken = queries.mock.calls.length;
        queries.mockRestore();
        expect(items.length).toBe(
          (
            await west.rows(
              `select from argument a join proposal p on p.id = a.proposal_id
           where p.number = $1 and parent_id is null`,
              [number],
            )
          ).length,
        );
        return taken;
      };
      /** The least of three: what the process does by itself in between only adds. */
      const least = async () => Math.min(await count(), await count(), await count());
      await argued(10);
      const withOne = await least();
      expect(withOne).toBeGreaterThan(3);
      for (let index = 0; index < 30; index += 1) {
        const id = await argued(100 - index, index % 2 ? 'for' : 'against');
        for (let replies = 0; replies < index % 5; replies += 1)
          await reply(west, id, { proposalNumber: number });
      }
      expect(await least()).toBe(withOne);
    },
  );
});
