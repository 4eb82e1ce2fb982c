import {
  countDatesAfter,
  type CountDateRule,
  type NthWeekdayRule,
  type ToInstant,
} from '@buurtstem/districts-domain';
import { COUNTED_ROUNDS } from './story';

const DAY = 24 * 3600 * 1000;
/** The open round should have this many days left: long enough to vote, short enough to be exciting. */
const DAYS_LEFT = { least: 6, most: 13, best: 9 };
const MONTHS_BACK = COUNTED_ROUNDS + 3;

export interface StoryCalendar {
  readonly now: Date;
  readonly countRule: CountDateRule;
  /** The count before the story begins; the first round opens right after it. */
  readonly start: Date;
  /** The count dates of the story in order: those that are counted, then the open one, then two ahead. */
  readonly counts: readonly Date[];
  /** The committee meets thirty days after each of these counts; the agenda closes ten days earlier. */
  readonly meetings: readonly { readonly startsAt: Date; readonly agendaDeadline: Date }[];
}

/** Lays the story around now, so that the demo is alive on whatever day it is started. */
export function layCalendar(now: Date, toInstant: ToInstant): StoryCalendar {
  const countRule = ruleNear(now, toInstant);
  const early = new Date(now.getTime() - MONTHS_BACK * 31 * DAY);
  const dates = countDatesAfter(countRule, early, MONTHS_BACK + 6, toInstant);
  const open = dates.findIndex((date) => date > now);
  const counts = dates.slice(open - COUNTED_ROUNDS, open + 3);
  const start = dates[open - COUNTED_ROUNDS - 1];
  if (!start || counts.length !== COUNTED_ROUNDS + 3)
    throw new Error('The calendar does not reach far enough.');
  return { now, countRule, start, counts, meetings: counts.map((count) => meetingAfter(count, toInstant)) };
}

/** "The second Tuesday", or whichever day of the month makes the next count come soon but not at once. */
function ruleNear(now: Date, toInstant: ToInstant): CountDateRule {
  const rules = ([2, 1, 3, 4] as const).flatMap((weekday) =>
    ([2, 1, 3, 4] as const).map((nth): NthWeekdayRule => {
      return { kind: 'nth-weekday', nth, weekday, time: '16:00', timeZone: 'Europe/Amsterdam' };
    }),
  );
  const daysLeft = (rule: CountDateRule) => {
    const [next] = countDatesAfter(rule, now, 1, toInstant);
    return next ? (next.getTime() - now.getTime()) / DAY : Infinity;
  };
  const fitting = rules.filter(
    (rule) => daysLeft(rule) >= DAYS_LEFT.least && daysLeft(rule) <= DAYS_LEFT.most,
  );
  const distance = (rule: NthWeekdayRule) =>
    Math.abs(daysLeft(rule) - DAYS_LEFT.best) + (rule.weekday <= 2 ? 0 : 7);
  const [best] = fitting.sort((one, other) => distance(one) - distance(other));
  if (!best) throw new Error('No count date falls within the coming two weeks.');
  return best;
}

/** Half past seven in the evening, thirty days after the count, on the wall clock of the district. */
function meetingAfter(count: Date, toInstant: ToInstant): { startsAt: Date; agendaDeadline: Date } {
  return {
    startsAt: atTime(new Date(count.getTime() + 30 * DAY), 19, 30, toInstant),
    agendaDeadline: atTime(new Date(count.getTime() + 20 * DAY), 12, 0, toInstant),
  };
}

const DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

function atTime(day: Date, hour: number, minute: number, toInstant: ToInstant): Date {
  const [year = 0, month = 0, dayOfMonth = 0] = DATE.format(day).split('-').map(Number);
  return toInstant({ year, month, day: dayOfMonth, hour, minute }, 'Europe/Amsterdam');
}
