import type { PasskeyChallenge } from '../current-session';

const MINUTES = 5;

/** A challenge that lay about is not answered any more. */
export function isInTime({ askedAt }: PasskeyChallenge, now: Date): boolean {
  return now.getTime() - Date.parse(askedAt) < MINUTES * 60_000;
}
