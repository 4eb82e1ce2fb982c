import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseOrigin, CaseState, ReasonCode, SubjectKind, Verdict } from '@buurtstem/discussion-domain';
import type { ProposalId, ResidentId } from '@buurtstem/shared-domain';

@Entity('moderation_case')
export class ModerationCaseEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('integer', { generated: 'identity', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('text') subjectKind: SubjectKind;
  @Column('uuid') subjectId: string;
  /** The proposal that it is, or stands under. */
  @Column('uuid') proposalId: ProposalId;
  @Column('text') origin: CaseOrigin;
  @Column('text') state: CaseState;
  /** Index into `URGENCIES`. */
  @Column('smallint') urgency: number;
  @Column('integer') reports: number;
  @Column('timestamptz') openedAt: Date;
  @Column('uuid', { nullable: true }) claimedBy: ResidentId | null;
  @Column('timestamptz', { nullable: true }) claimedUntil: Date | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}

@Entity('abuse_report')
export class AbuseReportEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') caseId: number;
  /** Null for a visitor, and for who erased their account since. */
  @Column('uuid', { nullable: true }) reporterId: ResidentId | null;
  @Column('text') reason: ReasonCode;
  @Column('text') note: string;
  @Column('timestamptz') reportedAt: Date;
}

/** The network that a visitor's report came from, for thirty days. */
@Entity('abuse_report_origin')
export class AbuseReportOriginEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') reportId: string;
  @Column('bytea') networkPseudonym: Buffer;
  @Column('timestamptz') recordedAt: Date;
}

/** Only ever added to. */
@Entity('moderation_decision')
export class ModerationDecisionEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') caseId: number;
  @Column('text') verdict: Verdict | 'confirm' | 'overturn';
  /** Empty where the verdict needs none. */
  @Column('text') reason: ReasonCode | '';
  @Column('text') message: string;
  @Column('uuid') authorId: ResidentId;
  @Column('uuid') decidedBy: ResidentId;
  @Column('timestamptz') decidedAt: Date;
}

/** What a text said before something was taken out; for the appeal only. */
@Entity('redacted_original')
export class RedactedOriginalEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('integer') caseId: number;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text', { nullable: true }) summary: string | null;
  @Column('text') body: string;
  @Column('timestamptz') keptUntil: Date;
}

@Entity('appeal')
export class AppealEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('integer') caseId: number;
  @Column('uuid') authorId: ResidentId;
  @Column('text') text: string;
  @Column('timestamptz') filedAt: Date;
  @Column('uuid') firstDecidedBy: ResidentId;
  @Column('uuid', { nullable: true }) decidedBy: ResidentId | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}

@Entity('moderation_settings')
export class ModerationSettingsEntity {
  @PrimaryColumn('integer') districtId: number;
  @Column('text', { array: true }) watchWords: string[];
  @Column('jsonb') templates: { reason: ReasonCode; text: string }[];
  @Column('integer') version: number;
  @Column('timestamptz') updatedAt: Date;
}
