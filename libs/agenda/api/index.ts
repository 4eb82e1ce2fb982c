export { AgendaModule } from './agenda.module';
export { PlanMeeting, type NewMeeting } from './plan-meeting';
export { RecordOutcome } from './record-outcome';
export { ReadAgenda } from './read-agenda';
export { AgendaItemEntity, MeetingEntity, OutcomeEntity, ProgressReportEntity } from './entities';
