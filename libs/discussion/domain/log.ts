/** What a line of the public moderation log can say was done. */
export const LOG_ACTS = [
  'hidden',
  'redacted',
  'kept',
  'restored',
  'appeal-rejected',
  'appeal-granted',
  'merged',
] as const;
export type LogAct = (typeof LOG_ACTS)[number];

export const LOG_SUBJECTS = ['proposal', 'argument', 'reply', 'picture'] as const;
export type LogSubject = (typeof LOG_SUBJECTS)[number];
