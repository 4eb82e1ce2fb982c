export {
  DEFAULT_DELIVERY,
  DEFAULT_LANGUAGE,
  DELIVERIES,
  LANGUAGES,
  type Delivery,
  type Language,
} from './delivery';
export { firstSentences } from './first-sentences';
export { daysToDigest, DIGEST } from './digest';
export {
  FOLLOW_UP_KINDS,
  MEETING_KINDS,
  MERGE_KINDS,
  MESSAGE_KINDS,
  MODERATION_KINDS,
  TASK_KINDS,
  WINNER_KINDS,
  type FollowUpKind,
  type MeetingKind,
  type MergeKind,
  type MessageKind,
  type ModerationKind,
  type TaskKind,
  type WinnerKind,
} from './kinds';
export type {
  AgendaNews,
  CorrectedNews,
  MeetingNews,
  MergeNews,
  Message,
  ModerationNews,
  MovedNews,
  NewsDistrict,
  NewsMeeting,
  NewsPlan,
  NewsReason,
  OutcomeNews,
  OverdueNews,
  PapersNews,
  PlannedNews,
  ProgressNews,
  WinnerNews,
} from './news';
export { belongingOf, TOPICS, type Belonging, type Part, type Topic } from './topic';
