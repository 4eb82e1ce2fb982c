export { AgendaModule } from './agenda.module';
export { PlanMeeting, type NewMeeting } from './meetings/plan-meeting';
export { RecordOutcome } from './follow-up/record-outcome';
export { ArrangeAgenda } from './agenda/arrange-agenda';
export { PublishAgenda } from './agenda/publish-agenda';
export { WriteContextNote } from './follow-up/write-context-note';
export { AnswerInvitation } from './invitation/answer-invitation';
export { ReadAgenda } from './read-agenda';
export { AgendaItemEntity, MeetingEntity, OutcomeEntity, ProgressReportEntity } from './entities';
