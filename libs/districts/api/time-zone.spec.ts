import { countDayOf, DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import { toInstant } from './time-zone';

const AMSTERDAM = 'Europe/Amsterdam';

describe('the instant of a count date', () => {
  it.each([
    [2026, 10, '2026-10-13T14:00:00.000Z'],
    [2026, 11, '2026-11-10T15:00:00.000Z'],
    [2027, 3, '2027-03-09T15:00:00.000Z'],
    [2027, 4, '2027-04-13T14:00:00.000Z'],
  ])('follows summer and winter time: %i-%i → %s', (year, month, instant) => {
    expect(toInstant(countDayOf(DEFAULT_RULEBOOK.countRule, year, month), AMSTERDAM).toISOString()).toBe(
      instant,
    );
  });

  it('moves on where the clock skips an hour, and takes the first where it repeats one', () => {
    const at = (month: number, day: number): string =>
      toInstant({ year: 2027, month, day, hour: 2, minute: 30 }, AMSTERDAM).toISOString();
    expect(at(3, 28)).toBe('2027-03-28T01:30:00.000Z');
    expect(at(10, 31)).toBe('2027-10-31T00:30:00.000Z');
  });

  it('reads 16:00 on the wall in every month of 2024–2040', () => {
    const wall = new Intl.DateTimeFormat('nl-NL', {
      timeZone: AMSTERDAM,
      hour: '2-digit',
      minute: '2-digit',
    });
    for (let month = 0; month < 17 * 12; month += 1) {
      const local = countDayOf(DEFAULT_RULEBOOK.countRule, 2024 + Math.floor(month / 12), 1 + (month % 12));
      expect(wall.format(toInstant(local, AMSTERDAM))).toBe('16:00');
    }
  });
});
