import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgendaItemState, Decision, InvitationState, MeetingState } from '@buurtstem/agenda-domain';
import type {
  AgendaItemId,
  InvitationId,
  MeetingId,
  MeetingPointId,
  ProposalId,
  ResidentId,
  RoundId,
} from '@buurtstem/shared-domain';

@Entity('meeting')
export class MeetingEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: MeetingId;
  @Column('timestamptz') startsAt: Date;
  /** Until this instant an item may come onto the agenda. */
  @Column('timestamptz') agendaDeadline: Date;
  @Column('text') place: string;
  @Column('text') state: MeetingState;
  /** How often time, place or state changed, for calendars that know the meeting already. */
  @Column('integer', { default: 0 }) sequence: number;
  /** Whom to call about it; may be empty. */
  @Column('text', { default: '' }) contact: string;
  /** Why it was last changed or does not take place, as everybody reads it. */
  @Column('text', { default: '' }) reason: string;
  /** Counts the changes of its agenda, so that two clerks do not overwrite each other. */
  @Column('integer', { default: 0 }) revision: number;
  @Column('timestamptz') changedAt: Date;
}

/** What stands on an agenda beside the winners: opening, questions, announcements. */
@Entity('meeting_point')
export class MeetingPointEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: MeetingPointId;
  @Column('uuid') meetingId: MeetingId;
  @Column('smallint') position: number;
  @Column('text') title: string;
  @Column('smallint') minutes: number;
}

@Entity('agenda_item')
export class AgendaItemEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: AgendaItemId;
  @Column('uuid') proposalId: ProposalId;
  @Column('uuid') roundId: RoundId;
  /** Null while it waits in the queue. */
  @Column('uuid', { nullable: true }) meetingId: MeetingId | null;
  @Column('text') state: AgendaItemState;
  @Column('text') title: string;
  @Column('smallint') minutes: number;
  /** Its place among the points and winners of its meeting. */
  @Column('smallint', { default: 0 }) position: number;
  @Column('timestamptz') createdAt: Date;
}

/** One way onto an agenda or off it: what, why, when. Only ever added to. */
@Entity('agenda_change')
export class AgendaChangeEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') agendaItemId: AgendaItemId;
  @Column('text') verb: 'scheduled' | 'moved' | 'taken-off' | 'held-over' | 'superseded';
  @Column('uuid', { nullable: true }) fromMeetingId: MeetingId | null;
  @Column('uuid', { nullable: true }) toMeetingId: MeetingId | null;
  /** Empty only where nobody chose: the count and the calendar put a winner onto an agenda by themselves. */
  @Column('text') reason: string;
  @Column('uuid', { nullable: true }) actorId: ResidentId | null;
  @Column('timestamptz') changedAt: Date;
}

/** One line of an agenda as it was published. Titles of winners are read where they stand: a moderator may hide one. */
export type PublishedEntry =
  | { readonly kind: 'point'; readonly id: string; readonly title: string; readonly minutes: number }
  | { readonly kind: 'item'; readonly id: string; readonly minutes: number };

@Entity('published_agenda')
export class PublishedAgendaEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') meetingId: MeetingId;
  @PrimaryColumn('integer') version: number;
  @Column('jsonb') entries: readonly PublishedEntry[];
  /** What changed since the version before, as everybody reads it; may be empty. */
  @Column('text') note: string;
  @Column('uuid') publishedBy: ResidentId;
  @Column('timestamptz') publishedAt: Date;
}

/** Asks the submitter to come and tell about the plan. */
@Entity('meeting_invitation')
export class MeetingInvitationEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: InvitationId;
  @Column('uuid') agendaItemId: AgendaItemId;
  @Column('uuid') meetingId: MeetingId;
  @Column('text') state: InvitationState;
  /** Who comes instead; empty unless delegated. */
  @Column('text', { default: '' }) delegateName: string;
  /** What the submitter needs there, such as a screen or a ramp; may be empty. */
  @Column('text', { default: '' }) needs: string;
  @Column('timestamptz') askedAt: Date;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  /** Whether they were there; null until the clerk noted it. */
  @Column('boolean', { nullable: true }) attended: boolean | null;
}

/** What the official says of a plan before the meeting; every version stays. */
@Entity('context_note')
export class ContextNoteEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') agendaItemId: AgendaItemId;
  @PrimaryColumn('integer') version: number;
  @Column('uuid') authorId: ResidentId;
  @Column('text') authorName: string;
  @Column('text') text: string;
  @Column('timestamptz') publishedAt: Date;
}

/** That somebody of the committee has read the papers of a meeting, and of which version; 0 before the first. */
@Entity('paper_reading')
export class PaperReadingEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') meetingId: MeetingId;
  @PrimaryColumn('uuid') accountId: ResidentId;
  @Column('integer') agendaVersion: number;
  @Column('timestamptz') readAt: Date;
}

@Entity('outcome')
export class OutcomeEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') agendaItemId: AgendaItemId;
  /** An item that was held over has another one later. */
  @PrimaryColumn('smallint', { default: 1 }) number: number;
  @Column('text') decision: Decision;
  @Column('text') reasons: string;
  /** The meeting that discussed it. */
  @Column('uuid', { nullable: true }) meetingId: MeetingId | null;
  /** The vote of the committee: all three, or none where it did not vote. */
  @Column('smallint', { nullable: true }) votesFor: number | null;
  @Column('smallint', { nullable: true }) votesAgainst: number | null;
  @Column('smallint', { nullable: true }) votesAbstained: number | null;
  @Column('timestamptz') decidedAt: Date;
}

@Entity('progress_report')
export class ProgressReportEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') agendaItemId: AgendaItemId;
  @Column('text') text: string;
  @Column('text') responsible: string;
  @Column('timestamptz') reportedAt: Date;
  /** The work is done with this one. */
  @Column('boolean', { default: false }) finishes: boolean;
  /** Path below `/media`; all four or none. */
  @Column('text', { nullable: true }) picturePath: string | null;
  @Column('text', { nullable: true }) pictureAlt: string | null;
  @Column('integer', { nullable: true }) pictureWidth: number | null;
  @Column('integer', { nullable: true }) pictureHeight: number | null;
}
