import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StatementRole } from '@buurtstem/discussion-domain';
import type { ProposalId, ResidentId } from '@buurtstem/shared-domain';

/** What a moderator or committee member says of a proposal, in that role. */
@Entity('statement')
export class StatementEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: ProposalId;
  @Column('uuid') authorId: ResidentId;
  @Column('text') authorName: string;
  @Column('text') authorRole: StatementRole;
  @Column('text') body: string;
  @Column('timestamptz') postedAt: Date;
}
