import type { InvitationState } from './invitation';
import type { AgendaItemState } from './lifecycle';
import type { Meeting } from './meeting';
import { promote } from './promotion';
import { answerBy } from './reminders';

/**
 * What waits for the clerk. `plan-meeting`: a winner waits in the queue; `context-note-missing`,
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

const DAY_MS = 86_400_000;
/** In days: how long each thing may take, and how far the desk looks ahead. */
export const DESK_TERMS = {
  planMeeting: 7,
  contextNote: 7,
  publishAgenda: 7,
  publishChanges: 1,
  holdMeeting: 1,
  progress: 90,
  progressAhead: 14,
  ahead: 42,
} as const;

export interface DeskMeeting extends Meeting {
  readonly publishedVersion: number | null;
  /** Since it was published. */
  readonly hasChanges: boolean;
}

export interface DeskItem {
  readonly id: string;
  readonly state: AgendaItemState;
  readonly meetingId: string | null;
  /** When it came into the queue, for one that waits there. */
  readonly queuedAt: Date;
  readonly hasContextNote: boolean;
  readonly invitation: { readonly state: InvitationState; readonly askedAt: Date } | null;
  readonly answerDueAt: Date | null;
  /** When everybody last heard of it, where the work is under way; null where it is not. */
  readonly lastToldAt: Date | null;
}

export interface DeskFacts {
  readonly meetings: readonly DeskMeeting[];
  readonly items: readonly DeskItem[];
  /** Those that are not counted yet. */
  readonly rounds: readonly { readonly number: number; readonly closesAt: Date }[];
}

export interface ClerkTask {
  readonly kind: ClerkTaskKind;
  /** By when, or when it happens. */
  readonly dueAt: Date;
  readonly isLate: boolean;
  readonly meetingId: string | null;
  readonly itemId: string | null;
  readonly roundNumber: number | null;
}

type Task = Pick<ClerkTask, 'kind' | 'dueAt'> & Partial<ClerkTask>;

/** What waits for the clerk, what is late first, then by date. */
export function clerkTasks({ meetings, items, rounds }: DeskFacts, now: Date): ClerkTask[] {
  const ahead = addDays(now, DESK_TERMS.ahead);
  const tasks: Task[] = [
    ...meetings.flatMap((meeting) =>
      tasksOfMeeting(
        meeting,
        items.some(({ meetingId }) => meetingId === meeting.id),
        now,
      ),
    ),
    ...items.flatMap((item) =>
      tasksOfItem(item, meetings.find(({ id }) => id === item.meetingId) ?? null, now),
    ),
    ...rounds
      .filter(({ closesAt }) => closesAt > now && closesAt <= ahead)
      .map(({ number, closesAt }) => ({
        kind: 'count-date' as const,
        dueAt: closesAt,
        roundNumber: number,
        // Where its winner will go, as the meetings stand.
        meetingId: promote(meetings, closesAt).meetingId,
      })),
  ];
  return tasks
    .map((task) => ({
      meetingId: null,
      itemId: null,
      roundNumber: null,
      ...task,
      isLate: task.dueAt < now,
    }))
    .sort(inTurn);
}

function tasksOfMeeting(meeting: DeskMeeting, hasWinners: boolean, now: Date): Task[] {
  if (meeting.state !== 'planned') return [];
  const { id: meetingId, startsAt, agendaDeadline } = meeting;
  if (startsAt <= now)
    return [{ kind: 'hold-meeting', dueAt: addDays(startsAt, DESK_TERMS.holdMeeting), meetingId }];
  const tasks: Task[] = [];
  if (startsAt <= addDays(now, DESK_TERMS.ahead)) tasks.push({ kind: 'meeting', dueAt: startsAt, meetingId });
  if (meeting.publishedVersion === null && hasWinners) {
    // Not before nothing can come onto it any more.
    const inTime = addDays(startsAt, -DESK_TERMS.publishAgenda);
    tasks.push({
      kind: 'agenda-not-published',
      dueAt: inTime < agendaDeadline ? agendaDeadline : inTime,
      meetingId,
    });
  }
  if (meeting.publishedVersion !== null && meeting.hasChanges)
    tasks.push({ kind: 'agenda-changed', dueAt: addDays(startsAt, -DESK_TERMS.publishChanges), meetingId });
  return tasks;
}

function tasksOfItem(item: DeskItem, meeting: DeskMeeting | null, now: Date): Task[] {
  const about = { itemId: item.id, meetingId: item.meetingId };
  const tasks: Task[] = [];
  if (item.state === 'queued')
    tasks.push({ kind: 'plan-meeting', dueAt: addDays(item.queuedAt, DESK_TERMS.planMeeting), ...about });
  if (item.state === 'scheduled' && meeting !== null && meeting.startsAt > now) {
    if (!item.hasContextNote)
      tasks.push({
        kind: 'context-note-missing',
        dueAt: addDays(meeting.startsAt, -DESK_TERMS.contextNote),
        ...about,
      });
    if (item.invitation?.state === 'asked')
      tasks.push({
        kind: 'invitation-unanswered',
        dueAt: earlier(answerBy(item.invitation.askedAt), meeting.startsAt),
        ...about,
      });
  }
  if (item.state === 'discussed' && item.answerDueAt !== null)
    tasks.push({ kind: 'outcome-missing', dueAt: item.answerDueAt, ...about });
  if (item.lastToldAt !== null) {
    const dueAt = addDays(item.lastToldAt, DESK_TERMS.progress);
    if (dueAt <= addDays(now, DESK_TERMS.progressAhead))
      tasks.push({ kind: 'progress-missing', dueAt, ...about });
  }
  return tasks;
}

function inTurn(a: ClerkTask, b: ClerkTask): number {
  if (a.isLate !== b.isLate) return a.isLate ? -1 : 1;
  return a.dueAt.getTime() - b.dueAt.getTime() || CLERK_TASKS.indexOf(a.kind) - CLERK_TASKS.indexOf(b.kind);
}

function addDays(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS);
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
