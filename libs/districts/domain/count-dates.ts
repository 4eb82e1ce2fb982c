/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a district counts, in its own time. */
export type CountDateRule = NthWeekdayRule | LastWeekdayRule | ListRule;

/** "The second Tuesday of the month at 16:00". */
export interface NthWeekdayRule {
  readonly kind: 'nth-weekday';
  /** 5 means the last one, where a month has no fifth. */
  readonly nth: 1 | 2 | 3 | 4 | 5;
  readonly weekday: Weekday;
  /** Local time, `HH:MM`. */
  readonly time: string;
  readonly timeZone: string;
}

/** "The last working day of the month at 12:00": Monday to Friday, holidays or not. */
export interface LastWeekdayRule {
  readonly kind: 'last-weekday-of-month';
  readonly time: string;
  readonly timeZone: string;
}

/** Dates as the district council set them; after the last one no count is planned. */
export interface ListRule {
  readonly kind: 'list';
  /** `YYYY-MM-DD HH:MM`, earliest first. */
  readonly dates: readonly string[];
  readonly timeZone: string;
}

/** Days of every year in which no count falls, both included, as `MM-DD`; it may span New Year. */
export interface Recess {
  readonly from: string;
  readonly until: string;
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

/** How far ahead dates are looked for: a recess may leave out a month, and a list may have ended. */
const MONTHS_LOOKED_AHEAD = 240;

/** The moments in a month on which the rule falls, recess or not: one, but for a list. */
export function countDaysOf(rule: CountDateRule, year: number, month: number): LocalDateTime[] {
  switch (rule.kind) {
    case 'nth-weekday':
      return [at({ year, month, day: nthWeekday(rule, year, month) }, rule.time)];
    case 'last-weekday-of-month':
      return [at({ year, month, day: lastWorkingDay(year, month) }, rule.time)];
    case 'list':
      return rule.dates
        .map(readLocal)
        .filter((local): local is LocalDateTime => local?.year === year && local.month === month);
  }
}

/**
 * The next count dates strictly after an instant, as instants, earliest first; at most `count`, fewer where the rule is
 * a list that ends.
 */
export function countDatesAfter(
  rule: CountDateRule,
  after: Date,
  count: number,
  toInstant: ToInstant,
  recess: readonly Recess[] = [],
): Date[] {
  const dates: Date[] = [];
  // Starts a month early: local midnight on the first may still be the month before in UTC.
  for (let offset = -1; dates.length < count && offset < MONTHS_LOOKED_AHEAD; offset += 1) {
    const month = new Date(Date.UTC(after.getUTCFullYear(), after.getUTCMonth() + offset, 1));
    const instants = countDaysOf(rule, month.getUTCFullYear(), month.getUTCMonth() + 1)
      .filter((local) => !isInRecess(local, recess))
      .map((local) => toInstant(local, rule.timeZone))
      .filter((instant) => instant > after)
      .sort((a, b) => a.getTime() - b.getTime());
    dates.push(...instants.slice(0, count - dates.length));
  }
  return dates;
}

/** Whether a day lies in one of the recesses. */
export function isInRecess(
  { month, day }: Pick<LocalDateTime, 'month' | 'day'>,
  recesses: readonly Recess[],
): boolean {
  const today = `${padded(month)}-${padded(day)}`;
  return recesses.some(({ from, until }) =>
    from <= until ? from <= today && today <= until : today >= from || today <= until,
  );
}

/** Reads `YYYY-MM-DD HH:MM`; null where the calendar has no such day, or the clock no such time. */
export function readLocal(text: string): LocalDateTime | null {
  const found = /^(\d{4})-(\d\d)-(\d\d) ([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (found === null) return null;
  const [year, month, day, hour, minute] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return isDay ? { year, month, day, hour, minute } : null;
}

function at(day: Pick<LocalDateTime, 'year' | 'month' | 'day'>, time: string): LocalDateTime {
  return { ...day, hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) };
}

function nthWeekday({ nth, weekday }: NthWeekdayRule, year: number, month: number): number {
  const first = 1 + ((weekday - isoWeekday(year, month, 1) + 7) % 7);
  const wanted = first + (nth - 1) * 7;
  return wanted > daysIn(year, month) ? wanted - 7 : wanted;
}

function lastWorkingDay(year: number, month: number): number {
  const last = daysIn(year, month);
  return last - Math.max(0, isoWeekday(year, month, last) - 5);
}

function isoWeekday(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
