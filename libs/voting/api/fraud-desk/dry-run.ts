import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import type { Rulebook } from '@buurtstem/districts-domain';
import { isOpen, type ProposalState } from '@buurtstem/proposals-domain';
import { Refusal, type ProposalId } from '@buurtstem/shared-domain';
import { countRound, takesPart } from '@buurtstem/voting-domain';
import { lotOf } from '../ranking';
import type { RoundEntity } from '../entities';
import { RecountDryRun } from '../recount/recount-dry-run';
import { Rounds } from '../rounds';
import type { DryRunDto } from './fraud-desk.dto';

/** The votes of the batch: those with a choice, and of these the ones that would count if they were valid. */
interface BatchRow {
  proposal_id: ProposalId;
  votes: number;
  votes_for: number;
  votes_against: number;
}

/** A proposal with its votes outside the batch. */
interface CandidateRow {
  id: string;
  number: number;
  title: string;
  state: ProposalState;
  hidden: boolean;
  chances_used: number;
  published_at: Date;
  votes_for: number;
  votes_against: number;
}

/** Shows what a batch of votes means for the standing, and writes nothing. */
@Injectable()
export class DryRun {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
    private readonly rounds: Rounds,
    private readonly recount: RecountDryRun,
  ) {}

  of(districtId: number, number: number): Promise<DryRunDto> {
    // One look at the votes for both sums, however many come in meanwhile.
    return this.dataSource.transaction('REPEATABLE READ', async (em) => {
      const round = await this.rounds.open(em, districtId);
      const rules = await this.districts.rulebook(districtId, round?.rulebookVersion, em);
      const key = [districtId, rules.identityLevel, number];
      const [batch] = await em.query<BatchRow[]>(BATCH, key);
      if (!batch) throw new Refusal('vote-batch-not-found');
      const others = await em.query<CandidateRow[]>(CANDIDATES, [...key, batch.proposal_id]);
      const withBatch = others.map((row) => (row.id === batch.proposal_id ? sum(row, batch) : row));
      const before = this.rank(withBatch, round, rules);
      const after = this.rank(others, round, rules);
      return {
        votes: batch.votes,
        before: standingOf(batch.proposal_id, withBatch, before),
        after: standingOf(batch.proposal_id, others, after),
        leaderBefore: referenceTo(before[0]),
        leaderAfter: referenceTo(after[0]),
        recount: await this.recount.of(em, { districtId, number, proposalId: batch.proposal_id }),
      };
    });
  }

  /** As the count would rank them now. */
  private rank(rows: readonly CandidateRow[], round: RoundEntity | null, rules: Rulebook): CandidateRow[] {
    if (round === null) return [];
    const candidates = rows
      .filter((row) =>
        takesPart(
          { isOpen: isOpen(row), publishedAt: row.published_at, chancesUsed: row.chances_used },
          { closesAt: round.closesAt, chances: rules.chances },
        ),
      )
      .map((row) => ({
        row,
        proposalId: row.id,
        votesFor: row.votes_for,
        votesAgainst: row.votes_against,
        publishedAt: row.published_at,
      }));
    const { ranking } = countRound(candidates, {
      threshold: rules.threshold,
      lotOf: (id) => lotOf(round.seed, id),
    });
    return ranking.map(({ row }) => row);
  }
}

const MEETS_LEVEL = `($2 = 0 or exists (select from identity_proof i
  where i.district_id = v.district_id and i.account_id = v.resident_id and i.level >= $2))`;

const MEMBERS = `vote_batch_member m
  join vote v on v.district_id = m.district_id and v.proposal_id = m.proposal_id and v.resident_id = m.resident_id`;

const BATCH = `
  select b.proposal_id, s.votes, s.votes_for, s.votes_against
  from vote_batch b
  cross join lateral (
    select (count(*) filter (where v.choice <> 'none'))::integer as votes,
      (count(*) filter (where v.choice = 'for' and ${MEETS_LEVEL}))::integer as votes_for,
      (count(*) filter (where v.choice = 'against' and ${MEETS_LEVEL}))::integer as votes_against
    from ${MEMBERS}
    where m.district_id = b.district_id and m.batch_number = b.number
  ) s
  where b.district_id = $1 and b.number = $3`;

/** The open proposals and that of the batch; votes of the batch that count now, after a release, are left out. */
const CANDIDATES = `
  select p.id, p.number, p.title, p.state, p.hidden, p.chances_used, p.published_at,
    coalesce(s.votes_for, 0) - case when p.id = $4 then b.votes_for else 0 end as votes_for,
    coalesce(s.votes_against, 0) - case when p.id = $4 then b.votes_against else 0 end as votes_against
  from proposal p
  left join proposal_standing($1, $2) s on s.proposal_id = p.id
  cross join (
    select (count(*) filter (where v.choice = 'for'))::integer as votes_for,
      (count(*) filter (where v.choice = 'against'))::integer as votes_against
    from ${MEMBERS}
    where m.district_id = $1 and m.batch_number = $3 and v.status = 'valid' and ${MEETS_LEVEL}
  ) b
  where p.district_id = $1 and (p.state = 'open' or p.id = $4)`;

function sum(row: CandidateRow, batch: BatchRow): CandidateRow {
  return {
    ...row,
    votes_for: row.votes_for + batch.votes_for,
    votes_against: row.votes_against + batch.votes_against,
  };
}

function standingOf(id: string, rows: readonly CandidateRow[], ranking: readonly CandidateRow[]) {
  const row = rows.find((candidate) => candidate.id === id);
  const place = ranking.findIndex((candidate) => candidate.id === id);
  return {
    votesFor: row?.votes_for ?? 0,
    votesAgainst: row?.votes_against ?? 0,
    rank: place < 0 ? null : place + 1,
  };
}

function referenceTo(row: CandidateRow | undefined): { number: number; title: string } | null {
  return row ? { number: row.number, title: row.title } : null;
}
