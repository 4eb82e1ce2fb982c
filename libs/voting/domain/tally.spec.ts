import fc from 'fast-check';
import {
  ballotsAt,
  carriedForward,
  EMPTY_TALLY,
  tallyBallots,
  type BallotChecks,
  type CastBallot,
} from './index';
import { CLOSES_AT, ledgerOf, requests } from './testing';

const noDoubt: BallotChecks = { meetsIdentityLevel: () => true, isHeld: () => false };
const ballot = (
  residentId: string,
  choice: CastBallot['choice'],
  over: Partial<CastBallot> = {},
): CastBallot => ({
  proposalId: 'bench',
  residentId,
  choice,
  channel: 'online',
  invalidated: false,
  ...over,
});

describe('the tally', () => {
  it('puts every ballot into exactly one sum, with the gravest reason first', () => {
    const tally = tallyBallots(
      [
        ballot('amina', 'for'),
        ballot('bob', 'against'),
        ballot('charlie', 'for'),
        ballot('dewi', 'for'),
        ballot('held and waiting', 'for'),
        ballot('invalid and held', 'for', { invalidated: true }),
        ballot('withdrawn', 'none'),
      ],
      {
        meetsIdentityLevel: (resident) => !['dewi', 'held and waiting'].includes(resident),
        isHeld: (b) => b.residentId.includes('held'),
      },
    );
    expect(tally.get('bench')).toEqual({
      votesFor: 2,
      votesAgainst: 1,
      onPaper: 0,
      waiting: 1,
      held: 1,
      invalid: 1,
    });
  });

  it('says of the votes that count how many came in on paper, and of the others nothing', () => {
    const paper = { channel: 'paper' } as const;
    const tally = tallyBallots(
      [
        ballot('amina', 'for', paper),
        ballot('bob', 'against', paper),
        ballot('charlie', 'for'),
        ballot('dewi', 'for', { ...paper, invalidated: true }),
        ballot('withdrawn', 'none', paper),
      ],
      noDoubt,
    );
    expect(tally.get('bench')).toMatchObject({ votesFor: 2, votesAgainst: 1, onPaper: 2, invalid: 1 });
  });

  it('sums to the ballots with a choice (P4), at most one of each resident on a proposal', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        const ballots = ballotsAt(ledgerOf(asked), CLOSES_AT);
        const keys = ballots.map((b) => `${b.proposalId} ${b.residentId}`);
        expect(new Set(keys).size).toBe(keys.length);
        const sums = [...tallyBallots(ballots, noDoubt).values()].map((t) => t.votesFor + t.votesAgainst);
        expect(sums.reduce((a, b) => a + b, 0)).toBe(ballots.filter((b) => b.choice !== 'none').length);
      }),
    );
  });

  it('is what it was after an invalidation that was undone (P12)', () => {
    fc.assert(
      fc.property(requests, fc.infiniteStream(fc.boolean()), (asked, coin) => {
        const ledger = ledgerOf(asked);
        const suspects = ledger.filter(() => coin.next().value === true);
        const verdicts = (['invalidated', 'reinstated'] as const).flatMap((entry, nth) =>
          suspects.map((line) => ({ ...line, entry, position: line.position + 100 * (nth + 1) })),
        );
        expect(sorted(tallyBallots(ballotsAt([...ledger, ...verdicts], CLOSES_AT), noDoubt))).toEqual(
          sorted(tallyBallots(ballotsAt(ledger, CLOSES_AT), noDoubt)),
        );
      }),
    );
  });

  it('does not depend on the order of the votes of different residents (P1), nor on their names (P3)', () => {
    fc.assert(
      fc.property(requests, fc.infiniteStream(fc.nat()), (asked, chance) => {
        const shuffled = ledgerOf(asked)
          .map((line) => ({ line, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ line }) => ({ ...line, residentId: `renamed ${line.residentId}` }));
        expect(sorted(tallyBallots(ballotsAt(shuffled, CLOSES_AT), noDoubt))).toEqual(
          sorted(tallyBallots(ballotsAt(ledgerOf(asked), CLOSES_AT), noDoubt)),
        );
      }),
    );
  });
});

function sorted<T>(map: Map<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => a.localeCompare(b));
}

describe('a tally that is carried forward', () => {
  const ballots = fc.array(
    fc.record({
      choice: fc.constantFrom('for', 'against', 'none'),
      channel: fc.constantFrom('online', 'paper'),
      invalidated: fc.boolean(),
    }),
  );
  const tallyOf = (cast: Iterable<CastBallot>) => tallyBallots(cast, noDoubt).get('bench') ?? EMPTY_TALLY;

  it('is the tally of the ballots as they are, whatever some of them were before', () => {
    fc.assert(
      fc.property(ballots, ballots, ballots, (staying, before, after) => {
        const named = (kind: string, all: typeof before): CastBallot[] =>
          all.map((one, index) => ballot(`${kind} ${index}`, one.choice, one));
        const [rest, were, are] = [
          named('staying', staying),
          named('in question', before),
          named('in question', after),
        ];
        expect(
          carriedForward(tallyOf([...rest, ...were]), { before: tallyOf(were), after: tallyOf(are) }),
        ).toEqual(tallyOf([...rest, ...are]));
      }),
    );
  });
});
