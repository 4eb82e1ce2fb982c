import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProposalId, ResidentId } from '@buurtstem/shared-domain';

/** An argument, or a reply to one. */
@Entity('argument')
export class ArgumentEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: ProposalId;
  /** Of a reply: the argument that it stands under. */
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('uuid') authorId: ResidentId;
  @Column('text') authorName: string;
  /** A reply stands on the side of its argument. */
  @Column('text') side: 'for' | 'against';
  @Column('text') body: string;
  @Column('timestamptz') postedAt: Date;
  @Column('boolean') hidden: boolean;
  /** Whether a moderator took something out of the text. */
  @Column('boolean') redacted: boolean;
  @Column('integer') version: number;
  @Column('timestamptz', { nullable: true }) editedAt: Date | null;
  @Column('integer') likes: number;
  /** Likes that arguments of this side had together when it was posted. */
  @Column('integer') likesBefore: number;
}

/** What an argument said before it was changed. */
@Entity('argument_version')
export class ArgumentVersionEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') argumentId: string;
  @PrimaryColumn('integer') version: number;
  @Column('text') body: string;
  @Column('timestamptz') writtenAt: Date;
}

@Entity('argument_like')
export class ArgumentLikeEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') argumentId: string;
  @PrimaryColumn('uuid') residentId: ResidentId;
  @Column('timestamptz') likedAt: Date;
}
