/** Days that is kept what is needed for a while only. The law allows no longer than the purpose lasts (AVG, article 5). */
export const RETENTION_DAYS = {
  /** Requests to sign in: they work for ten minutes; an account is made only when one is confirmed. */
  'sign-in-requests': 1,
  /** Invitations that nobody accepted. */
  'staff-invitations': 7,
  /** Second factors that were never confirmed. */
  'second-factor-enrolments': 1,
  /** The network that a vote came from. */
  'vote-origins': 30,
  /** The network that an act of staff came from; the act itself stays. */
  'audit-origins': 30,
  /** The network that a visitor's report came from. */
  'report-origins': 30,
  /** What a moderator took out of a text: each has its own last day, when the time to appeal is over. */
  'redacted-originals': 0,
  /** Earlier words of such a text; they go with what was taken out. */
  'redacted-versions': 0,
} as const;

/** What was older than the answer is thrown away now. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 24 * 3600 * 1000);
}

/** The same day and time (UTC) so many months earlier; the last day of a month that is shorter. */
export function monthsBefore(now: Date, months: number): Date {
  const first = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1);
  const [year, month] = [new Date(first).getUTCFullYear(), new Date(first).getUTCMonth()];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const timeOfDay = now.getTime() % (24 * 3600 * 1000);
  return new Date(Date.UTC(year, month, Math.min(now.getUTCDate(), lastDay)) + timeOfDay);
}
