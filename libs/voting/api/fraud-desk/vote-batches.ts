import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import type { Ballot } from '@buurtstem/voting-domain';
import { Recounts, type Recountable } from '../recount/recounts';
import { Rounds } from '../rounds';
import { VoteBatchEntity } from './entities';

/** First key of the desk's advisory lock; the district's id is the second. Any number, as long as it is always it. */
const DESK_LOCK = 7_215_004;

export interface HeldBallot {
  readonly residentId: string;
  readonly choice: Ballot['choice'];
  readonly status: Ballot['status'];
}

/** A batch with its ballots, held until the transaction ends. */
export interface LockedBatch {
  readonly batch: VoteBatchEntity;
  readonly ballots: readonly HeldBallot[];
  /** The count that these ballots may have been part of, while it can be replaced. */
  readonly recountable: Recountable | null;
  readonly at: Date;
}

/** Questions about batches of votes, and the locks under which staff decide about them. */
@Injectable()
export class VoteBatches {
  constructor(
    private readonly clock: Clock,
    private readonly rounds: Rounds,
    private readonly recounts: Recounts,
  ) {}

  /**
   * One act of staff at a time per district, beside the votes and never during a count. The desk comes before the
   * round: two acts that wait for each other would otherwise hold a count up between them.
   */
  async lockDesk(em: EntityManager, districtId: number): Promise<void> {
    await em.query('select pg_advisory_xact_lock($1, $2)', [DESK_LOCK, districtId]);
    await this.rounds.lockForVoting(em, districtId);
  }

  /** The batch and its ballots. Its residents wait with changing their votes until the transaction ends. */
  async lock(em: EntityManager, districtId: number, number: number): Promise<LockedBatch> {
    await this.lockDesk(em, districtId);
    const batch = await em.findOneBy(VoteBatchEntity, { districtId, number });
    if (!batch) throw new Refusal('vote-batch-not-found');
    const at = await this.clock.now(em);
    const recountable = await this.recounts.lock(em, districtId, batch.proposalId, at);
    const ballots = await em.query<HeldBallot[]>(
      `select v.resident_id as "residentId", v.choice, v.status
       from vote_batch_member m
       join vote v on v.district_id = m.district_id and v.proposal_id = m.proposal_id
         and v.resident_id = m.resident_id
       where m.district_id = $1 and m.batch_number = $2
       order by v.proposal_id, v.resident_id
       for update of v`,
      [districtId, number],
    );
    return { batch, ballots, recountable, at };
  }

  async nextNumber(em: EntityManager, districtId: number): Promise<number> {
    const [last] = await em.find(VoteBatchEntity, {
      where: { districtId },
      order: { number: 'desc' },
      take: 1,
    });
    return (last?.number ?? 0) + 1;
  }

  async insert(em: EntityManager, batch: VoteBatchEntity, residentIds: readonly string[]): Promise<void> {
    await em.insert(VoteBatchEntity, batch);
    await em.query(
      `insert into vote_batch_member (district_id, batch_number, proposal_id, resident_id)
       select $1, $2, $3, unnest($4::uuid[])`,
      [batch.districtId, batch.number, batch.proposalId, residentIds],
    );
  }

  async update(
    em: EntityManager,
    { districtId, number }: VoteBatchEntity,
    change: Partial<VoteBatchEntity>,
  ): Promise<void> {
    await em.update(VoteBatchEntity, { districtId, number }, change);
  }
}

/** How many of the ballots say for or against now; who withdrew is not counted. */
export function votesIn(ballots: readonly HeldBallot[]): number {
  return ballots.filter(({ choice }) => choice !== 'none').length;
}
