import fc from 'fast-check';
import { countRound, takesPart, type Candidate } from './index';
import { candidates } from './testing';

const plan = (proposalId: string, votesFor: number, votesAgainst = 0, day = 1): Candidate => ({
  proposalId,
  votesFor,
  votesAgainst,
  publishedAt: new Date(Date.UTC(2026, 10, day)),
});
/** Stands for the SHA-256 that production passes in: any function of the id alone will do for the rule. */
const lotOf = (id: string): string => [...id].map((c) => (255 - c.charCodeAt(0)).toString(16)).join('');
const rules = { threshold: 100, lotOf };

describe('V11: the winner', () => {
  it.each([
    ['more for', [plan('a', 120), plan('b', 119)], 'a', 'votes'],
    ['more for, however many against', [plan('a', 120, 119), plan('b', 119)], 'a', 'votes'],
    ['fewer against', [plan('a', 120, 5), plan('b', 120, 4)], 'b', 'fewer-against'],
    ['published earlier', [plan('a', 120, 5, 2), plan('b', 120, 5, 1)], 'b', 'published-earlier'],
    ['the lot', [plan('a', 120, 5), plan('b', 120, 5)], 'b', 'lot'],
    ['the lot, the other way round', [plan('b', 120, 5), plan('a', 120, 5)], 'b', 'lot'],
    ['votes, where it stands alone', [plan('a', 100)], 'a', 'votes'],
  ] as const)('is decided by %s', (_step, list, winner, decidedBy) => {
    const result = countRound(list, rules);
    expect([result.winner?.proposalId, result.decidedBy]).toEqual([winner, decidedBy]);
  });

  it.each([
    ['nobody takes part', []],
    ['the first has one vote too few', [plan('a', 99), plan('b', 98)]],
    ['two are equal, and one vote too few', [plan('a', 99), plan('b', 99)]],
    ['there are votes against only', [plan('a', 0, 500)]],
  ])('is nobody when %s', (_why, list) => {
    expect(countRound(list, rules)).toMatchObject({ winner: null, decidedBy: 'none' });
  });
});

describe('V11: the threshold', () => {
  it.each([
    [100, 99, null],
    [100, 100, 'a'],
    [1, 1, 'a'],
    [250, 249, null],
    [250, 250, 'a'],
  ])('of %i is what the district set: %i votes for make %s the winner', (threshold, votesFor, winner) => {
    const result = countRound([plan('a', votesFor, 1_000)], { threshold, lotOf });
    expect(result.winner?.proposalId ?? null).toBe(winner);
  });
});

describe('the count', () => {
  it('gives the same result for the same candidates in any order (P1, P11)', () => {
    fc.assert(
      fc.property(candidates, fc.infiniteStream(fc.nat()), (list, chance) => {
        const shuffled = list
          .map((c) => ({ c, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ c }) => c);
        expect(countRound(shuffled, { ...rules, threshold: 1 })).toEqual(
          countRound(list, { ...rules, threshold: 1 }),
        );
      }),
    );
  });

  it('never ranks a proposal lower for one more vote for it (P2)', () => {
    fc.assert(
      fc.property(candidates, fc.nat(), (list, pick) => {
        const lucky = list[pick % Math.max(1, list.length)];
        if (lucky === undefined) return;
        const rank = (all: readonly Candidate[]): number =>
          countRound(all, rules).ranking.findIndex((c) => c.proposalId === lucky.proposalId);
        const after = list.map((c) => (c === lucky ? { ...c, votesFor: c.votesFor + 1 } : c));
        expect(rank(after)).toBeLessThanOrEqual(rank(list));
      }),
    );
  });

  it('ranks everyone once, and names a winner only at or above the threshold', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 0, max: 5 }), (list, threshold) => {
        const { ranking, winner } = countRound(list, { threshold, lotOf });
        expect(new Set(ranking)).toEqual(new Set(list));
        expect(ranking.length).toBe(list.length);
        expect(winner !== null).toBe(list.some((c) => c.votesFor >= threshold));
        if (winner) expect(winner.votesFor).toBe(Math.max(...list.map((c) => c.votesFor)));
      }),
    );
  });
});

describe('V11: the life of a plan is three count dates', () => {
  it.each([
    [0, 3, true],
    [1, 3, true],
    [2, 3, true],
    [3, 3, false],
    [0, 1, true],
    [1, 1, false],
    [11, 12, true],
  ])('with %i of %i chances used it takes part: %s', (chancesUsed, chances, expected) => {
    const closesAt = new Date('2026-12-08T15:00:00Z');
    const proposal = { isOpen: true, publishedAt: new Date('2026-11-01T00:00:00Z'), chancesUsed };
    expect(takesPart(proposal, { closesAt, chances })).toBe(expected);
  });
});

describe('taking part', () => {
  const round = { closesAt: new Date('2026-12-08T15:00:00Z'), chances: 3 };
  const open = { isOpen: true, publishedAt: new Date('2026-12-08T14:59:59Z'), chancesUsed: 2 };

  it.each([
    ['published just before the count date', open, true],
    ['published at the count date', { ...open, publishedAt: round.closesAt }, false],
    ['never published', { ...open, publishedAt: null }, false],
    ['closed', { ...open, isOpen: false }, false],
    ['out of chances', { ...open, chancesUsed: 3 }, false],
  ])('%s: %#', (_what, proposal, expected) => {
    expect(takesPart(proposal, round)).toBe(expected);
  });
});
