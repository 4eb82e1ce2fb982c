import fc from 'fast-check';
import {
  countDatesAfter,
  countDaysOf,
  isInRecess,
  readLocal,
  type CountDateRule,
  type LocalDateTime,
  type NthWeekdayRule,
} from './index';

const timeZone = 'Europe/Amsterdam';
const secondTuesday: NthWeekdayRule = { kind: 'nth-weekday', nth: 2, weekday: 2, time: '16:00', timeZone };
const lastWorkingDay: CountDateRule = { kind: 'last-weekday-of-month', time: '12:00', timeZone };
const countDayOf = (rule: CountDateRule, year: number, month: number): LocalDateTime => {
  const [day, ...others] = countDaysOf(rule, year, month);
  if (!day || others.length > 0) throw new Error('not one day');
  return day;
};
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
    const lastFriday: NthWeekdayRule = { ...secondTuesday, nth: 5, weekday: 5 };
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
          const { day } = countDayOf({ ...secondTuesday, weekday, nth }, year, month);
          expect(new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7).toBe(weekday);
          expect(Math.ceil(day / 7)).toBe(nth);
        },
      ),
    );
  });
});

describe('the last working day', () => {
  it.each([
    [2026, 11, 30, 'a Monday'],
    [2026, 10, 30, 'a Friday before a Saturday'],
    [2027, 1, 29, 'a Friday before a Sunday'],
    [2028, 2, 29, 'a leap day'],
  ])('of %i-%i is %i, %s', (year, month, day) => {
    expect(countDayOf(lastWorkingDay, year, month)).toEqual({ year, month, day, hour: 12, minute: 0 });
  });

  it('is never in a weekend, and no later working day follows in its month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2024, max: 2040 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const { day } = countDayOf(lastWorkingDay, year, month);
        const weekday = (of: number): number => new Date(Date.UTC(year, month - 1, of)).getUTCDay();
        expect([0, 6]).not.toContain(weekday(day));
        for (
          let later = day + 1;
          new Date(Date.UTC(year, month - 1, later)).getUTCMonth() === month - 1;
          later += 1
        )
          expect([0, 6]).toContain(weekday(later));
      }),
    );
  });
});

describe('a list of dates', () => {
  const list: CountDateRule = {
    kind: 'list',
    dates: ['2026-12-08 16:00', '2026-12-22 09:30', '2027-03-02 16:00'],
    timeZone,
  };

  it('counts on each of them, several in a month or none', () => {
    expect(countDaysOf(list, 2026, 12).map(({ day }) => day)).toEqual([8, 22]);
    expect(countDaysOf(list, 2027, 1)).toEqual([]);
  });

  it('ends: after the last one no count is planned', () => {
    const dates = countDatesAfter(list, new Date('2026-12-08T15:00:00Z'), 12, utcPlusOne);
    expect(dates.map((d) => d.toISOString())).toEqual([
      '2026-12-22T08:30:00.000Z',
      '2027-03-02T15:00:00.000Z',
    ]);
    expect(countDatesAfter(list, new Date('2027-03-02T15:00:00Z'), 12, utcPlusOne)).toEqual([]);
  });

  it('gives no more than was asked for, also within a month', () => {
    expect(countDatesAfter(list, new Date('2026-12-01T00:00:00Z'), 1, utcPlusOne)).toHaveLength(1);
  });

  it.each([
    ['2027-01-12 16:00', { year: 2027, month: 1, day: 12, hour: 16, minute: 0 }],
    ['2028-02-29 00:00', { year: 2028, month: 2, day: 29, hour: 0, minute: 0 }],
    ['2027-02-29 00:00', null],
    ['2027-04-31 00:00', null],
    ['2027-13-01 00:00', null],
    ['2027-00-01 00:00', null],
    ['2027-01-00 00:00', null],
    ['2027-01-12 24:00', null],
    ['2027-01-12 16:60', null],
    ['2027-01-12', null],
    ['12-01-2027 16:00', null],
  ])('reads %s as %j', (text, local) => {
    expect(readLocal(text)).toEqual(local);
  });
});

describe('a recess', () => {
  const summer = [{ from: '07-15', until: '08-31' }];
  const newYear = [{ from: '12-20', until: '01-05' }];

  it.each([
    [7, 14, summer, false],
    [7, 15, summer, true],
    [8, 31, summer, true],
    [9, 1, summer, false],
    [12, 19, newYear, false],
    [12, 20, newYear, true],
    [12, 31, newYear, true],
    [1, 1, newYear, true],
    [1, 5, newYear, true],
    [1, 6, newYear, false],
    [3, 3, [{ from: '03-03', until: '03-03' }], true],
    [7, 20, [...newYear, ...summer], true],
    [7, 20, [], false],
  ])('month %i day %i within %j: %s', (month, day, recess, isWithin) => {
    expect(isInRecess({ month, day }, recess)).toBe(isWithin);
  });

  it('leaves a month out; it moves nothing', () => {
    const dates = countDatesAfter(secondTuesday, new Date('2027-06-01T00:00:00Z'), 3, utcPlusOne, summer);
    expect(dates.map((d) => d.toISOString().slice(0, 10))).toEqual([
      '2027-06-08',
      '2027-07-13',
      '2027-09-14',
    ]);
  });

  it('that lasts all year leaves nothing, and asking comes to an end', () => {
    expect(
      countDatesAfter(secondTuesday, new Date('2027-06-01T00:00:00Z'), 3, utcPlusOne, [
        { from: '01-01', until: '12-31' },
      ]),
    ).toEqual([]);
  });

  it('never holds a count date', () => {
    const dayOfYear = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map((pair) => pair.map((part) => String(part).padStart(2, '0')).join('-'));
    fc.assert(
      fc.property(
        dayOfYear,
        dayOfYear,
        fc.constantFrom<CountDateRule>(secondTuesday, lastWorkingDay),
        (from, until, rule) => {
          const recess = [{ from, until }];
          for (const date of countDatesAfter(rule, new Date('2026-11-23T20:00:00Z'), 24, utcPlusOne, recess))
            expect(isInRecess({ month: date.getUTCMonth() + 1, day: date.getUTCDate() }, recess)).toBe(false);
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
