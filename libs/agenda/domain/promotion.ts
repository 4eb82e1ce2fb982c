import type { Meeting } from './meeting';

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
