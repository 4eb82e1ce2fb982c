import fc from 'fast-check';
import { argumentScore, trialsOf, wilsonInterval, YOUNG } from './index';

/** Trials, likes among them, and an age. */
const sample = fc
  .tuple(fc.nat(10_000), fc.nat(10_000), fc.double({ min: -1, max: 10_000, noNaN: true }))
  .map(([one, other, ageHours]) => ({ trials: Math.max(one, other), likes: Math.min(one, other), ageHours }));
const old = YOUNG.hours;

describe('the Wilson interval', () => {
  // The last one is the example of R. G. Newcombe, Two-sided confidence intervals for the single proportion, 1998.
  it.each([
    [0, 0, 0, 0.5, 1],
    [0, 10, 0, 0.1388, 0.2775],
    [5, 10, 0.2366, 0.5, 0.7634],
    [10, 10, 0.7225, 0.8612, 1],
    [81, 263, 0.2553, 0.3107, 0.3662],
  ])('of %i out of %i', (successes, trials, low, centre, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.centre).toBeCloseTo(centre, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('lies around its centre, between 0 and 1, and holds the share that was seen', () => {
    fc.assert(
      fc.property(sample, ({ likes, trials }) => {
        const { low, centre, high } = wilsonInterval(likes, trials);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThan(centre);
        expect(centre).toBeLessThan(high);
        if (trials === 0) return;
        expect(low).toBeLessThanOrEqual(likes / trials + 1e-12);
        expect(high).toBeGreaterThanOrEqual(likes / trials - 1e-12);
      }),
    );
  });

  it('begins at exactly 0 without successes, and ends at exactly 1 without failures', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (trials) => {
        expect([wilsonInterval(0, trials).low, wilsonInterval(trials, trials).high]).toEqual([0, 1]);
      }),
    );
  });

  it('grows narrower with more of the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(1000), (trials, some) => {
        const likes = Math.min(some, trials);
        const [few, many] = [wilsonInterval(likes, trials), wilsonInterval(2 * likes, 2 * trials)];
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });
});

describe('the trials of an argument', () => {
  it.each([
    ['what its side got since it was posted', { likes: 3, likesBefore: 10, sideLikes: 25 }, 15],
    ['all of its side, when it was the first', { likes: 3, likesBefore: 0, sideLikes: 25 }, 25],
    ['at least its own likes, whatever was taken back', { likes: 3, likesBefore: 10, sideLikes: 8 }, 3],
    ['none where nobody liked anything', { likes: 0, likesBefore: 0, sideLikes: 0 }, 0],
  ])('are %s', (_, argument, expected) => expect(trialsOf(argument)).toBe(expected));

  it('are never fewer than its likes', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (likes, likesBefore, sideLikes) => {
        expect(trialsOf({ likes, likesBefore, sideLikes })).toBeGreaterThanOrEqual(likes);
      }),
    );
  });
});

describe('the score of an argument', () => {
  it.each([
    ['new, and nobody liked anything since', { likes: 0, trials: 0, ageHours: 0 }, 0.5],
    ['old, and nobody liked anything since', { likes: 0, trials: 0, ageHours: old }, 0],
    ['new, and liked by nobody of three', { likes: 0, trials: 3, ageHours: 1 }, 0.2808],
    ['liked by two of three on its last young day', { likes: 2, trials: 3, ageHours: old - 1 }, 0.5731],
    ['the same an hour later', { likes: 2, trials: 3, ageHours: old }, 0.2077],
    ['new, with 19 trials', { likes: 19, trials: 19, ageHours: 1 }, 0.9159],
    ['new, with 20 trials: enough to tell', { likes: 20, trials: 20, ageHours: 1 }, 0.8389],
    ['posted after the moment that is looked at', { likes: 0, trials: 0, ageHours: -1 }, 0.5],
  ])('%s', (_, argument, expected) => expect(argumentScore(argument)).toBeCloseTo(expected, 4));

  it('is between 0 and 1', () => {
    fc.assert(
      fc.property(sample, (argument) => {
        expect(argumentScore(argument)).toBeGreaterThanOrEqual(0);
        expect(argumentScore(argument)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never falls by one more like out of the same trials', () => {
    fc.assert(
      fc.property(
        sample.filter(({ likes, trials }) => likes < trials),
        (argument) => {
          const liked = argumentScore({ ...argument, likes: argument.likes + 1 });
          expect(liked).toBeGreaterThan(argumentScore(argument));
        },
      ),
    );
  });

  it('never rises by one more reader who passes it by', () => {
    fc.assert(
      fc.property(sample, (argument) => {
        const passedBy = argumentScore({ ...argument, trials: argument.trials + 1 });
        expect(passedBy).toBeLessThanOrEqual(argumentScore(argument));
      }),
    );
  });

  it('never falls for being young: the same grown old scores no more', () => {
    fc.assert(
      fc.property(sample, (argument) => {
        const grown = argumentScore({ ...argument, ageHours: Math.max(argument.ageHours, old) });
        expect(grown).toBeLessThanOrEqual(argumentScore(argument));
      }),
    );
  });

  it('puts a new argument above an old one that one in ten found good', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (tens) => {
        const mediocre = argumentScore({ likes: tens, trials: tens * 10, ageHours: old });
        expect(argumentScore({ likes: 0, trials: 0, ageHours: 1 })).toBeGreaterThan(mediocre);
      }),
    );
  });
});
