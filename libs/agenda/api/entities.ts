import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgendaItemState, Decision, MeetingState } from '@buurtstem/agenda-domain';
import type { AgendaItemId, MeetingId, ProposalId, RoundId } from '@buurtstem/shared-domain';

@Entity('meeting')
export class MeetingEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: MeetingId;
  @Column('timestamptz') startsAt: Date;
  /** Until this instant an item may come onto the agenda. */
  @Column('timestamptz') agendaDeadline: Date;
  @Column('text') place: string;
  @Column('text') state: MeetingState;
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
  @Column('timestamptz') createdAt: Date;
}

@Entity('outcome')
export class OutcomeEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') agendaItemId: AgendaItemId;
  @Column('text') decision: Decision;
  @Column('text') reasons: string;
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
}
