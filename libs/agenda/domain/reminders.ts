import type { InvitationState } from './invitation';
import type { Meeting } from './meeting';

const DAY_MS = 86_400_000;
/** Days after which somebody who did not answer is called. */
export const UNANSWERED_DAYS = 5;
/** Days before a meeting at which the committee gets its papers. */
export const PAPERS_DAYS = 2;

interface Asked {
  readonly state: InvitationState;
  readonly askedAt: Date;
}

/** Which reminder the submitter must have by now; none where the invitation itself is that recent, or they do not come. */
export function reminderDue(
  { state, askedAt }: Asked,
  meeting: Pick<Meeting, 'startsAt' | 'state'>,
  now: Date,
): 'week' | 'day' | null {
  if (state === 'lapsed' || state === 'declined' || !isAhead(meeting, now)) return null;
  const dayBefore = before(meeting, 1);
  const reminder = now >= dayBefore ? 'day' : 'week';
  const from = reminder === 'day' ? dayBefore : before(meeting, 7);
  return now >= from && askedAt < from ? reminder : null;
}

/** Whether the clerk has to hear that nobody answered. */
export function isUnanswered(
  { state, askedAt }: Asked,
  meeting: Pick<Meeting, 'startsAt' | 'state'>,
  now: Date,
): boolean {
  return state === 'asked' && isAhead(meeting, now) && now >= answerBy(askedAt);
}

/** By when the submitter should have answered. */
export function answerBy(askedAt: Date): Date {
  return new Date(askedAt.getTime() + UNANSWERED_DAYS * DAY_MS);
}

/** Whether the committee must have its papers by now. */
export function arePapersDue(meeting: Pick<Meeting, 'startsAt' | 'state'>, now: Date): boolean {
  return isAhead(meeting, now) && now >= before(meeting, PAPERS_DAYS);
}

function isAhead({ state, startsAt }: Pick<Meeting, 'startsAt' | 'state'>, now: Date): boolean {
  return state === 'planned' && now < startsAt;
}

function before({ startsAt }: Pick<Meeting, 'startsAt'>, days: number): Date {
  return new Date(startsAt.getTime() - days * DAY_MS);
}
