import { placeOf } from '@buurtstem/proposals-domain';
import { West } from './west';

interface Page {
  items: { number: number }[];
  next: string | null;
  orderOfDay: { seed: string; factors: [number, number, number] };
}

/** So many that no part of the order that is looked up at once holds them all. */
const PLANS = 5_000;
const CLOSED = 1_100;

describe('a list of thousands by chance', () => {
  let west: West;

  beforeAll(async () => {
    west = await West.open();
    const first = await west.proposal('Een schommel');
    await publish(first, 1, PLANS);
  });
  afterAll(() => west.close());

  /** Copies of a proposal; the first ones are closed, and about something else. */
  const publish = (from: number, above: number, count: number): Promise<unknown> =>
    west.rows(
      `insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name, state,
         published_at, created_at, updated_at)
       select district_id, gen_random_uuid(), n + $2, kind, case when n <= ${CLOSED} then 'Een wip' else 'Een schommel' end,
         '', '', submitter_id, submitter_name, case when n <= ${CLOSED} then 'closed' else 'open' end,
         published_at, created_at, updated_at
       from proposal, generate_series(1, $3) n where number = $1`,
      [from, above, count],
    );
  const read = async (query: string): Promise<Page> => {
    const { status, body } = await west.test
      .browser()
      .get<Page>(`/districts/west/proposals?sort=random&${query}`);
    expect(status).toBe(200);
    return body;
  };
  /** All pages, one after the other. */
  const walk = async (query: string, from: string | null = null): Promise<number[]> => {
    const found: number[] = [];
    for (let next = from; ;) {
      const page = await read(`${query}&limit=100${next === null ? '' : `&after=${next}`}`);
      found.push(...page.items.map(({ number }) => number));
      // More than there are: it goes in circles.
      if (page.next === null || found.length > 2 * PLANS) return found;
      next = page.next;
    }
  };
  /** As anybody works it out who has the numbers and what is published with the list. */
  const workOut = async (condition: string): Promise<number[]> => {
    const { orderOfDay } = await read('limit=1');
    const rows = await west.rows(
      `select number from proposal where published_at is not null and not hidden and ${condition}`,
    );
    return rows
      .map(({ number }) => Number(number))
      .sort((one, other) => placeOf(orderOfDay, one) - placeOf(orderOfDay, other) || one - other);
  };

  it.each([
    ['all of them', 'state=all', 'true'],
    ['those in a state that few are in', 'state=closed', `state = 'closed'`],
    ['what a search finds, also the last ones', 'state=all&q=wip', `title = 'Een wip'`],
  ])(
    'gives every one once, page after page, in the order of the day: %s',
    async (_what, query, condition) => {
      const walked = await walk(query);
      expect(walked.length).toBeGreaterThan(1_000);
      expect(walked).toEqual(await workOut(condition));
    },
  );

  it('goes on where a page ended, and never shows what was hidden since', async () => {
    const { items, next } = await read('state=all&limit=100');
    const inOrder = await workOut('true');
    const hidden = [items[3]!.number, items[99]!.number, inOrder[100]!];
    await west.rows('update proposal set hidden = true where number = any($1)', [hidden]);
    expect(await walk('state=all', next)).toEqual(inOrder.slice(101));
    expect((await read('state=all&limit=100')).items.map(({ number }) => number)).toEqual(
      inOrder.filter((number) => !hidden.includes(number)).slice(0, 100),
    );
  });

  it('has a place at once for a plan that comes during the day', async () => {
    await read('state=all');
    await publish(1, PLANS + 1, 1);
    await publish(1, PLANS + 3_000, 1);
    const walked = await walk('state=all');
    expect(walked).toEqual(await workOut('true'));
    expect(walked).toEqual(expect.arrayContaining([PLANS + 2, PLANS + 3_001]));
  });

  it('is another order tomorrow, which anybody can work out too', async () => {
    const today = await walk('state=closed');
    await west.moveClockTo(new Date(Date.now() + 30 * 3_600_000));
    const tomorrow = await walk('state=closed');
    expect(tomorrow).not.toEqual(today);
    expect(tomorrow).toEqual(await workOut(`state = 'closed'`));
  });
});
