import fc from 'fast-check';
import type { ResidentId } from '@buurtstem/shared-domain';
import { KeepStandings } from '@buurtstem/voting-api';
import { Client } from 'pg';
import { West } from './west';

const CHOICES = ['for', 'against', 'none'] as const;
const STATUSES = ['valid', 'held', 'invalidated'] as const;
const WAITING = `select from pg_locks join pg_stat_activity using (pid)
  where not granted and datname = current_database()`;

describe('the standings that are kept', () => {
  let west: West;
  let numbers: number[];
  let residents: ResidentId[];

  beforeEach(async () => {
    west = await West.open({ identityLevel: 1 }, { DATABASE_POOL_SIZE: '20' });
    numbers = [await west.proposal('Bankjes langs het water'), await west.proposal('Licht op het pad')];
    residents = await west.residents(4);
  });
  afterEach(() => west.close());

  const keep = (): KeepStandings => west.app.get(KeepStandings);
  const differences = () => keep().differences(west.districtId);
  const prove = (resident: ResidentId, level: number) =>
    west.em.query(
      `insert into identity_proof (district_id, account_id, level, method, proven_at) values ($1, $2, $3, 'letter', now())
       on conflict (district_id, account_id, level) do update set proven_at = least(identity_proof.proven_at, excluded.proven_at)`,
      [west.districtId, resident, level],
    );
  const standing = async (number = numbers[0]) => {
    const [row] = await west.rows(
      `select s.votes_for, s.votes_against from proposal p join proposal_standing($1, 1) s on s.proposal_id = p.id
       where p.number = $2`,
      [west.districtId, number],
    );
    return [row?.['votes_for'], row?.['votes_against']];
  };
  const numbersByVotes = async (): Promise<number[]> => {
    const { body } = await west.test
      .browser()
      .get<{ items: { number: number }[] }>('/districts/west/proposals?sort=votes');
    return body.items.map(({ number }) => number);
  };

  it('are what the ballots count up to, whatever is cast, changed, held and proven, and whenever they are taken in', async () => {
    const index = (length: number) => fc.integer({ min: 0, max: length - 1 });
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('vote' as const),
        who: fc.uniqueArray(index(4), { minLength: 1, maxLength: 3 }),
        on: index(2),
        choice: fc.constantFrom(...CHOICES),
      }),
      fc.record({
        kind: fc.constant('status' as const),
        who: index(4),
        on: index(2),
        status: fc.constantFrom(...STATUSES),
      }),
      fc.record({
        kind: fc.constant('proof' as const),
        who: index(4),
        level: fc.integer({ min: 1, max: 2 }),
        taken: fc.boolean(),
      }),
      fc.constant({ kind: 'take-in' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        for (const now of steps) {
          switch (now.kind) {
            case 'vote':
              await west.vote(
                numbers[now.on]!,
                now.who.map((who) => residents[who]!),
                now.choice,
              );
              break;
            case 'status':
              await west.em.query(
                `update vote v set status = $3 from proposal p
                 where p.id = v.proposal_id and p.number = $2 and v.resident_id = $1`,
                [residents[now.who], numbers[now.on], now.status],
              );
              break;
            case 'proof':
              await (now.taken
                ? west.em.query('delete from identity_proof where account_id = $1 and level = $2', [
                    residents[now.who],
                    now.level,
                  ])
                : prove(residents[now.who]!, now.level));
              break;
            case 'take-in':
              await keep().takeIn();
          }
          expect(await differences()).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('tell of a standing that is not what the ballots say', async () => {
    await west.vote(numbers[0]!, residents);
    await west.em.query(
      'update standing_summary set votes_for = votes_for + 1 where identity_level = 0 and number = $1',
      [numbers[0]],
    );
    expect(await differences()).toEqual([
      { identityLevel: 0, proposalNumber: numbers[0], kept: [5, 0], counted: [4, 0] },
    ]);
  });

  it('give each open proposal its place in the order of the count, with any ties, whatever was taken in', async () => {
    interface Shown {
      readonly number: number;
      readonly rank: number | null;
      readonly openCount: number;
      readonly publishedAt: string;
      readonly standing: { readonly votesFor: number; readonly votesAgainst: number };
    }
    for (const resident of residents) await prove(resident, 1);
    for (const title of ['Een schommel', 'Een bloemenperk', 'Een zebrapad'])
      numbers.push(await west.proposal(title));
    await west.rows(`update proposal set state = 'closed' where number = $1`, [
      await west.proposal('Een afvalbak'),
    ]);
    const visitor = west.test.browser();
    const vote = fc.record({
      on: fc.integer({ min: 0, max: 4 }),
      who: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
      choice: fc.constantFrom(...CHOICES),
      isTakenIn: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(vote, { minLength: 3, maxLength: 12 }), async (votes) => {
        for (const { on, who, choice, isTakenIn } of votes) {
          await west.vote(
            numbers[on]!,
            who.map((one) => residents[one]!),
            choice,
          );
          if (isTakenIn) await keep().takeIn();
        }
        const shown = await Promise.all(
          numbers.map(
            async (number) => (await visitor.get<Shown>(`/districts/west/proposals/${number}`)).body,
          ),
        );
        const inOrder = [...shown].sort(
          (a, b) =>
            b.standing.votesFor - a.standing.votesFor ||
            a.standing.votesAgainst - b.standing.votesAgainst ||
            a.publishedAt.localeCompare(b.publishedAt) ||
            a.number - b.number,
        );
        expect(inOrder.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
        expect(new Set(shown.map(({ openCount }) => openCount))).toEqual(new Set([5]));
      }),
      { numRuns: 12 },
    );
  });

  it('put the proposals in the order of the votes of this moment, before and after they are taken in', async () => {
    for (const resident of residents) await prove(resident, 1);
    const [first, second] = numbers as [number, number];
    await west.vote(first, residents.slice(0, 1));
    await keep().takeIn();
    expect(await numbersByVotes()).toEqual([first, second]);
    await west.vote(second, residents.slice(0, 3));
    expect(await numbersByVotes()).toEqual([second, first]);
    await keep().takeIn();
    expect(await numbersByVotes()).toEqual([second, first]);
    await west.vote(second, residents.slice(0, 3), 'against');
    expect(await numbersByVotes()).toEqual([first, second]);
    expect(await standing(second)).toEqual([0, 3]);
  });

  it('are taken in once by two processes at once', async () => {
    for (const resident of residents) await prove(resident, 1);
    await west.vote(numbers[0]!, residents);
    const taken = await Promise.all(Array.from({ length: 6 }, () => keep().takeIn()));
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await standing()).toEqual([4, 0]);
    expect(await west.rows('select from standing_change')).toEqual([]);
  });

  it.each([
    ['a first vote, and then the proof', false, 'vote'],
    ['the proof, and then a first vote', false, 'proof'],
    ['a changed vote, and then the proof', true, 'vote'],
    ['the proof, and then a changed vote', true, 'proof'],
  ] as const)('miss nothing of two transactions at once: %s', async (_what, hasVoted, first) => {
    const laura = residents[0]!;
    const number = numbers[0]!;
    if (hasVoted) await west.vote(number, [laura], 'against');
    const vote = hasVoted
      ? `update vote set choice = 'for' where resident_id = '${laura}'`
      : `insert into vote (district_id, proposal_id, resident_id, choice, cast_at, changed_at)
         select district_id, id, '${laura}', 'for', now(), now() from proposal where number = ${number}`;
    const proof = `insert into identity_proof (district_id, account_id, level, method, proven_at)
      values (${west.districtId}, '${laura}', 1, 'letter', now())`;
    await overtaking(...(first === 'vote' ? ([vote, proof] as const) : ([proof, vote] as const)));
    expect(await standing()).toEqual([1, 0]);
    expect(await differences()).toEqual([]);
  });

  it.each([
    ['deleting a ballot', 'delete from vote'],
    ['another level for a proof', 'update identity_proof set level = 2'],
  ])('are not left behind by %s: the database refuses it', async (_what, sql) => {
    await expect(west.em.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  /** Both at once: the first commits when the second waits for it, or is through already. */
  async function overtaking(first: string, second: string): Promise<void> {
    const clients = [0, 1].map(() => new Client({ connectionString: west.test.config.databaseUrl }));
    const [one, other] = clients as [Client, Client];
    try {
      for (const client of clients) await client.connect();
      await one.query('begin');
      await one.query(first);
      let ended = false;
      const after = other.query(second).then(() => (ended = true));
      while (!ended && (await west.rows(WAITING)).length === 0);
      await one.query('commit');
      await after;
    } finally {
      for (const client of clients) await client.end();
    }
  }
});
