import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProposalKind, ProposalState, ProposalVerb } from '@buurtstem/proposals-domain';
import type { ProposalId, ResidentId } from '@buurtstem/shared-domain';

@Entity('proposal')
export class ProposalEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: ProposalId;
  /** Counts the district's proposals from 1; what addresses and posters show. */
  @Column('integer') number: number;
  @Column('text') kind: ProposalKind;
  @Column('text') title: string;
  @Column('text') summary: string;
  @Column('text') body: string;
  @Column('text', { nullable: true }) neighbourhoodSlug: string | null;
  @Column('text', { nullable: true }) themeSlug: string | null;
  /** Where it is; both or neither. */
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('uuid') submitterId: ResidentId;
  @Column('text') submitterName: string;
  @Column('text') state: ProposalState;
  @Column('boolean') hidden: boolean;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('smallint') chancesUsed: number;
  /** Counts the edits, so that two tabs do not overwrite each other. */
  @Column('integer') version: number;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  /** Whether a moderator took something out of the text. */
  @Column('boolean') redacted: boolean;
  /** The proposal that it became one with. */
  @Column('uuid', { nullable: true }) mergedInto: ProposalId | null;
  /** Kept by the database from the texts; read by queries only. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false }) search?: string;
}

/** Who joined a proposal's submitter when two proposals became one. */
@Entity('co_submitter')
export class CoSubmitterEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') proposalId: ProposalId;
  @PrimaryColumn('uuid') residentId: ResidentId;
  @Column('text') name: string;
  @Column('timestamptz') joinedAt: Date;
}

/** One change of state: what, by whom, why, when. Only ever added to. */
@Entity('proposal_event')
export class ProposalEventEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') proposalId: ProposalId;
  @Column('text') verb: ProposalVerb;
  @Column('text') fromState: ProposalState;
  @Column('text') toState: ProposalState;
  @Column('uuid', { nullable: true }) actorId: string | null;
  @Column('text') reason: string;
  @Column('timestamptz') occurredAt: Date;
}

@Entity('proposal_note')
export class ProposalNoteEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') proposalId: ProposalId;
  @Column('text') text: string;
  @Column('timestamptz') addedAt: Date;
}

@Entity('proposal_picture')
export class ProposalPictureEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') proposalId: ProposalId;
  @PrimaryColumn('smallint') position: number;
  /** Stays when others move before it. */
  @Column('uuid') id: string;
  @Column('boolean') hidden: boolean;
  /** Path below `/media`. */
  @Column('text') path: string;
  @Column('text') alt: string;
  @Column('integer') width: number;
  @Column('integer') height: number;
}
