import {
  capital,
  dateInFull,
  dateShort,
  dayAndTime,
  dayInFull,
  dayWithYear,
  days,
  daysUntil,
  fromNow,
  monthInFull,
} from './dates';

const spaced = (text: string) => text.replace(/\u00a0/g, '_');

describe('dates in Dutch', () => {
  it('writes the weekday in full, and keeps day and month on one line', () => {
    expect(spaced(dayInFull('2026-12-08T15:00:00Z'))).toBe('dinsdag 8_december');
  });

  it('writes the time of Amsterdam with a point, in winter and in summer', () => {
    expect(spaced(dayAndTime('2026-12-08T15:00:00Z'))).toBe('dinsdag 8_december om 16.00_uur');
    expect(spaced(dayAndTime('2026-07-14T14:00:00Z'))).toBe('dinsdag 14_juli om 16.00_uur');
  });

  it('writes midnight as 0.05 uur, of the new day', () => {
    expect(spaced(dayAndTime('2026-12-08T23:05:00Z'))).toBe('woensdag 9_december om 0.05_uur');
  });

  it('writes dates with the year, short dates without a point, and months', () => {
    expect(spaced(dateInFull('2026-11-11T09:00:00Z'))).toBe('11_november 2026'.replace(' ', '_'));
    expect(spaced(dayWithYear('2026-12-08T15:00:00Z'))).toBe('Dinsdag 8_december_2026');
    expect(spaced(dateShort('2027-01-12T15:00:00Z'))).toBe('12_jan');
    expect(monthInFull('2026-11-10T15:00:00Z')).toBe('november 2026');
  });

  it.each([
    ['2026-11-29T13:32:00Z', 9],
    ['2026-12-07T22:59:00Z', 1],
    ['2026-12-07T23:01:00Z', 0],
    ['2026-12-09T10:00:00Z', -1],
  ])('counts the midnights in Amsterdam from %s: %i', (now, expected) => {
    expect(daysUntil('2026-12-08T15:00:00Z', new Date(now))).toBe(expected);
  });

  it('counts a day as one when the clock goes back in between', () => {
    expect(daysUntil('2026-10-26T11:00:00Z', new Date('2026-10-25T00:30:00Z'))).toBe(1);
  });

  it.each([
    ['2026-11-29T13:32:00Z', 'over 9_dagen'],
    ['2026-12-07T13:00:00Z', 'morgen'],
    ['2026-12-08T06:00:00Z', 'vandaag'],
  ])('says how long it takes as people do, from %s', (now, words) => {
    expect(spaced(fromNow('2026-12-08T15:00:00Z', new Date(now)))).toBe(words);
  });

  it('knows one day from two, and starts a sentence with a capital', () => {
    expect([days(1), days(2)].map(spaced)).toEqual(['1_dag', '2_dagen']);
    expect(capital('dinsdag')).toBe('Dinsdag');
  });
});
