import type { EntityManager } from 'typeorm';

/**
 * The parts of which the sums of a ledger are put together. `ballots` is `ballotsAt` of the domain said in SQL, and `SUMS`
 * is `tallyBallots`; there is one of each, for a whole ledger, for a part of it, and for some ballots of it.
 *
 * Of every query: $1 is the district, $2 the proposals, $3 when voting closes, $4 a position in the ledger, $5 from which
 * identity level a vote counts.
 */

/** The lines up to the position. */
export const LINES = `select * from ballot_ledger where district_id = $1 and proposal_id = any($2::uuid[]) and position <= $4::bigint`;

/**
 * `name`: the ballots with a choice that these lines leave when voting closes. Verdicts are few and put aside: a planner that
 * has no statistics yet would look for them in all the lines, for each ballot.
 */
export function ballots(name: string, lines: string): string {
  return `
  ${name}_choice as (
    select distinct on (proposal_id, resident_id) proposal_id, resident_id, choice, channel
    from (${lines}) line
    where entry in ('cast', 'changed', 'withdrawn') and recorded_at < $3::timestamptz
    order by proposal_id, resident_id, position desc
  ), ${name}_verdict as materialized (
    select distinct on (proposal_id, resident_id) proposal_id, resident_id, entry
    from (${lines}) line
    where entry in ('invalidated', 'reinstated')
    order by proposal_id, resident_id, position desc
  ), ${name} as (
    select c.proposal_id, c.resident_id, c.choice, c.channel, coalesce(v.entry = 'invalidated', false) as invalid
    from ${name}_choice c left join ${name}_verdict v using (proposal_id, resident_id)
    where c.choice <> 'none'
  )`;
}

const KEPT =
  'vote v on v.district_id = $1 and v.proposal_id = b.proposal_id and v.resident_id = b.resident_id';

/**
 * What stands beside the ledger: whether staff hold the ballot, and whether its resident is known well enough. Who is known is
 * looked up once for all ballots, not once for each. `kept` joins what the urn has of a ballot `b`, as `v`.
 */
export function checked(ballot: string, kept = KEPT): string {
  return `proven as (
    select distinct account_id as resident_id, true as is_proven from identity_proof
    where district_id = $1 and level >= $5 and proven_at < $3::timestamptz
  ), checked as (
    select b.proposal_id, b.resident_id, b.choice, b.channel,
      case when b.invalid then 'invalid'
           when coalesce(v.status = 'held', false) then 'held'
           when $5::integer > 0 and p.is_proven is null then 'waiting'
           else 'valid' end as standing
    from ${ballot} b
    left join ${kept}
    left join proven p on p.resident_id = b.resident_id
  )`;
}

/** As far as the ledger itself says: nothing is held, and nobody waits. */
export const asTheLedgerSays = (ballot: string): string =>
  `(select proposal_id, choice, channel, case when invalid then 'invalid' else 'valid' end as standing from ${ballot})`;

/** A tally of each proposal that has a ballot. */
export const sums = (ballot: string): string => `
  select proposal_id as "proposalId",
    (count(*) filter (where standing = 'valid' and choice = 'for'))::integer as "votesFor",
    (count(*) filter (where standing = 'valid' and choice = 'against'))::integer as "votesAgainst",
    (count(*) filter (where standing = 'valid' and channel = 'paper'))::integer as "onPaper",
    (count(*) filter (where standing = 'waiting'))::integer as waiting,
    (count(*) filter (where standing = 'held'))::integer as held,
    (count(*) filter (where standing = 'invalid'))::integer as invalid
  from ${ballot} b group by proposal_id`;

/** The ballots that are not what the urn holds; `urn` is a query of proposal, resident and choice, and `unless` of them says which are left out. */
export const differences = (ballot: string, urn: string): string => `
  select coalesce(b.proposal_id, v.proposal_id) as proposal_id, coalesce(b.resident_id, v.resident_id) as resident_id
  from ${ballot} b full join (${urn}) v using (proposal_id, resident_id)
  where b.choice is distinct from v.choice`;

export const URN = `select proposal_id, resident_id, choice from vote
  where district_id = $1 and proposal_id = any($2::uuid[]) and choice <> 'none'`;

/** Lines that a tally takes into account, after the position. */
export const REACH = `
  select count(*)::integer as lines, coalesce(max(position), 0)::text as position
  from ballot_ledger
  where district_id = $1 and proposal_id = any($2::uuid[])
    and (entry in ('invalidated', 'reinstated')
      or (entry in ('cast', 'changed', 'withdrawn') and recorded_at < $3::timestamptz))`;

/**
 * Asks something of a whole ledger. Its joins are of all with all: looked up one by one, which is what a planner without
 * statistics takes for the shortest way, a hundred thousand ballots take minutes.
 */
export async function askOfAll<Row>(em: EntityManager, query: string, values: unknown[]): Promise<Row[]> {
  await em.query('set local enable_nestloop = off');
  const rows = await em.query<Row[]>(query, values);
  await em.query('set local enable_nestloop = on');
  return rows;
}
