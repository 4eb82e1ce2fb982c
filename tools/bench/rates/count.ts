// How long the count of a round takes: how long its lock is held, which is also how long votes wait for it.
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { benchRules } from '../rules.ts';
import { addUp, DISTRICT, inBulk } from './town.ts';

const COUNTED = 2000;
const PLANS = 50;
const AT_ONCE = 250_000;
const WITHIN_MS = 600_000;
/** The count date lies so far ahead that the ledger can be added up before it, as it is with every real one. */
const CLOSES_IN = '30 seconds';

const DISTRICT_OF_ITS_OWN = [
  `insert into district (id, slug, name, municipality, last_proposal_number, created_at)
   values (${COUNTED}, 'counted', 'Geteld', 'Voorbeeldstad', ${PLANS}, now())`,
  `insert into rulebook (district_id, version, settings, effective_from)
   values (${COUNTED}, 1, '${JSON.stringify(benchRules(1))}', now() - interval '90 days')`,
  `insert into round (district_id, id, number, closes_at, state, seed, rulebook_version, opened_at)
   values (${COUNTED}, gen_random_uuid(), 1, now() + interval '20 days', 'open', md5('seed'), 1, now() - interval '80 days')`,
  // What the triggers would look up for each: nobody has voted yet.
  'set session_replication_role = replica',
  `insert into identity_proof (district_id, account_id, level, method, proven_at)
   select ${COUNTED}, account_id, 1, 'letter', now() - interval '70 days' from identity_proof where district_id = ${DISTRICT}`,
  'set session_replication_role = default',
  `insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name, state,
     published_at, created_at, updated_at)
   select ${COUNTED}, gen_random_uuid(), n, 'plan', 'Bankjes langs het water', '', '', (select id from account limit 1),
     'Bewoner', 'open', now() - interval '70 days', now(), now()
   from generate_series(1, ${PLANS}) n`,
  'create temporary table person as select row_number() over () - 1 as n, account_id as id from identity_proof where district_id = 2000',
  'create index on person (n)',
];

const CAST = `
  with cast_vote as (
    insert into vote (district_id, proposal_id, resident_id, choice, cast_at, changed_at)
    select ${COUNTED}, p.id, r.id, case when v % 6 = 0 then 'against' else 'for' end, now() - interval '60 days', now() - interval '60 days'
    from generate_series($1::integer, $2::integer) v
    join person r on r.n = v % $3::integer
    join proposal p on p.district_id = ${COUNTED} and p.number = 1 + (v / $3::integer + v % $3::integer) % ${PLANS}
    returning *)
  insert into ballot_ledger (district_id, proposal_id, resident_id, entry, choice, round_id, recorded_at)
  select c.district_id, c.proposal_id, c.resident_id, 'cast', c.choice, r.id, c.cast_at
  from cast_vote c join round r on r.district_id = c.district_id and r.number = 1`;

export async function fillCount(db: Client, votes: number): Promise<void> {
  for (const statement of DISTRICT_OF_ITS_OWN) await db.query(statement);
  const { rows } = await db.query<{ people: number }>('select count(*)::integer as people from person');
  const people = rows[0]?.people ?? 1;
  if (votes > people * PLANS)
    throw new Error(`${people} residents have no ${votes} votes on ${PLANS} plans.`);
  await inBulk(db, async () => {
    for (let from = 0; from < votes; from += AT_ONCE)
      await db.query(CAST, [from, Math.min(from + AT_ONCE, votes) - 1, people]);
    await db.query(addUp(COUNTED));
  });
  await db.query('vacuum analyze');
}

export interface CountTimes {
  /** For how long the count held the round's lock, so that votes waited. */
  readonly lockedMs: number;
  /** From the count date to the result. */
  readonly afterClosingMs: number;
}

/** By the worker of the API, which looks every second whether a round is due. `closesIn` is an interval of PostgreSQL. */
export async function timeOfCount(db: Client, votes: number, closesIn = CLOSES_IN): Promise<CountTimes> {
  await db.query(
    `update round set closes_at = clock_timestamp() + $1::interval where district_id = ${COUNTED} and state = 'open'`,
    [closesIn],
  );
  const until = performance.now() + WITHIN_MS;
  while (performance.now() < until) {
    // The count looks at the clock as soon as it has the lock, and that is its time.
    const { rows } = await db.query<CountTimes & { votes: number }>(
      `select (extract(epoch from clock_timestamp() - c.counted_at) * 1000)::float8 as "lockedMs",
         (extract(epoch from clock_timestamp() - r.closes_at) * 1000)::float8 as "afterClosingMs",
         (select sum(votes_for + votes_against)::integer from count_line where district_id = ${COUNTED}) as votes
       from round_count c join round r on r.district_id = c.district_id and r.id = c.round_id
       where c.district_id = ${COUNTED}`,
    );
    const [count] = rows;
    if (count && count.votes !== votes) throw new Error(`${count.votes} of ${votes} votes were counted.`);
    if (count) return { lockedMs: count.lockedMs, afterClosingMs: count.afterClosingMs };
    await wait(5);
  }
  throw new Error('The round was not counted.');
}
