import { LANGUAGE, WRITES } from './language';

/**
 * Dates as this site writes them: the weekday in full, "16.00 uur" (in English "16:00"), no break inside a date or a time.
 * All of them take the moment; those that compare also take "now", so that server, browser and tests agree.
 */
const ZONE = 'Europe/Amsterdam';
const NO_BREAK = '\u00a0';
const DAY_MS = 86_400_000;

type Moment = string | Date;

const asDate = (moment: Moment): Date => (typeof moment === 'string' ? new Date(moment) : moment);
const written = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(WRITES, { timeZone: ZONE, ...options });

const DAY = written({ weekday: 'long', day: 'numeric', month: 'long' });
const DATE = written({ day: 'numeric', month: 'long', year: 'numeric' });
const DAY_AND_YEAR = written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const SHORT = written({ day: 'numeric', month: 'short' });
const MONTH = written({ month: 'long', year: 'numeric' });
const CLOCK = written({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
const CALENDAR = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' });

function parts(format: Intl.DateTimeFormat, moment: Moment): Record<string, string> {
  return Object.fromEntries(format.formatToParts(asDate(moment)).map(({ type, value }) => [type, value]));
}

/** "dinsdag 8 december" */
export function dayInFull(moment: Moment): string {
  const { weekday, day, month } = parts(DAY, moment);
  return `${weekday} ${day}${NO_BREAK}${month}`;
}

/** "8 december 2026" */
export function dateInFull(moment: Moment): string {
  const { day, month, year } = parts(DATE, moment);
  return `${day}${NO_BREAK}${month}${NO_BREAK}${year}`;
}

/** "Dinsdag 8 december 2026", where it stands by itself. */
export function dayWithYear(moment: Moment): string {
  const { weekday, day, month, year } = parts(DAY_AND_YEAR, moment);
  return capital(`${weekday} ${day}${NO_BREAK}${month}${NO_BREAK}${year}`);
}

/** "8 dec", for tight places that repeat a date given in full elsewhere. */
export function dateShort(moment: Moment): string {
  const { day, month } = parts(SHORT, moment);
  return `${day}${NO_BREAK}${month?.replace('.', '')}`;
}

/** "november 2026" */
export function monthInFull(moment: Moment): string {
  return MONTH.format(asDate(moment));
}

/** "16.00 uur" */
export function timeOfDay(moment: Moment): string {
  const { hour, minute } = parts(CLOCK, moment);
  return $localize`${Number(hour)}:hour:.${minute}:minute:\u00a0uur`;
}

/** "dinsdag 8 december om 16.00 uur" */
export function dayAndTime(moment: Moment): string {
  return $localize`${dayInFull(moment)}:day: om ${timeOfDay(moment)}:time:`;
}

/** Midnights in Amsterdam between the two: 0 is today, 1 is tomorrow, also when the clock changes in between. */
export function daysUntil(moment: Moment, now: Date): number {
  const midnight = (value: Moment) => Date.parse(`${CALENDAR.format(asDate(value))}T00:00:00Z`);
  return Math.round((midnight(moment) - midnight(now)) / DAY_MS);
}

/** "9 dagen", "1 dag" */
export function days(count: number): string {
  return `${count}${NO_BREAK}${count === 1 ? $localize`dag` : $localize`dagen`}`;
}

/** "vandaag", "morgen" or "over 9 dagen" */
export function fromNow(moment: Moment, now: Date): string {
  const left = daysUntil(moment, now);
  if (left <= 0) return $localize`vandaag`;
  return left === 1 ? $localize`morgen` : $localize`over ${days(left)}:days:`;
}

/** The first letter as a capital, for a sentence that starts with a day or a number: "Eén", as Dutch writes it. */
export function capital(text: string): string {
  return text.charAt(0).normalize('NFD').charAt(0).toLocaleUpperCase(LANGUAGE) + text.slice(1);
}
