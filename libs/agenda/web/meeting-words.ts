import type { AgendaEntry, Meeting } from '@buurtstem/contract';
import { capital, dateShort, dayInFull, timeOfDay } from '@buurtstem/ui';

const MINUTE_MS = 60_000;

/** "19.30", for a column of times; the word "uur" is for who hears them. */
export function clockTime(moment: string | Date): string {
  return timeOfDay(moment).replace(/\u00a0uur$/, '');
}

/** "Dinsdag 5 januari, 19.30 uur" */
export function meetingHeading({ startsAt }: Pick<Meeting, 'startsAt'>): string {
  return capital(`${dayInFull(startsAt)}, ${timeOfDay(startsAt)}`);
}

/** "5" and "jan", for a block with a date. */
export function dateBlock(moment: string): { readonly day: string; readonly month: string } {
  const [day = '', month = ''] = dateShort(moment).split('\u00a0');
  return { day, month };
}

/** When the last entry is over; null while nothing stands on the agenda. */
export function endOf(entries: readonly Pick<AgendaEntry, 'startsAt' | 'minutes'>[]): Date | null {
  const last = entries.at(-1);
  return last ? new Date(Date.parse(last.startsAt) + last.minutes * MINUTE_MS) : null;
}

/** "19.30 tot 21.00 uur"; only the beginning while the rest is not known. */
export function hoursOf({ startsAt, entries, published }: Meeting): string {
  const end = published ? endOf(entries) : null;
  return end
    ? $localize`${clockTime(startsAt)}:clockTime: tot ${timeOfDay(end)}:end:`
    : $localize`Begint om ${timeOfDay(startsAt)}:startsAt:`;
}

/** "De agenda sluit op vrijdag 18 december"; afterwards that it did. */
export function deadlineWords({ agendaDeadline }: Pick<Meeting, 'agendaDeadline'>, now: Date): string {
  const day = dayInFull(agendaDeadline);
  return Date.parse(agendaDeadline) > now.getTime()
    ? $localize`De agenda sluit op ${day}:day:.`
    : $localize`De agenda sloot op ${day}:day:.`;
}

/** Whether a meeting is still to come. */
export function isToCome({ state, startsAt }: Pick<Meeting, 'state' | 'startsAt'>, now: Date): boolean {
  return state === 'planned' && Date.parse(startsAt) > now.getTime();
}

/** Whom to ask, as the clerk typed it; a telephone number stays on one line. */
export function contactWords(contact: string): string {
  return contact.replaceAll(/(\d) (?=\d)/g, '$1\u00a0');
}
