import fc from 'fast-check';
import {
  mayInvalidate,
  VOTE_BATCH_STATES,
  voteBatchTransition,
  type VoteBatchState,
  type VoteBatchVerb,
} from './index';

const VERBS = ['propose', 'invalidate', 'release', 'reinstate'] as const satisfies VoteBatchVerb[];
const ARROWS: Record<string, VoteBatchState> = {
  'held propose': 'proposed',
  'held release': 'released',
  'proposed invalidate': 'invalidated',
  'proposed release': 'released',
  'invalidated reinstate': 'reinstated',
};

describe('the lifecycle of a batch of votes', () => {
  it.each(VOTE_BATCH_STATES.flatMap((state) => VERBS.map((verb) => [state, verb] as const)))(
    'from %s, %s leads where the drawing says',
    (state, verb) => {
      const next = voteBatchTransition(state, verb);
      const arrow = ARROWS[`${state} ${verb}`];
      expect(next).toEqual(
        arrow ? { ok: true, value: arrow } : { ok: false, refusal: 'vote-batch-transition-not-possible' },
      );
    },
  );

  it('does not foresee a verb of somebody else', () => {
    expect(() => voteBatchTransition('held', 'burn' as VoteBatchVerb)).toThrow('Not foreseen');
  });
});

describe('taking votes out', () => {
  const batch = { state: 'proposed', proposedBy: 'clara' } as const;
  const seen = { deciderId: 'dewi', votesSeen: 12, votesNow: 12 };

  it('takes a second person who saw what is taken out', () => {
    expect(mayInvalidate(batch, seen)).toEqual({ ok: true, value: 'invalidated' });
  });

  it.each([
    [
      'it was not proposed',
      { ...batch, state: 'held', proposedBy: null },
      seen,
      'vote-batch-transition-not-possible',
    ],
    [
      'it was decided already',
      { ...batch, state: 'invalidated' },
      seen,
      'vote-batch-transition-not-possible',
    ],
    ['the proposer decides', batch, { ...seen, deciderId: 'clara' }, 'second-person-needed'],
    ['one more vote lies in it than was seen', batch, { ...seen, votesNow: 13 }, 'vote-batch-changed'],
    ['one vote less lies in it than was seen', batch, { ...seen, votesNow: 11 }, 'vote-batch-changed'],
  ] as const)('is refused when %s', (_when, given, decision, refusal) => {
    expect(mayInvalidate(given, decision)).toEqual({ ok: false, refusal });
  });

  it('never lets one person do both, whatever they saw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VOTE_BATCH_STATES), fc.nat(), fc.nat(), (state, votesSeen, votesNow) => {
        const alone = { deciderId: 'clara', votesSeen, votesNow };
        expect(mayInvalidate({ state, proposedBy: 'clara' }, alone).ok).toBe(false);
      }),
    );
  });
});
