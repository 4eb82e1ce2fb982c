import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refusal, type ProposalId } from '@buurtstem/shared-domain';
import { EMPTY_TALLY, type LedgerReach, type Tally } from '@buurtstem/voting-domain';

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
    const values = valuesOf(scope);
    const rows = await em.query<({ proposalId: string } & Tally)[]>(`${BALLOTS} ${CHECKED} ${SUMS}`, values);
    const [voters] = await em.query<{ residents: number }[]>(
      `${BALLOTS} select count(distinct resident_id)::integer as residents from ballot where $3::integer is not null`,
      values,
    );
    const tallies = new Map<string, Tally>(scope.proposalIds.map((id) => [id, EMPTY_TALLY]));
    for (const { proposalId, ...sums } of rows) tallies.set(proposalId, sums);
    return { tallies, residents: voters?.residents ?? 0 };
  }

  /** What `tally` counts as held or invalid, by batch. A vote that lay in several belongs to the latest. */
  exclusions(em: EntityManager, scope: TallyScope): Promise<ExcludedVotes[]> {
    return em.query<ExcludedVotes[]>(`${BALLOTS} ${CHECKED} ${EXCLUDED}`, valuesOf(scope));
  }

  /** Which lines of the ledger a tally takes into account. */
  async reach(em: EntityManager, scope: TallyScope): Promise<LedgerReach> {
    const [reach] = await em.query<{ lines: number; position: string }[]>(REACH, [
      scope.districtId,
      scope.closesAt,
      scope.proposalIds,
    ]);
    return { lines: reach?.lines ?? 0, position: Number(reach?.position ?? 0) };
  }

  /** The proposals of which the ballots are not what the ledger says. */
  async mismatches(em: EntityManager, scope: TallyScope): Promise<string[]> {
    const rows = await em.query<{ proposal_id: string }[]>(`${BALLOTS} ${DIFFERENCES}`, valuesOf(scope));
    return rows.map((row) => row.proposal_id);
  }

  /** Two books, one truth: ballots and ledger are kept side by side, and a count with a difference does not happen. */
  async refuseMismatch(em: EntityManager, scope: TallyScope): Promise<void> {
    const differing = await this.mismatches(em, scope);
    if (differing.length === 0) return;
    this.logger.error(
      `Count refused: ballots and ledger of district ${scope.districtId} differ on proposals ${differing.join(', ')}`,
    );
    throw new Refusal('ledger-mismatch');
  }
}

function valuesOf(scope: TallyScope): unknown[] {
  return [scope.districtId, scope.closesAt, scope.identityLevel, scope.proposalIds];
}

const BALLOTS = `
  with last_choice as (
    select distinct on (proposal_id, resident_id) proposal_id, resident_id, choice, channel
    from ballot_ledger
    where district_id = $1 and proposal_id = any($4::uuid[])
      and entry in ('cast', 'changed', 'withdrawn') and recorded_at < $2::timestamptz
    order by proposal_id, resident_id, position desc
  ), last_verdict as (
    select distinct on (proposal_id, resident_id) proposal_id, resident_id, entry
    from ballot_ledger
    where district_id = $1 and proposal_id = any($4::uuid[]) and entry in ('invalidated', 'reinstated')
    order by proposal_id, resident_id, position desc
  ), ballot as (
    select c.proposal_id, c.resident_id, c.choice, c.channel, coalesce(v.entry = 'invalidated', false) as invalid
    from last_choice c left join last_verdict v using (proposal_id, resident_id)
    where c.choice <> 'none'
  )`;

const CHECKED = `, checked as (
    select b.proposal_id, b.resident_id, b.choice, b.channel,
      case when b.invalid then 'invalid'
           when coalesce(v.status = 'held', false) then 'held'
           when $3 > 0 and not exists (select from identity_proof p where p.district_id = $1
             and p.account_id = b.resident_id and p.level >= $3 and p.proven_at < $2::timestamptz) then 'waiting'
           else 'valid' end as standing
    from ballot b
    left join vote v on v.district_id = $1 and v.proposal_id = b.proposal_id and v.resident_id = b.resident_id
  )`;

const SUMS = `
  select proposal_id as "proposalId",
    (count(*) filter (where standing = 'valid' and choice = 'for'))::integer as "votesFor",
    (count(*) filter (where standing = 'valid' and choice = 'against'))::integer as "votesAgainst",
    (count(*) filter (where standing = 'valid' and channel = 'paper'))::integer as "onPaper",
    (count(*) filter (where standing = 'waiting'))::integer as waiting,
    (count(*) filter (where standing = 'held'))::integer as held,
    (count(*) filter (where standing = 'invalid'))::integer as invalid
  from checked group by proposal_id`;

const DIFFERENCES = `
  select distinct coalesce(b.proposal_id, v.proposal_id) as proposal_id
  from ballot b
  full join (select proposal_id, resident_id, choice from vote
             where district_id = $1 and proposal_id = any($4::uuid[]) and choice <> 'none') v
    using (proposal_id, resident_id)
  where b.choice is distinct from v.choice and $3::integer is not null`;

const EXCLUDED = `
  select c.proposal_id as "proposalId", b.number as "batchNumber", c.standing as kind, b.reason,
    count(*)::integer as votes
  from checked c
  join vote_batch b on b.district_id = $1 and b.number = (
    select max(m.batch_number) from vote_batch_member m
    where m.district_id = $1 and m.proposal_id = c.proposal_id and m.resident_id = c.resident_id)
  where c.standing in ('held', 'invalid')
  group by c.proposal_id, b.number, c.standing, b.reason`;

const REACH = `
  select count(*)::integer as lines, coalesce(max(position), 0) as position
  from ballot_ledger
  where district_id = $1 and proposal_id = any($3::uuid[])
    and (entry in ('invalidated', 'reinstated')
      or (entry in ('cast', 'changed', 'withdrawn') and recorded_at < $2::timestamptz))`;
