import fc from 'fast-check';
import {
  answerMerge,
  mayAskMerge,
  MERGE_STATES,
  mergeTransition,
  type MergeableProposal,
  type MergeAnswer,
  type MergeAnswers,
  type MergeState,
  type MergeVerb,
} from './index';

const VERBS = ['merge', 'decline', 'cancel'] as const satisfies MergeVerb[];
const ARROWS: Record<string, MergeState> = {
  'asked merge': 'merged',
  'asked decline': 'declined',
  'asked cancel': 'cancelled',
};

describe('the lifecycle of a request to merge', () => {
  it.each(MERGE_STATES.flatMap((state) => VERBS.map((verb) => [state, verb] as const)))(
    'from %s, %s leads where the drawing says',
    (state, verb) => {
      const arrow = ARROWS[`${state} ${verb}`];
      expect(mergeTransition(state, verb)).toEqual(
        arrow ? { ok: true, value: arrow } : { ok: false, refusal: 'merge-transition-not-possible' },
      );
    },
  );

  it('does not foresee a verb of somebody else', () => {
    expect(() => mergeTransition('asked', 'burn' as MergeVerb)).toThrow('Not foreseen');
  });
});

describe('asking to merge', () => {
  const open = { isPublic: true, isOpen: true, coSubmitterIds: [] };
  const duplicate: MergeableProposal = { ...open, id: 'one', submitterId: 'charlie' };
  const target: MergeableProposal = { ...open, id: 'two', submitterId: 'laura' };

  it('takes two open proposals of others', () => {
    expect(mayAskMerge(duplicate, target, 'mo')).toEqual({ ok: true, value: true });
    expect(mayAskMerge(duplicate, { ...target, submitterId: 'charlie' }, 'mo').ok).toBe(true);
  });

  it.each([
    ['the duplicate is out of sight', { ...duplicate, isPublic: false }, target, 'mo', 'proposal-not-found'],
    ['the target is out of sight', duplicate, { ...target, isPublic: false }, 'mo', 'proposal-not-found'],
    ['they are one and the same', duplicate, duplicate, 'mo', 'merge-with-itself'],
    ['the moderator submitted the duplicate', duplicate, target, 'charlie', 'moderator-has-interest'],
    ['the moderator submitted the target', duplicate, target, 'laura', 'moderator-has-interest'],
    [
      'the moderator joined a submitter',
      duplicate,
      { ...target, coSubmitterIds: ['mo'] },
      'mo',
      'moderator-has-interest',
    ],
    ['the duplicate is closed', { ...duplicate, isOpen: false }, target, 'mo', 'proposal-not-open'],
    ['the target is closed', duplicate, { ...target, isOpen: false }, 'mo', 'proposal-not-open'],
  ] as const)('is refused when %s', (_when, one, other, moderatorId, refusal) => {
    expect(mayAskMerge(one, other, moderatorId)).toEqual({ ok: false, refusal });
  });
});

describe('answering', () => {
  const at = new Date('2026-11-25T10:00:00Z');
  const earlier = new Date('2026-11-24T10:00:00Z');
  const asked: MergeAnswers = { state: 'asked', duplicateAgreedAt: null, targetAgreedAt: null };
  const yes: MergeAnswer = { forDuplicate: true, forTarget: false, agrees: true, areOpen: true, at };
  const no: MergeAnswer = { ...yes, agrees: false };

  it('waits for the other submitter, whichever agrees first', () => {
    expect(answerMerge(asked, yes)).toEqual({ ok: true, value: { ...asked, duplicateAgreedAt: at } });
    expect(answerMerge(asked, { ...yes, forDuplicate: false, forTarget: true })).toEqual({
      ok: true,
      value: { ...asked, targetAgreedAt: at },
    });
  });

  it('merges with both agreed', () => {
    expect(answerMerge({ ...asked, targetAgreedAt: earlier }, yes)).toEqual({
      ok: true,
      value: { state: 'merged', duplicateAgreedAt: at, targetAgreedAt: earlier },
    });
  });

  it('counts for both where one person submitted both', () => {
    expect(answerMerge(asked, { ...yes, forTarget: true })).toEqual({
      ok: true,
      value: { state: 'merged', duplicateAgreedAt: at, targetAgreedAt: at },
    });
  });

  it('keeps the first time of who agrees twice', () => {
    const once = { ...asked, duplicateAgreedAt: earlier };
    expect(answerMerge(once, yes)).toEqual({ ok: true, value: once });
  });

  it('ends it when one declines, also after having agreed, and also when a proposal is closed by now', () => {
    const declined = { ok: true, value: { ...asked, state: 'declined' } };
    expect(answerMerge(asked, no)).toEqual(declined);
    expect(answerMerge(asked, { ...no, areOpen: false })).toEqual(declined);
    expect(answerMerge({ ...asked, duplicateAgreedAt: earlier }, no).ok).toBe(true);
  });

  it.each([
    ['of somebody else', asked, { ...yes, forDuplicate: false }, 'merge-not-found'],
    ['to what was cancelled', { ...asked, state: 'cancelled' }, yes, 'merge-transition-not-possible'],
    ['to what was declined', { ...asked, state: 'declined' }, no, 'merge-transition-not-possible'],
    ['about proposals that are not open any more', asked, { ...yes, areOpen: false }, 'proposal-not-open'],
  ] as const)('is refused: one %s', (_which, request, answer, refusal) => {
    expect(answerMerge(request, answer)).toEqual({ ok: false, refusal });
  });

  it('never merges without the word of both submitters, whatever they answer in whatever order', () => {
    const anAnswer = fc.record({
      forDuplicate: fc.boolean(),
      forTarget: fc.boolean(),
      agrees: fc.boolean(),
      areOpen: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 8 }), (answers) => {
        let request = asked;
        for (const answer of answers) {
          const next = answerMerge(request, { ...answer, at });
          if (next.ok) request = next.value;
        }
        const agreed = answers.filter(({ agrees, areOpen }) => agrees && areOpen);
        if (request.state !== 'merged') return;
        expect(agreed.some(({ forDuplicate }) => forDuplicate)).toBe(true);
        expect(agreed.some(({ forTarget }) => forTarget)).toBe(true);
      }),
    );
  });
});
