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

export type MeetingTimes = Pick<Meeting, 'startsAt' | 'agendaDeadline'>;
type MeetingPlace = Pick<Meeting, 'startsAt' | 'state'>;
type TimesRefusal = 'meeting-in-the-past' | 'deadline-after-meeting' | 'meeting-at-same-time';

/** Whether a meeting can be planned; every mistake by its code. */
export function planMeeting(
  { startsAt, agendaDeadline }: MeetingTimes,
  others: readonly MeetingPlace[],
  now: Date,
): Result<true, TimesRefusal> {
  if (startsAt <= now) return refuse('meeting-in-the-past');
  if (agendaDeadline >= startsAt) return refuse('deadline-after-meeting');
  const taken = others.some((o) => o.state !== 'cancelled' && o.startsAt.getTime() === startsAt.getTime());
  return taken ? refuse('meeting-at-same-time') : accept(true);
}

export interface MeetingChange {
  /** Whoever said that they come, said it about another hour. */
  readonly isAtAnotherTime: boolean;
  /** What waits may come onto it after all. */
  readonly opensAgain: boolean;
}

/** Whether the times of a meeting can change, and what follows from it. `others` are those beside it. */
export function changeMeeting(
  meeting: Meeting,
  wanted: MeetingTimes,
  others: readonly MeetingPlace[],
  now: Date,
): Result<MeetingChange, 'meeting-not-planned' | 'meeting-has-started' | TimesRefusal> {
  const ahead = mayArrange(meeting, now);
  if (!ahead.ok) return ahead;
  const possible = planMeeting(wanted, others, now);
  if (!possible.ok) return possible;
  return accept({
    isAtAnotherTime: wanted.startsAt.getTime() !== meeting.startsAt.getTime(),
    opensAgain: meeting.agendaDeadline <= now && wanted.agendaDeadline > now,
  });
}

/** Whether the agenda of a meeting, or the meeting itself, can still be changed: until it begins. */
export function mayArrange(
  meeting: MeetingPlace,
  now: Date,
): Result<true, 'meeting-not-planned' | 'meeting-has-started'> {
  if (meeting.state !== 'planned') return refuse('meeting-not-planned');
  return meeting.startsAt <= now ? refuse('meeting-has-started') : accept(true);
}

/** Whether a meeting can be cancelled: also after its hour, since who was ill that evening tells it the next day. */
export function cancelMeeting({ state }: Pick<Meeting, 'state'>): Result<'cancelled', 'meeting-not-planned'> {
  return state === 'planned' ? accept('cancelled') : refuse('meeting-not-planned');
}

/** Whether a meeting can be closed as held: not before it has begun. */
export function holdMeeting(
  meeting: MeetingPlace,
  now: Date,
): Result<'held', 'meeting-not-planned' | 'outcome-before-discussion'> {
  if (meeting.state !== 'planned') return refuse('meeting-not-planned');
  return meeting.startsAt > now ? refuse('outcome-before-discussion') : accept('held');
}
