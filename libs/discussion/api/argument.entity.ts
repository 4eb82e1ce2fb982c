import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProposalId, ResidentId } from '@buurtstem/shared-domain';

@Entity('argument')
export class ArgumentEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: ProposalId;
  @Column('uuid') authorId: ResidentId;
  @Column('text') authorName: string;
  @Column('text') side: 'for' | 'against';
  @Column('text') body: string;
  @Column('timestamptz') postedAt: Date;
}
