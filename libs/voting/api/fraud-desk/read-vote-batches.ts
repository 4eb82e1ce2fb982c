import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import type { VoteBatchState } from '@buurtstem/voting-domain';
import type { InvalidationDto, VoteBatchDto, VoteCriteriaDto } from './fraud-desk.dto';

interface BatchRow {
  number: number;
  proposal_number: number;
  title: string;
  state: VoteBatchState;
  votes: number;
  votes_for: number;
  votes_against: number;
  criteria: VoteCriteriaDto;
  note: string;
  held_by: string | null;
  held_at: Date;
  reason: string;
  proposed_by_id: string | null;
  proposed_by: string | null;
  proposed_at: Date | null;
  decided_by_id: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  ended_by_id: string | null;
  ended_by: string | null;
  ended_at: Date | null;
  end_reason: string;
}

/** What staff read of batches of votes, and what everybody reads of those that were taken out. */
@Injectable()
export class ReadVoteBatches {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  async list(districtId: number, readerId: ResidentId): Promise<VoteBatchDto[]> {
    const rows = await this.dataSource.query<BatchRow[]>(`${BATCHES} order by b.number desc`, [districtId]);
    return rows.map((row) => batchOf(row, readerId));
  }

  async one(districtId: number, number: number, readerId: ResidentId): Promise<VoteBatchDto> {
    const [row] = await this.dataSource.query<BatchRow[]>(`${BATCHES} and b.number = $2`, [
      districtId,
      number,
    ]);
    if (!row) throw new Refusal('vote-batch-not-found');
    return batchOf(row, readerId);
  }

  /** Every batch that was ever taken out, newest first; one that was undone says so. */
  async invalidations(districtId: number): Promise<InvalidationDto[]> {
    const rows = await this.dataSource.query<(BatchRow & { hidden: boolean })[]>(
      `${BATCHES} and b.decided_at is not null order by b.decided_at desc, b.number desc`,
      [districtId],
    );
    return rows.flatMap((row) =>
      row.decided_at === null
        ? []
        : [
            {
              number: row.number,
              proposal: { number: row.proposal_number, title: row.hidden ? '' : row.title },
              votes: row.votes,
              reason: row.reason,
              decidedAt: row.decided_at.toISOString(),
              undoneAt: row.ended_at?.toISOString() ?? null,
              undoneReason: row.end_reason,
            },
          ],
    );
  }
}

const NAME = (column: string): string =>
  `(select coalesce(a.display_name, a.email) from account a where a.id = b.${column} and a.erased_at is null)`;

const BATCHES = `
  select b.number, p.number as proposal_number, p.title, p.hidden, b.state, m.votes, m.votes_for, m.votes_against,
    b.criteria, b.note, ${NAME('held_by')} as held_by, b.held_at, b.reason,
    b.proposed_by as proposed_by_id, ${NAME('proposed_by')} as proposed_by, b.proposed_at,
    b.decided_by as decided_by_id, ${NAME('decided_by')} as decided_by, b.decided_at,
    b.ended_by as ended_by_id, ${NAME('ended_by')} as ended_by, b.ended_at, b.end_reason
  from vote_batch b
  join proposal p on p.district_id = b.district_id and p.id = b.proposal_id
  cross join lateral (
    select count(*)::integer as votes,
      (count(*) filter (where v.choice = 'for'))::integer as votes_for,
      (count(*) filter (where v.choice = 'against'))::integer as votes_against
    from vote_batch_member i
    join vote v on v.district_id = i.district_id and v.proposal_id = i.proposal_id and v.resident_id = i.resident_id
    where i.district_id = b.district_id and i.batch_number = b.number
  ) m
  where b.district_id = $1`;

function batchOf(row: BatchRow, readerId: ResidentId): VoteBatchDto {
  return {
    number: row.number,
    proposal: { number: row.proposal_number, title: row.title },
    state: row.state,
    votes: row.votes,
    votesFor: row.votes_for,
    votesAgainst: row.votes_against,
    criteria: row.criteria,
    note: row.note,
    heldBy: row.held_by ?? '',
    heldAt: row.held_at.toISOString(),
    reason: row.reason,
    proposedBy: nameOf(row.proposed_by_id, row.proposed_by),
    proposedAt: row.proposed_at?.toISOString() ?? null,
    decidedBy: nameOf(row.decided_by_id, row.decided_by),
    decidedAt: row.decided_at?.toISOString() ?? null,
    endedBy: nameOf(row.ended_by_id, row.ended_by),
    endedAt: row.ended_at?.toISOString() ?? null,
    endReason: row.end_reason,
    mayDecide: row.state === 'proposed' && row.proposed_by_id !== readerId,
  };
}

/** Null where nobody did it, empty where who did it has left. */
function nameOf(id: string | null, name: string | null): string | null {
  return id === null ? null : (name ?? '');
}
