import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MergeState } from '@buurtstem/discussion-domain';
import type { ProposalId, ResidentId } from '@buurtstem/shared-domain';

@Entity('merge_request')
export class MergeRequestEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') duplicateId: ProposalId;
  @Column('uuid') targetId: ProposalId;
  @Column('text') state: MergeState;
  @Column('text') message: string;
  @Column('uuid') askedBy: ResidentId;
  @Column('timestamptz') askedAt: Date;
  @Column('timestamptz', { nullable: true }) duplicateAgreedAt: Date | null;
  @Column('timestamptz', { nullable: true }) targetAgreedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
