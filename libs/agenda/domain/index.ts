export {
  AGENDA_ITEM_STATES,
  agendaItemTransition,
  DECISIONS,
  type AgendaItemState,
  type AgendaItemVerb,
  type Decision,
} from './lifecycle';
export { CLERK_TASKS, type ClerkTaskKind } from './clerk-tasks';
export { INVITATION_STATES, type InvitationState } from './invitation';
export {
  MEETING_STATES,
  planMeeting,
  promote,
  type Meeting,
  type MeetingState,
  type Promotion,
} from './promotion';
