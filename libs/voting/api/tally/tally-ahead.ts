import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { carriedForward, EMPTY_TALLY, type LedgerReach, type Tally } from '@buurtstem/voting-domain';
import type { RoundTally, TallyScope } from '../tally-round';
import {
  asTheLedgerSays,
  askOfAll,
  ballots,
  checked,
  differences,
  LINES,
  REACH,
  sums,
  URN,
} from './ballot-queries';

/** What the ledger says up to one of its lines. It only grows, so this stays true. */
export interface LedgerSums {
  readonly scope: TallyScope;
  readonly position: string;
  /** Of the proposals that have a ballot, at least. Nothing is held and nobody waits: of that the ledger knows nothing. */
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly residents: number;
  readonly reach: LedgerReach;
  /** Proposals of which the ballots were something else than the ledger said. */
  readonly differing: readonly string[];
}

/** The tally of a round as it is now, or the proposals of which the two books differ. */
export interface TallyNow extends RoundTally {
  readonly reach: LedgerReach;
  readonly differing: readonly string[];
}

type ProposalTally = { proposalId: string } & Tally;

/**
 * Adds a large ledger up while votes go on, keeps the sums close to its end, and brings them up to date under the round's
 * lock:
 *
 *     the tally now = the ledger's sums up to a line − the same of the ballots in question + those ballots, checked, now
 *
 * Ballots in question are all with a later line in the ledger, all that are held, and all of residents who are not known well
 * enough. Every other ballot has the same lines now as then, and nothing beside the ledger takes it out of the sum that the
 * ledger puts it into. A spec holds this against the rules of the domain, on random ledgers cut anywhere.
 */
@Injectable()
export class TallyAhead {
  /** The end of the ledger. Under the round's lock only: there every line up to it is written and none of them is under way. */
  async endOfLedger(em: EntityManager, districtId: number): Promise<string> {
    const [end] = await em.query<{ position: string }[]>(
      'select coalesce(max(position), 0)::text as position from ballot_ledger where district_id = $1',
      [districtId],
    );
    return end?.position ?? '0';
  }

  /** Reads the whole ledger; needs no lock. */
  async upTo(em: EntityManager, scope: TallyScope, position: string): Promise<LedgerSums> {
    const values = [scope.districtId, scope.proposalIds, scope.closesAt, position];
    const [found] = await askOfAll<{
      tallies: ProposalTally[];
      residents: number;
      differing: string[];
      reach: ReachRow;
    }>(em, UP_TO, values);
    if (!found) throw new Error('A query of sums answers one row');
    return {
      scope,
      position,
      tallies: byProposal(found.tallies),
      residents: found.residents,
      reach: reachOf(found.reach),
      differing: found.differing,
    };
  }

  /** The same sums up to a later line: reads the lines in between and the ballots that they are about; needs no lock. */
  async forward(em: EntityManager, sums: LedgerSums, position: string): Promise<LedgerSums> {
    return { ...sums, ...(await this.changed(em, FORWARD, sums, position)), position };
  }

  /** Reads what came after, and the ballots in question. Under the round's lock: nobody votes meanwhile. */
  now(em: EntityManager, ahead: LedgerSums, identityLevel: number): Promise<TallyNow> {
    return this.changed(em, NOW, ahead, identityLevel);
  }

  private async changed(
    em: EntityManager,
    query: string,
    ahead: LedgerSums,
    fifth: string | number,
  ): Promise<TallyNow> {
    const { districtId, proposalIds, closesAt } = ahead.scope;
    const [found] = await em.query<
      {
        before: ProposalTally[];
        after: ProposalTally[];
        residents: number;
        differing: string[];
        reach: ReachRow;
      }[]
    >(query, [districtId, proposalIds, closesAt, ahead.position, fifth]);
    if (!found) throw new Error('A query of sums answers one row');
    const [before, after] = [byProposal(found.before), byProposal(found.after)];
    const later = reachOf(found.reach);
    return {
      tallies: new Map(
        proposalIds.map((id) => [
          id,
          carriedForward(ahead.tallies.get(id) ?? EMPTY_TALLY, {
            before: before.get(id) ?? EMPTY_TALLY,
            after: after.get(id) ?? EMPTY_TALLY,
          }),
        ]),
      ),
      residents: ahead.residents + found.residents,
      reach: {
        lines: ahead.reach.lines + later.lines,
        position: Math.max(ahead.reach.position, later.position),
      },
      differing: [...new Set([...ahead.differing, ...found.differing])],
    };
  }
}

interface ReachRow {
  readonly lines: number;
  readonly position: string;
}

function byProposal(rows: readonly ProposalTally[]): Map<string, Tally> {
  return new Map(rows.map(({ proposalId, ...tally }) => [proposalId, tally]));
}

const reachOf = ({ lines, position }: ReachRow): LedgerReach => ({ lines, position: Number(position) });

