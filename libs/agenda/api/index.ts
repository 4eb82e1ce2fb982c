export { AgendaModule } from './agenda.module';
export { PlanMeeting, type NewMeeting } from './meetings/plan-meeting';
export { RecordOutcome } from './follow-up/record-outcome';
export { ReadAgenda } from './read-agenda';
export { AgendaItemEntity, MeetingEntity, OutcomeEntity, ProgressReportEntity } from './entities';
