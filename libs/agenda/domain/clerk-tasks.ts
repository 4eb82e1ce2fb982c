/**
 * What waits for the clerk. `plan-meeting`: winners wait and no agenda is open; `context-note-missing`,
 * `invitation-unanswered`, `agenda-not-published`, `agenda-changed` (since it was published): before a meeting;
 * `hold-meeting`: it was, and is not closed; `outcome-missing`: discussed and not decided; `progress-missing`: nothing
 * was told for long; `meeting` and `count-date`: what comes by itself.
 */
export const CLERK_TASKS = [
  'plan-meeting',
  'context-note-missing',
  'invitation-unanswered',
  'agenda-not-published',
  'agenda-changed',
  'hold-meeting',
  'outcome-missing',
  'progress-missing',
  'meeting',
  'count-date',
] as const;
export type ClerkTaskKind = (typeof CLERK_TASKS)[number];
