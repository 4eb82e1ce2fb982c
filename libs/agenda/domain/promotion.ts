import { accept, refuse, type Result } from '@buurtstem/shared-domain';

export const MEETING_STATES = ['planned', 'held', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export interface Meeting {
  readonly id: string;
  readonly startsAt: Date;
  /** Until this instant an item may come onto the agenda. */
  readonly agendaDeadline: Date;
  readonly state: MeetingState;
}

/** Where the winner of a count goes. */
export type Promotion =
  | { readonly state: 'scheduled'; readonly meetingId: string }
  | { readonly state: 'queued'; readonly meetingId: null };

/**
 * The first meeting whose agenda deadline is still open at an instant, or the queue. No human choice. For a winner
 * the instant is the count date itself, not the time of counting, so that a late count gives the same agenda.
 */
export function promote(meetings: readonly Meeting[], at: Date): Promotion {
  const [first] = meetings
    .filter((meeting) => meeting.state === 'planned' && meeting.agendaDeadline > at)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1));
  return first === undefined
    ? { state: 'queued', meetingId: null }
    : { state: 'scheduled', meetingId: first.id };
}

/** Whether a meeting can be planned; every mistake by its code. */
export function planMeeting(
  meeting: { readonly startsAt: Date; readonly agendaDeadline: Date },
  others: readonly { readonly startsAt: Date; readonly state: MeetingState }[],
  now: Date,
): Result<true, 'meeting-in-the-past' | 'deadline-after-meeting' | 'meeting-at-same-time'> {
  if (meeting.startsAt <= now) return refuse('meeting-in-the-past');
  if (meeting.agendaDeadline >= meeting.startsAt) return refuse('deadline-after-meeting');
  const taken = others.some(
    (o) => o.state !== 'cancelled' && o.startsAt.getTime() === meeting.startsAt.getTime(),
  );
  return taken ? refuse('meeting-at-same-time') : accept(true);
}
