import type { Database } from './database.ts';
import type { Town } from './town.ts';
import type { Ballot } from './voters.ts';

/** What the database has of the votes that were acknowledged. */
export interface Found {
  /** Acknowledged votes that are there, in the urn and in the ledger. */
  readonly found: number;
  /** Acknowledged votes that are not. */
  readonly lost: number;
  /** Ballots without their ledger line, lines without their ballot, and ballots that were cast twice. */
  readonly torn: number;
}

/** Holds what voters were told against urn and ledger. */
export async function lookIntoUrn(
  database: Database,
  { plans }: Town,
  acknowledged: readonly Ballot[],
): Promise<Found> {
  const [row] = await database.sql<{ found: number; lost: number; torn: number }>(
    `with plans as (select id, number from proposal where number = any($3::integer[])),
     told as (
       select distinct p.id as proposal_id, t.resident_id
       from unnest($1::integer[], $2::uuid[]) as t (number, resident_id)
       join plans p on p.number = t.number),
     kept as (
       select v.proposal_id, v.resident_id, v.choice from vote v join plans p on p.id = v.proposal_id),
     lines as (
       select l.proposal_id, l.resident_id, count(*) filter (where l.entry = 'cast') as casts,
         (array_agg(l.choice order by l.position desc))[1] as choice
       from ballot_ledger l join plans p on p.id = l.proposal_id
       group by l.proposal_id, l.resident_id),
     seen as (
       select t.proposal_id is not null as told, k.choice is not distinct from 'for' and l.choice is not distinct from 'for' as there,
         k.choice is distinct from l.choice as differs,
         coalesce(l.casts, 0) > 1 as twice
       from told t full join kept k using (proposal_id, resident_id)
         full join lines l using (proposal_id, resident_id))
     select (count(*) filter (where told and there))::integer as found,
       (count(*) filter (where told and not there))::integer as lost,
       (count(*) filter (where differs or twice))::integer as torn
     from seen`,
    [acknowledged.map(({ plan }) => plan), acknowledged.map(({ resident }) => resident), plans],
  );
  if (!row) throw new Error('The urn did not answer.');
  return row;
}
