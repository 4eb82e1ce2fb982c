import fc from 'fast-check';
import { DAYS_SHOWN, votesOverTime, type VotesOfDay } from './votes-over-time';

const ofDay = (day: string, votesFor: number, votesAgainst = 0): VotesOfDay => ({
  day,
  votesFor,
  votesAgainst,
});

describe('the votes over time', () => {
  it('adds up what each day brought, a day without votes included', () => {
    const changes = [ofDay('2026-11-03', 2, 1), ofDay('2026-11-01', 3)];
    expect(votesOverTime(changes, { first: '2026-11-01', last: '2026-11-04' })).toEqual([
      ofDay('2026-11-01', 3),
      ofDay('2026-11-02', 3),
      ofDay('2026-11-03', 5, 1),
      ofDay('2026-11-04', 5, 1),
    ]);
  });

  it('goes down where votes were withdrawn, and moves a vote that changed sides', () => {
    const changes = [ofDay('2026-11-01', 3), ofDay('2026-11-02', -1, 1)];
    expect(votesOverTime(changes, { first: '2026-11-01', last: '2026-11-02' }).at(-1)).toEqual(
      ofDay('2026-11-02', 2, 1),
    );
  });

  it('counts earlier votes from the first day, and leaves out later ones', () => {
    const changes = [ofDay('2026-10-30', 4), ofDay('2026-11-03', 9)];
    expect(votesOverTime(changes, { first: '2026-11-01', last: '2026-11-02' })).toEqual([
      ofDay('2026-11-01', 4),
      ofDay('2026-11-02', 4),
    ]);
  });

  it('is one day where the last one is not after the first', () => {
    expect(votesOverTime([], { first: '2026-11-02', last: '2026-11-01' })).toEqual([ofDay('2026-11-01', 0)]);
  });

  it('crosses the day on which the clock changes', () => {
    const days = votesOverTime([], { first: '2026-10-24', last: '2026-10-26' }).map(({ day }) => day);
    expect(days).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
  });

  it('never has more points than fit, and always ends at the last day with all votes', () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
    const change = fc.record({ day, votesFor: fc.integer({ min: 0, max: 9 }), votesAgainst: fc.constant(0) });
    fc.assert(
      fc.property(fc.array(change), day, fc.integer({ min: 1, max: DAYS_SHOWN }), (changes, first, most) => {
        const last = '2026-12-31';
        const points = votesOverTime(changes, { first, last, most });
        expect(points.length).toBeLessThanOrEqual(most);
        expect(points.length).toBeGreaterThan(0);
        expect(points.at(-1)).toEqual(
          ofDay(
            last,
            changes.reduce((total, { votesFor }) => total + votesFor, 0),
          ),
        );
      }),
    );
  });
});
