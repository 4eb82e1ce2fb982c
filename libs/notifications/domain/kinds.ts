/** About the winner of a round. */
export const WINNER_KINDS = ['plan-won', 'voted-plan-won', 'item-queued'] as const;
export type WinnerKind = (typeof WINNER_KINDS)[number];

/** About a decision of a moderator. */
export const MODERATION_KINDS = [
  'text-hidden',
  'text-redacted',
  'text-restored',
  'appeal-rejected',
  'report-decided',
] as const;
export type ModerationKind = (typeof MODERATION_KINDS)[number];

/** About two plans that become one. */
export const MERGE_KINDS = ['merge-asked', 'plan-merged'] as const;
export type MergeKind = (typeof MERGE_KINDS)[number];

/** About the meeting where a plan is discussed, to whoever comes to tell about it or took part. */
export const MEETING_KINDS = [
  'meeting-invitation',
  'meeting-reminder-week',
  'meeting-reminder-day',
  'meeting-planned',
  'meeting-moved',
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** What somebody who works for the district has to do about a plan. */
export const TASK_KINDS = ['context-note-asked', 'invitation-unanswered', 'outcome-overdue'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** What became of a plan. */
export const FOLLOW_UP_KINDS = ['outcome-published', 'progress-published'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** Why a message is sent. */
export const MESSAGE_KINDS = [
  ...WINNER_KINDS,
  ...MODERATION_KINDS,
  ...MERGE_KINDS,
  ...MEETING_KINDS,
  ...TASK_KINDS,
  'papers-digest',
  ...FOLLOW_UP_KINDS,
  'count-corrected',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
