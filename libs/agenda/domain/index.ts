export {
  AGENDA_ITEM_STATES,
  agendaItemTransition,
  DECISIONS,
  type AgendaItemState,
  type AgendaItemVerb,
  type Decision,
} from './lifecycle';
export {
  cancelMeeting,
  changeMeeting,
  holdMeeting,
  mayArrange,
  MEETING_STATES,
  planMeeting,
  type Meeting,
  type MeetingChange,
  type MeetingState,
} from './meeting';
export { promote, type Promotion } from './promotion';
export { moveItem, type Move } from './moving';
export {
  arrangeAgenda,
  hasChanges,
  inOrder,
  positionOfNext,
  publicAgenda,
  publishAgenda,
  timesOf,
  type Arrangement,
  type Entry,
  type Point,
  type PublishedLine,
  type WantedEntry,
  type Winner,
} from './agenda';
export {
  answerInvitation,
  INVITATION_ANSWERS,
  INVITATION_STATES,
  invitationTransition,
  isOpenInvitation,
  type Answered,
  type InvitationAnswer,
  type InvitationState,
  type InvitationVerb,
} from './invitation';
export { answerDue, decide, mayWriteNote, type CommitteeVote, type Outcome } from './outcome';
export { arePapersDue, isUnanswered, PAPERS_DAYS, reminderDue, UNANSWERED_DAYS } from './reminders';
export {
  CLERK_TASKS,
  clerkTasks,
  DESK_TERMS,
  type ClerkTask,
  type ClerkTaskKind,
  type DeskFacts,
  type DeskItem,
  type DeskMeeting,
} from './clerk-tasks';
