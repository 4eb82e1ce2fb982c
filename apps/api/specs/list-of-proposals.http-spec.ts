import { createHash } from 'node:crypto';
import { placeOf } from '@buurtstem/proposals-domain';
import { DataSource } from 'typeorm';
import { West } from './west';

interface Page {
  items: { number: number; title: string; theme: { slug: string; name: string } | null }[];
  total: number;
  hasMoreThanTotal: boolean;
  next: string | null;
  orderOfDay: { seed: string; factors: [number, number, number] } | null;
}

const TITLES = ['Bankjes', 'Bomen', 'Café op het plein', 'Fietsenstallingen', 'Licht op het pad', 'Zebrapad'];

describe('the list of proposals', () => {
  let west: West;
  let numbers: number[];

  beforeEach(async () => {
    west = await West.open();
    numbers = [];
    for (const title of TITLES) numbers.push(await west.proposal(`${title} in de wijk`));
  });
  afterEach(() => west.close());

  const read = async (query: string): Promise<Page> => {
    const { status, body } = await west.test.browser().get<Page>(`/districts/west/proposals?${query}`);
    expect(status).toBe(200);
    return body;
  };
  /** All pages, one after the other. */
  const walk = async (query: string): Promise<number[]> => {
    const found: number[] = [];
    let after = '';
    for (;;) {
      const { items, next } = await read(`${query}&limit=2${after}`);
      found.push(...items.map(({ number }) => number));
      if (next === null) return found;
      after = `&after=${next}`;
    }
  };

  it.each(['votes', 'newest', 'random'])(
    'gives every proposal once, page after page, by %s',
    async (sort) => {
      const voters = await west.residents(3);
      await west.vote(numbers[2]!, voters);
      await west.vote(numbers[4]!, voters.slice(0, 1));
      const walked = await walk(`sort=${sort}`);
      expect(walked).toEqual((await read(`sort=${sort}`)).items.map(({ number }) => number));
      expect([...walked].sort()).toEqual([...numbers].sort());
    },
  );

  it('by chance is the order that anybody can work out from the published seed, the same for everybody', async () => {
    const { items, orderOfDay } = await read('sort=random');
    const { seed, factors } = orderOfDay!;
    const hash = createHash('sha256').update(seed).digest();
    expect(factors).toEqual([0, 4, 8].map((at) => (hash.readUInt32BE(at) % 2_147_483_646) + 1));
    const place = (number: number): number => placeOf({ seed, factors }, number);
    expect(items.map(({ number }) => number)).toEqual(
      [...numbers].sort((one, other) => place(one) - place(other)),
    );
    expect(await read('sort=random')).toMatchObject({ items, orderOfDay });
  });

  it('by chance is another order after midnight in Amsterdam, and the same until then', async () => {
    const at = async (instant: string) => {
      await west.moveClockTo(new Date(instant));
      return (await read('sort=random')).orderOfDay?.seed;
    };
    expect(await at('2031-07-01T21:59:00Z')).toBe('west 2031-07-01');
    expect(await at('2031-07-01T22:01:00Z')).toBe('west 2031-07-02');
    expect((await read('sort=newest')).orderOfDay).toBeNull();
  });

  it('is filtered by theme, and shows it', async () => {
    await west.rows(`insert into proposal_theme values ($1, 'groen', 'Groen en water')`, [west.districtId]);
    await west.rows(`update proposal set theme_slug = 'groen' where number = $1`, [numbers[1]]);
    const { items, total } = await read('theme=groen');
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ number: numbers[1], theme: { slug: 'groen', name: 'Groen en water' } });
    expect((await west.test.browser().get<object>('/districts/west')).body).toMatchObject({
      proposalThemes: [{ slug: 'groen', name: 'Groen en water' }],
    });
  });

  it.each([
    ['without its accent', 'cafe', 2],
    ['in the singular', 'fietsenstalling', 3],
    ['inside a compound', 'stalling', 3],
  ])('finds a word %s', async (_how, q, index) => {
    expect((await read(`q=${q}`)).items.map(({ number }) => number)).toEqual([numbers[index]]);
  });

  it('counts to a thousand, and says when there are more', async () => {
    await west.app.get(DataSource).query(
      `insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name, state,
         published_at, created_at, updated_at)
       select district_id, gen_random_uuid(), n + 1000, kind, title, summary, body, submitter_id, submitter_name, state,
         published_at, created_at, updated_at
       from proposal, generate_series(1, 1001) n where number = $1`,
      [numbers[0]],
    );
    expect(await read('limit=1')).toMatchObject({ total: 1_000, hasMoreThanTotal: true });
    expect(await read('limit=1&q=zebrapad')).toMatchObject({ total: 1, hasMoreThanTotal: false });
  });
});
