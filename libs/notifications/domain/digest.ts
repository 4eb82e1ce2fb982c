/** When the digest goes out: in ISO weekdays (Monday is 1), on the wall clock of the time zone. */
export const DIGEST = { weekday: 5, hour: 16, minute: 0, timeZone: 'Europe/Amsterdam' } as const;

const DAYS = 7;

/**
 * How many days after `local` the next digest goes out, from 0 to 7; on the minute itself it goes out now, so the next
 * one is a week on.
 */
export function daysToDigest(local: {
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}): number {
  const days = (DIGEST.weekday - local.weekday + DAYS) % DAYS;
  const isPast = local.hour * 60 + local.minute >= DIGEST.hour * 60 + DIGEST.minute;
  return days === 0 && isPast ? DAYS : days;
}
