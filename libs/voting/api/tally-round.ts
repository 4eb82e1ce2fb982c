import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refusal, type ProposalId } from '@buurtstem/shared-domain';
import { EMPTY_TALLY, type LedgerReach, type Tally } from '@buurtstem/voting-domain';
import { askOfAll, ballots, checked, differences, LINES, REACH, sums, URN } from './tally/ballot-queries';

export interface TallyScope {
  readonly districtId: number;
  readonly closesAt: Date;
  /** From which identity level a vote counts. */
  readonly identityLevel: number;
  readonly proposalIds: readonly string[];
}

export interface RoundTally {
  /** Every asked proposal, also those without a vote. */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Distinct residents among the ballots with a choice. */
  readonly residents: number;
}

/** Votes on one proposal that do not count, with the batch that they lie in. */
export interface ExcludedVotes {
  readonly proposalId: ProposalId;
  readonly batchNumber: number;
  readonly kind: 'held' | 'invalid';
  /** As it was published; empty before an invalidation is proposed. */
  readonly reason: string;
  readonly votes: number;
}

/**
 * Adds the ledger up in the database. It says in SQL what `ballotsAt` and `tallyBallots` say in the domain, for
 * ledgers too large to carry over; a test holds the two against each other on random ledgers.
 */
@Injectable()
export class TallyRound {
  private readonly logger = new Logger(TallyRound.name);

  async tally(em: EntityManager, scope: TallyScope): Promise<RoundTally> {
    const rows = await askOfAll<{ proposalId: string } & Tally>(em, TALLY, [
      ...valuesOf(scope),
      scope.identityLevel,
    ]);
    const [voters] = await askOfAll<{ residents: number }>(em, RESIDENTS, valuesOf(scope));
    const tallies = new Map<string, Tally>(scope.proposalIds.map((id) => [id, EMPTY_TALLY]));
    for (const { proposalId, ...tally } of rows) tallies.set(proposalId, tally);
    return { tallies, residents: voters?.residents ?? 0 };
  }

  /** What `tally` counts as held or invalid, by batch. A vote that lay in several belongs to the latest. */
  exclusions(em: EntityManager, scope: TallyScope): Promise<ExcludedVotes[]> {
    return em.query<ExcludedVotes[]>(EXCLUDED, [...valuesOf(scope), scope.identityLevel]);
  }

  /** Which lines of the ledger a tally takes into account. */
  async reach(em: EntityManager, scope: TallyScope): Promise<LedgerReach> {
    const [reach] = await em.query<{ lines: number; position: string }[]>(REACH, valuesOf(scope).slice(0, 3));
    return { lines: reach?.lines ?? 0, position: Number(reach?.position ?? 0) };
  }

  /** The proposals of which the ballots are not what the ledger says. */
  async mismatches(em: EntityManager, scope: TallyScope): Promise<string[]> {
    const rows = await askOfAll<{ proposal_id: string }>(em, MISMATCHES, valuesOf(scope));
    return rows.map((row) => row.proposal_id);
  }

  /** Two books, one truth: ballots and ledger are kept side by side, and a count with a difference does not happen. */
  async refuseMismatch(em: EntityManager, scope: TallyScope): Promise<void> {
    this.refuseDiffering(scope.districtId, await this.mismatches(em, scope));
  }

  /** The same, of proposals that were found to differ. */
  refuseDiffering(districtId: number, differing: readonly string[]): void {
    if (differing.length === 0) return;
    this.logger.error(
      `Count refused: ballots and ledger of district ${districtId} differ on proposals ${differing.join(', ')}`,
    );
    throw new Refusal('ledger-mismatch');
  }
}

/** After every position that there is. */
const END = '9223372036854775807';

function valuesOf(scope: TallyScope): unknown[] {
  return [scope.districtId, scope.proposalIds, scope.closesAt, END];
}

const TALLY = `with ${ballots('ballot', LINES)}, ${checked('ballot')} ${sums('checked')}`;

const RESIDENTS = `with ${ballots('ballot', LINES)}
  select count(distinct resident_id)::integer as residents from ballot`;

const MISMATCHES = `with ${ballots('ballot', LINES)}
  select distinct proposal_id from (${differences('ballot', URN)}) difference`;

/** Only what lies in a batch can be named with one, so only that is looked up in the ledger. */
const EXCLUDED = `
  with member as materialized (
    select proposal_id, resident_id, max(batch_number) as batch_number from vote_batch_member
    where district_id = $1 and proposal_id = any($2::uuid[])
    group by proposal_id, resident_id),
  ${ballots(
    'ballot',
    `select l.* from member m join ballot_ledger l on l.district_id = $1 and l.proposal_id = m.proposal_id
       and l.resident_id = m.resident_id and l.position <= $4::bigint`,
  )}, ${checked('ballot')}
  select c.proposal_id as "proposalId", b.number as "batchNumber", c.standing as kind, b.reason,
    count(*)::integer as votes
  from checked c
  join member m using (proposal_id, resident_id)
  join vote_batch b on b.district_id = $1 and b.number = m.batch_number
  where c.standing in ('held', 'invalid')
  group by c.proposal_id, b.number, c.standing, b.reason`;
