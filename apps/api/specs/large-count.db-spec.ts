import { KeepPromises } from '@buurtstem/notifications-api';
import { CountRound } from '@buurtstem/voting-api';
import { West } from './west';

const VOTERS = 1_200;
const PLANS = 6_000;

describe('a count of very many', () => {
  let west: West;
  beforeEach(async () => (west = await West.open({ chances: 2 })));
  afterEach(() => west.close());

  async function count(): Promise<string> {
    const { closesAt, number } = await west.openRound();
    await west.moveClockTo(closesAt);
    return west.app.get(CountRound).execute(west.districtId, number);
  }

  const told = (): Promise<unknown[]> =>
    west.rows(
      `select kind, count(*)::integer, count(distinct recipient_id)::integer as people from outbox_message
       where kind like '%won' group by kind order by kind`,
    );

  it('promises what more than a thousand voters are told, and each of them is told once', async () => {
    await west.proposal('Veilig oversteken bij de Sluisbrug');
    await west.rows(
      `with person as (
         insert into account (id, email, email_canonical, created_at, last_seen_at)
         select gen_random_uuid(), n || '@voorbeeld.example', n || '@voorbeeld.example', now(), now()
         from generate_series(1, $1::integer) n returning id),
       cast_vote as (
         insert into vote (district_id, proposal_id, resident_id, choice, cast_at, changed_at)
         select p.district_id, p.id, person.id, 'for', now(), now() from person, proposal p returning *),
       proof as (
         insert into identity_proof (district_id, account_id, level, method, proven_at)
         select $2, id, 1, 'letter', now() from person)
       insert into ballot_ledger (district_id, proposal_id, resident_id, entry, choice, round_id, recorded_at)
       select v.district_id, v.proposal_id, v.resident_id, 'cast', v.choice, r.id, v.cast_at
       from cast_vote v join round r on r.district_id = v.district_id and r.state = 'open'`,
      [VOTERS, west.districtId],
    );
    expect(await count()).toBe('votes');
    expect(await west.rows('select votes_for from count_line')).toEqual([{ votes_for: VOTERS }]);
    expect([await told(), await west.rows('select from outbox_promise')]).toEqual([[], [{}]]);
    const keep = west.app.get(KeepPromises);
    while ((await west.rows('select from outbox_promise')).length > 0) await keep.execute();
    expect(await told()).toEqual([
      { kind: 'plan-won', count: 1, people: 1 },
      { kind: 'voted-plan-won', count: VOTERS, people: VOTERS },
    ]);
  });

  it('writes a line for each of thousands of plans, and takes a chance from each', async () => {
    const number = await west.proposal('Veilig oversteken bij de Sluisbrug');
    await west.rows(
      `insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name, state,
         published_at, created_at, updated_at, chances_used)
       select p.district_id, gen_random_uuid(), p.number + n, 'plan', p.title, '', '', p.submitter_id, '', 'open',
         p.published_at, now(), now(), case when n <= 3 then 1 else 0 end
       from proposal p, generate_series(1, $1::integer) n`,
      [PLANS - 1],
    );
    await west.vote(number, await west.residents(2));
    expect(await count()).toBe('votes');
    expect(
      await west.rows(`select count(*)::integer as lines, min(rank), max(rank) from count_line`),
    ).toEqual([{ lines: PLANS, min: 1, max: PLANS }]);
    expect(
      await west.rows(
        `select state, chances_used as used, count(*)::integer from proposal group by 1, 2 order by 1`,
      ),
    ).toEqual([
      { state: 'closed', used: 2, count: 3 },
      { state: 'open', used: 1, count: PLANS - 4 },
      { state: 'won', used: 1, count: 1 },
    ]);
    expect(
      await west.rows(
        `select verb, count(*)::integer from proposal_event where verb in ('win', 'close') group by verb order by 1`,
      ),
    ).toEqual([
      { verb: 'close', count: 3 },
      { verb: 'win', count: 1 },
    ]);
  }, 300_000);
});
