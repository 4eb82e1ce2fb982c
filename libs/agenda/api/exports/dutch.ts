const ZONE = 'Europe/Amsterdam';
const DATE = new Intl.DateTimeFormat('nl-NL', {
  timeZone: ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat('nl-NL', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const NUMBER = new Intl.NumberFormat('nl-NL');
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** `dinsdag 5 januari 2027` */
export function longDate(iso: string): string {
  return DATE.format(new Date(iso));
}

/** `19.30` */
export function clockTime(iso: string): string {
  return TIME.format(new Date(iso)).replace(':', '.');
}

/** `dinsdag 5 januari 2027 om 19.30 uur` */
export function dateAndTime(iso: string): string {
  return `${longDate(iso)} om ${clockTime(iso)} uur`;
}

/** `2027-01-05`: the day in Amsterdam, for names of files and for fields that hold a date. */
export function isoDay(iso: string): string {
  return DAY.format(new Date(iso));
}

/** `1.240` */
export function wholeNumber(count: number): string {
  return NUMBER.format(count);
}

export const DECISIONS = {
  adopted: 'overgenomen',
  'partly-adopted': 'deels overgenomen',
  rejected: 'afgewezen',
  'held-over': 'aangehouden',
} as const;
