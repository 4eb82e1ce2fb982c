import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProposalId, ResidentId } from '@buurtstem/shared-domain';
import type { VoteBatchState } from '@buurtstem/voting-domain';
import type { VoteCriteriaDto } from './fraud-desk.dto';

/** Votes under suspicion, and what staff decided about them. */
@Entity('vote_batch')
export class VoteBatchEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('integer') number: number;
  @Column('uuid') proposalId: ProposalId;
  @Column('text') state: VoteBatchState;
  @Column('jsonb') criteria: VoteCriteriaDto;
  @Column('text') note: string;
  @Column('uuid') heldBy: ResidentId;
  @Column('timestamptz') heldAt: Date;
  /** Published; empty before an invalidation is proposed. */
  @Column('text') reason: string;
  @Column('uuid', { nullable: true }) proposedBy: ResidentId | null;
  @Column('timestamptz', { nullable: true }) proposedAt: Date | null;
  @Column('integer', { nullable: true }) votesProposed: number | null;
  @Column('uuid', { nullable: true }) decidedBy: ResidentId | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) endedBy: ResidentId | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text') endReason: string;
}

@Entity('vote_batch_member')
export class VoteBatchMemberEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('integer') batchNumber: number;
  @Column('uuid') proposalId: ProposalId;
  @PrimaryColumn('uuid') residentId: ResidentId;
}
