/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** "The second Tuesday of the month at 16:00", in the district's own time. */
export interface CountDateRule {
  readonly kind: 'nth-weekday';
  /** 5 means the last one, where a month has no fifth. */
  readonly nth: 1 | 2 | 3 | 4 | 5;
  readonly weekday: Weekday;
  /** Local time, `HH:MM`. */
  readonly time: string;
  readonly timeZone: string;
}

/** A day of the calendar with a time on the wall clock; no instant until a time zone is applied. */
export interface LocalDateTime {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** Turns wall-clock time into the one instant that it means; given from outside, since zones need a data base. */
export type ToInstant = (local: LocalDateTime, timeZone: string) => Date;

/** The day in the month on which the rule falls. */
export function countDayOf(rule: CountDateRule, year: number, month: number): LocalDateTime {
  const firstWeekday = isoWeekday(Date.UTC(year, month - 1, 1));
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const first = 1 + ((rule.weekday - firstWeekday + 7) % 7);
  const wanted = first + (rule.nth - 1) * 7;
  const day = wanted > daysInMonth ? wanted - 7 : wanted;
  return { year, month, day, hour: Number(rule.time.slice(0, 2)), minute: Number(rule.time.slice(3)) };
}

/** The next `count` count dates strictly after an instant, as instants, earliest first. */
export function countDatesAfter(
  rule: CountDateRule,
  after: Date,
  count: number,
  toInstant: ToInstant,
): Date[] {
  const dates: Date[] = [];
  // Starts a month early: local midnight on the first may still be the month before in UTC.
  for (let offset = -1; dates.length < count; offset += 1) {
    const month = new Date(Date.UTC(after.getUTCFullYear(), after.getUTCMonth() + offset, 1));
    const local = countDayOf(rule, month.getUTCFullYear(), month.getUTCMonth() + 1);
    const instant = toInstant(local, rule.timeZone);
    if (instant > after) dates.push(instant);
  }
  return dates;
}

function isoWeekday(utc: number): number {
  return new Date(utc).getUTCDay() || 7;
}
