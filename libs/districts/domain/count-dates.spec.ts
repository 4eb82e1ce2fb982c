import fc from 'fast-check';
import {
  countDatesAfter,
  countDayOf,
  DEFAULT_RULEBOOK,
  type CountDateRule,
  type LocalDateTime,
} from './index';

const secondTuesday = DEFAULT_RULEBOOK.countRule;
/** UTC+1 all year: enough here; real zones are tested where they are converted (platform). */
const utcPlusOne = (l: LocalDateTime): Date =>
  new Date(Date.UTC(l.year, l.month - 1, l.day, l.hour - 1, l.minute));

describe('the count date', () => {
  it.each([
    [2026, 12, 8],
    [2027, 1, 12],
    [2027, 2, 9],
    [2026, 9, 8],
    [2026, 8, 11],
  ])('is the second Tuesday of the month: %i-%i → %i', (year, month, day) => {
    expect(countDayOf(secondTuesday, year, month)).toEqual({ year, month, day, hour: 16, minute: 0 });
  });

  it('is the last such weekday where the month has no fifth', () => {
    const lastFriday: CountDateRule = { ...secondTuesday, nth: 5, weekday: 5 };
    expect(countDayOf(lastFriday, 2027, 1).day).toBe(29);
    expect(countDayOf(lastFriday, 2027, 2).day).toBe(26);
  });

  it('reads a Sunday as the seventh day', () => {
    expect(countDayOf({ ...secondTuesday, nth: 1, weekday: 7 }, 2026, 11).day).toBe(1);
  });

  it('is at midnight where no time is given', () => {
    expect(countDayOf({ ...secondTuesday, time: '' }, 2026, 12)).toMatchObject({ hour: 0, minute: 0 });
  });

  it('always falls on its weekday, in its week of the month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2024, max: 2040 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
        fc.constantFrom(1, 2, 3, 4),
        (year, month, weekday, nth) => {
          const { day } = countDayOf({ ...secondTuesday, weekday, nth } as CountDateRule, year, month);
          expect(new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7).toBe(weekday);
          expect(Math.ceil(day / 7)).toBe(nth);
        },
      ),
    );
  });
});

describe('the coming count dates', () => {
  it('come one a month, after the given instant', () => {
    const dates = countDatesAfter(secondTuesday, new Date('2026-11-23T20:00:00Z'), 3, utcPlusOne);
    expect(dates.map((d) => d.toISOString())).toEqual([
      '2026-12-08T15:00:00.000Z',
      '2027-01-12T15:00:00.000Z',
      '2027-02-09T15:00:00.000Z',
    ]);
  });

  it('leave out the instant itself: a round that ends now is not ahead', () => {
    const [next] = countDatesAfter(secondTuesday, new Date('2026-12-08T15:00:00Z'), 1, utcPlusOne);
    expect(next?.toISOString()).toBe('2027-01-12T15:00:00.000Z');
  });

  it('include this month while its count date is ahead', () => {
    const [next] = countDatesAfter(secondTuesday, new Date('2026-12-08T14:59:59Z'), 1, utcPlusOne);
    expect(next?.toISOString()).toBe('2026-12-08T15:00:00.000Z');
  });
});
