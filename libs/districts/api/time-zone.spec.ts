import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import {
  countDaysOf,
  DEFAULT_RULEBOOK,
  type CountDateRule,
  type LocalDateTime,
} from '@buurtstem/districts-domain';
import { toInstant } from './time-zone';

const AMSTERDAM = 'Europe/Amsterdam';
const RULES: readonly CountDateRule[] = [
  DEFAULT_RULEBOOK.countRule,
  { kind: 'last-weekday-of-month', time: '12:00', timeZone: AMSTERDAM },
];

/** Every month of 2024–2040, by each of the rules. */
const everyCount: readonly LocalDateTime[] = RULES.flatMap((rule) =>
  Array.from({ length: 17 * 12 }, (_, month) =>
    countDaysOf(rule, 2024 + Math.floor(month / 12), 1 + (month % 12)),
  ).flat(),
);

describe('R4: the instant of a count date', () => {
  it.each([
    [2026, 10, '2026-10-13T14:00:00.000Z'],
    [2026, 11, '2026-11-10T15:00:00.000Z'],
    [2027, 3, '2027-03-09T15:00:00.000Z'],
    [2027, 4, '2027-04-13T14:00:00.000Z'],
  ])('follows summer and winter time: %i-%i → %s', (year, month, instant) => {
    const [local] = countDaysOf(DEFAULT_RULEBOOK.countRule, year, month);
    expect(toInstant(local!, AMSTERDAM).toISOString()).toBe(instant);
  });

  it('moves on where the clock skips an hour, and takes the first where it repeats one', () => {
    const at = (month: number, day: number): string =>
      toInstant({ year: 2027, month, day, hour: 2, minute: 30 }, AMSTERDAM).toISOString();
    expect(at(3, 28)).toBe('2027-03-28T01:30:00.000Z');
    expect(at(10, 31)).toBe('2027-10-31T00:30:00.000Z');
  });

  it('does so on every change of the clock in 2024–2040', () => {
    for (let year = 2024; year <= 2040; year += 1) {
      const lastSunday = (month: number): number => 31 - new Date(Date.UTC(year, month - 1, 31)).getUTCDay();
      const at = (month: number): string =>
        toInstant({ year, month, day: lastSunday(month), hour: 2, minute: 30 }, AMSTERDAM).toISOString();
      expect(at(3).slice(11)).toBe('01:30:00.000Z');
      expect(at(10).slice(11)).toBe('00:30:00.000Z');
    }
  });

  it('reads the time of the rule on the wall, in every month of 2024–2040', () => {
    const wall = new Intl.DateTimeFormat('sv-SE', {
      timeZone: AMSTERDAM,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    expect(everyCount).toHaveLength(2 * 17 * 12);
    for (const { year, month, day, hour, minute } of everyCount) {
      const written = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
      expect(wall.format(toInstant({ year, month, day, hour, minute }, AMSTERDAM))).toBe(written);
    }
  });

  it('P7: a vote of the millisecond before counts and one at the instant does not, in every month of 2024–2040', () => {
    for (const local of everyCount) {
      const closesAt = toInstant(local, AMSTERDAM);
      const oneEarlier = new Date(closesAt.getTime() - 1);
      expect([oneEarlier < closesAt, new Date(closesAt) < closesAt]).toEqual([true, false]);
    }
  });

  // A zone cannot be changed within a process reliably; Node reads the TypeScript as it is.
  it.each(['UTC', 'Pacific/Apia'])('P7: is the same in a process that runs in %s', (zone) => {
    const program = `
      import(${JSON.stringify(join(__dirname, 'time-zone.ts'))}).then(({ toInstant }) => {
        const days = JSON.parse(process.argv[1]);
        process.stdout.write(JSON.stringify(days.map((day) => toInstant(day, '${AMSTERDAM}'))));
      })`;
    const said = execFileSync(
      process.execPath,
      ['--no-warnings', '-e', program, JSON.stringify(everyCount)],
      {
        env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
        encoding: 'utf8',
      },
    );
    expect(JSON.parse(said)).toEqual(everyCount.map((day) => toInstant(day, AMSTERDAM).toISOString()));
  });
});

function two(number: number): string {
  return String(number).padStart(2, '0');
}