const listOf = (query: string): string => `(select coalesce(json_agg(one), '[]') from (${query}) one)`;
const rowOf = (query: string): string => `(select to_json(one) from (${query}) one)`;
const proposalsIn = (query: string): string =>
  `(select coalesce(json_agg(distinct proposal_id), '[]') from (${query}) one)`;

const LATER = `select proposal_id, resident_id from ballot_ledger
  where district_id = $1 and proposal_id = any($2::uuid[]) and position > $4::bigint`;

/** A ballot that is going on while this is read has a later line: it is looked at when that line is. */
const without = (query: string, later: string): string => `select proposal_id from (${query}) d
  where not exists (select from ${later} l where l.proposal_id = d.proposal_id and l.resident_id = d.resident_id)`;

const UP_TO = `
  with ${ballots('ballot', LINES)},
  later as (${LATER})
  select ${listOf(sums(asTheLedgerSays('ballot')))} as tallies,
    (select count(distinct resident_id)::integer from ballot) as residents,
    ${proposalsIn(without(differences('ballot', URN), 'later'))} as differing,
    ${rowOf(`${REACH} and position <= $4::bigint`)} as reach`;

const IN_QUESTION = `
  ${LATER}
  union
  select proposal_id, resident_id from vote
  where district_id = $1 and proposal_id = any($2::uuid[]) and status = 'held'
  union
  select v.proposal_id, v.resident_id
  from account a join vote v on v.resident_id = a.id and v.district_id = $1 and v.proposal_id = any($2::uuid[])
  where $5::integer > 0 and not exists (
    select from identity_proof p where p.district_id = $1 and p.account_id = a.id and p.level >= $5
      and p.proven_at < $3::timestamptz)`;

/**
 * All that some residents ever said about the proposals, to see whether they took part before and do now: those with a later
 * line who have no other ballot. Whoever has one took part before and does now.
 */
const THEIR_LINES = `
  select l.* from (select distinct resident_id from (${LATER}) later) who
  join vote v on v.resident_id = who.resident_id and v.district_id = $1 and v.proposal_id = any($2::uuid[])
  join ballot_ledger l on l.district_id = $1 and l.proposal_id = v.proposal_id and l.resident_id = v.resident_id
  where not exists (
    select from vote other
    where other.resident_id = who.resident_id and other.district_id = $1 and other.proposal_id = any($2::uuid[])
      and other.choice <> 'none' and not exists (
        select from ballot_ledger o where o.district_id = $1 and o.proposal_id = other.proposal_id
          and o.resident_id = other.resident_id and o.position > $4::bigint))`;

/**
 * The rows of one ballot, found by its key. Without the `offset` the planner may read the whole table instead, on a guess of
 * how many ballots are in question, while votes wait.
 */
const rowsOf = (table: string, ballot: string): string => `lateral (
    select * from ${table} t
    where t.district_id = $1 and t.proposal_id = ${ballot}.proposal_id and t.resident_id = ${ballot}.resident_id offset 0)`;

/** What the ballots in question were up to the position of the sums, and are by all lines that meet the condition. */
const ballotsInQuestion = (inQuestion: string, condition: string): string => `
  in_question as materialized (${inQuestion}),
  line as materialized (
    select l.* from in_question q cross join ${rowsOf('ballot_ledger', 'q')} l where ${condition}),
  their_line as materialized (select * from (${THEIR_LINES}) l where ${condition}),
  ${ballots('before', 'select * from line where position <= $4::bigint')},
  ${ballots('after', 'select * from line')},
  ${ballots('theirs_before', 'select * from their_line where position <= $4::bigint')},
  ${ballots('theirs_after', 'select * from their_line')}`;

const RESIDENTS = `(select count(distinct resident_id)::integer from theirs_after)
  - (select count(distinct resident_id)::integer from theirs_before)`;

const differingInQuestion = differences(
  'after',
  `select v.proposal_id, v.resident_id, v.choice from in_question q cross join ${rowsOf('vote', 'q')} v where v.choice <> 'none'`,
);

const NOW = `
  with ${ballotsInQuestion(IN_QUESTION, 'true')},
  ${checked('after', `${rowsOf('vote', 'b')} v on true`)}
  select ${listOf(sums(asTheLedgerSays('before')))} as before,
    ${listOf(sums('checked'))} as after,
    ${RESIDENTS} as residents,
    ${proposalsIn(differingInQuestion)} as differing,
    ${rowOf(`${REACH} and position > $4::bigint`)} as reach`;

/** Of this query $5 is the later position. */
const FORWARD = `
  with ${ballotsInQuestion(`select distinct * from (${LATER} and position <= $5::bigint) later`, 'l.position <= $5::bigint')},
  still_later as (${LATER} and position > $5::bigint)
  select ${listOf(sums(asTheLedgerSays('before')))} as before,
    ${listOf(sums(asTheLedgerSays('after')))} as after,
    ${RESIDENTS} as residents,
    ${proposalsIn(without(differingInQuestion, 'still_later'))} as differing,
    ${rowOf(`${REACH} and position > $4::bigint and position <= $5::bigint`)} as reach`;
