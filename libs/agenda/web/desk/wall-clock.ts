const ZONE = 'Europe/Amsterdam';
const DAY_MS = 86_400_000;
const CLOCK = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** A day and a time as the fields of a form have them: `2026-12-01` and `19:30`. */
export interface WallClock {
  readonly day: string;
  readonly time: string;
}

/** What the clocks in Amsterdam say at a moment. */
export function wallClockOf(moment: string | Date): WallClock {
  const { year, month, day, hour, minute } = parts(new Date(moment));
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

/**
 * The instant that the clocks in Amsterdam mean; null for what is no day or no time. In the hour that spring skips the time
 * moves an hour on, in the hour that autumn repeats the first of the two is meant, as the API does (RFC 5545).
 */
export function instantOf({ day, time }: WallClock): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}/.test(time)) return null;
  const wanted = Date.parse(`${day}T${time.slice(0, 5)}:00Z`);
  // The engine rolls 31 February over to March; that is another day than was typed.
  if (Number.isNaN(wanted) || new Date(wanted).toISOString().slice(0, 10) !== day) return null;
  const [before, after] = [offsetAt(wanted - DAY_MS), offsetAt(wanted + DAY_MS)];
  const meant = [wanted - before, wanted - after].filter((instant) => instant + offsetAt(instant) === wanted);
  return new Date(meant.length > 0 ? Math.min(...meant) : wanted - before);
}

/** How far the clocks in Amsterdam are ahead of UTC, in milliseconds. */
function offsetAt(instant: number): number {
  const { year, month, day, hour, minute, second } = parts(new Date(instant));
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - instant;
}

function parts(moment: Date): Record<string, string> {
  return Object.fromEntries(CLOCK.formatToParts(moment).map(({ type, value }) => [type, value]));
}
