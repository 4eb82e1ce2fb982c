const WHEN = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const CLOCK = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const WHOLE = new Intl.NumberFormat('nl-NL');

/** "dinsdag 8 december 2026 om 16.00 uur" */
export function moment(iso: string): string {
  const [hours, minutes] = clockOf(iso);
  return `${WHEN.format(new Date(iso))} om ${Number(hours)}.${minutes} uur`;
}

/** "dinsdag 8 december 2026 om 16.00.07 uur": when a computer did something. */
export function secondOf(iso: string): string {
  const [hours, minutes, seconds] = clockOf(iso);
  return `${WHEN.format(new Date(iso))} om ${Number(hours)}.${minutes}.${seconds} uur`;
}

export function whole(value: number): string {
  return WHOLE.format(value);
}

/** "1 stem", "1.204 stemmen" */
export function count(value: number, one: string, several: string): string {
  return `${whole(value)} ${value === 1 ? one : several}`;
}

function clockOf(iso: string): string[] {
  return CLOCK.format(new Date(iso)).split(':');
}
