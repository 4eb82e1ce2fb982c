import { instantOf, wallClockOf } from './wall-clock';

describe('the clocks in Amsterdam', () => {
  it.each([
    ['2026-12-01', '19:30', '2026-12-01T18:30:00.000Z'],
    ['2026-07-07', '19:30', '2026-07-07T17:30:00.000Z'],
    ['2027-01-01', '00:15', '2026-12-31T23:15:00.000Z'],
  ])('mean one instant (%s %s)', (day, time, instant) => {
    expect(instantOf({ day, time })!.toISOString()).toBe(instant);
    expect(wallClockOf(instant)).toEqual({ day, time });
  });

  it.each([
    ['02:30', '2026-03-29T01:30:00.000Z', 'in the hour that spring skips, an hour on'],
    ['01:59', '2026-03-29T00:59:00.000Z', 'just before it'],
    ['03:00', '2026-03-29T01:00:00.000Z', 'just after it'],
  ])('go on in spring: %s', (time, instant) => {
    expect(instantOf({ day: '2026-03-29', time })!.toISOString()).toBe(instant);
  });

  it.each([
    ['02:30', '2026-10-25T00:30:00.000Z', 'the first of the two'],
    ['01:30', '2026-10-24T23:30:00.000Z', 'before it'],
    ['03:00', '2026-10-25T02:00:00.000Z', 'after it'],
  ])('repeat an hour in autumn: %s', (time, instant) => {
    expect(instantOf({ day: '2026-10-25', time })!.toISOString()).toBe(instant);
  });

  it.each([
    ['', '19:30'],
    ['2026-12-01', ''],
    ['2026-02-31', '19:30'],
    ['2026-12-01', '25:00'],
    ['morgen', 'straks'],
  ])('mean nothing by “%s” “%s”', (day, time) => {
    expect(instantOf({ day, time })).toBeNull();
  });

  it('say of every meeting hour of fifteen years what they were told', () => {
    for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2040, 0, 1); day += 86_400_000) {
      const told = { day: new Date(day).toISOString().slice(0, 10), time: '19:30' };
      expect(wallClockOf(instantOf(told)!)).toEqual(told);
    }
  });
});
