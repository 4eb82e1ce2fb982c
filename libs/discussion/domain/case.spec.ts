import fc from 'fast-check';
import {
  ageDays,
  appealUntil,
  CASE_STATES,
  caseTransition,
  claimUntil,
  interestOf,
  isOverdue,
  liveClaim,
  mayAppeal,
  mayClaim,
  mayDecide,
  mayDecideAppeal,
  mayMarkSeen,
  mayRestore,
  REASON_CODES,
  REASONS,
  urgencyOf,
  type CaseState,
  type CaseVerb,
} from './index';

const VERBS = ['uphold', 'dismiss', 'appeal', 'confirm', 'overturn'] as const satisfies CaseVerb[];
/** The drawing of docs/lifecycles/moderation-case.md. */
const ARROWS: Record<string, CaseState> = {
  'open uphold': 'upheld',
  'open dismiss': 'dismissed',
  'upheld appeal': 'appealed',
  'upheld overturn': 'overturned',
  'appealed confirm': 'confirmed',
  'appealed overturn': 'overturned',
  'confirmed overturn': 'overturned',
};
const NOT_POSSIBLE = { ok: false, refusal: 'case-transition-not-possible' };

const now = new Date('2026-11-25T15:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const days = (count: number) => new Date(now.getTime() + count * 24 * 3600_000);
const SAMIRA = { id: 'samira', interest: null };
const mine = { by: 'samira', until: minutes(1) };
const colleagues = { by: 'karim', until: minutes(1) };

describe('the lifecycle of a case', () => {
  it.each(CASE_STATES.flatMap((state) => VERBS.map((verb) => [state, verb] as const)))(
    'from %s, %s leads where the drawing says',
    (state, verb) => {
      const arrow = ARROWS[`${state} ${verb}`];
      expect(caseTransition(state, verb)).toEqual(arrow ? { ok: true, value: arrow } : NOT_POSSIBLE);
    },
  );

  it('does not foresee a verb of somebody else', () => {
    expect(() => caseTransition('open', 'burn' as CaseVerb)).toThrow('Not foreseen');
  });
});

describe('how urgent a case is', () => {
  it.each([
    [[], 'new'],
    [['duplicate'], 'reported'],
    [['false-name', 'advertising'], 'reported'],
    [['duplicate', 'personal-data'], 'urgent'],
  ] as const)('reported for %j: %s', (reasons, urgency) => {
    expect(urgencyOf(reasons)).toBe(urgency);
  });

  it('is never less for one more report', () => {
    const reason = fc.constantFrom(...REASON_CODES);
    const rank = { new: 0, reported: 1, urgent: 2 };
    fc.assert(
      fc.property(fc.array(reason), reason, (reasons, more) => {
        expect(rank[urgencyOf([...reasons, more])]).toBeGreaterThanOrEqual(rank[urgencyOf(reasons)]);
      }),
    );
  });

  it('never explains in public what harms somebody while it stands there', () => {
    for (const reason of REASON_CODES)
      expect(REASONS[reason].isUrgent && REASONS[reason].isExplainedInPublic).toBe(false);
  });
});

describe('how long a case waits', () => {
  it.each([
    [0, 0, false],
    [-0.9, 0, false],
    [-1, 1, false],
    [-4.99, 4, false],
    [-5, 5, true],
    [-30, 30, true],
    [0.5, 0, false],
  ])('opened %d days from now: %i whole days, late: %s', (offset, age, late) => {
    expect([ageDays(days(offset), now), isOverdue(days(offset), now)]).toEqual([age, late]);
  });
});

describe('an interest', () => {
  const involved = {
    authorId: 'ruud',
    submitterId: 'charlie',
    coSubmitterIds: ['amina'],
    reporterIds: ['laura'],
  };

  it.each([
    ['ruud', 'own-text'],
    ['charlie', 'own-proposal'],
    ['amina', 'co-submitter'],
    ['laura', 'own-report'],
    ['samira', null],
  ])('of %s: %s', (id, interest) => {
    expect(interestOf(involved, id)).toBe(interest);
  });
});

describe('taking a case in hand', () => {
  it.each([
    ['is for a quarter of an hour', null],
    ['again makes it longer', mine],
    ['is free again when the claim of a colleague ran out', { by: 'karim', until: now }],
  ])('%s', (_, claim) => {
    const until = { ok: true, value: minutes(15) };
    expect(mayClaim({ state: 'open', claim }, SAMIRA, now)).toEqual(until);
    expect(mayClaim({ state: 'appealed', claim }, SAMIRA, now)).toEqual(until);
  });

  it.each([
    ['a colleague has it', { state: 'open', claim: colleagues }, SAMIRA, 'case-claimed'],
    ['nothing waits', { state: 'upheld', claim: null }, SAMIRA, 'case-transition-not-possible'],
    [
      'they wrote it themselves',
      { state: 'open', claim: null },
      { id: 'samira', interest: 'own-text' },
      'moderator-has-interest',
    ],
  ] as const)('is refused when %s', (_, given, decider, refusal) => {
    expect(mayClaim(given, decider, now)).toEqual({ ok: false, refusal });
  });

  it('ends by itself', () => {
    expect(liveClaim(mine, now)).toEqual(mine);
    expect(liveClaim(mine, minutes(1))).toBeNull();
    expect(liveClaim(null, now)).toBeNull();
    expect(claimUntil(now)).toEqual(minutes(15));
  });
});

describe('deciding a case', () => {
  it.each([
    ['hide', 'upheld'],
    ['redact', 'upheld'],
    ['keep', 'dismissed'],
  ] as const)('by who has it in hand: %s leads to %s', (verdict, state) => {
    const answer = mayDecide({ state: 'open', claim: mine }, SAMIRA, verdict, now);
    expect(answer).toEqual({ ok: true, value: state });
  });

  it.each([
    ['nobody has it in hand', { state: 'open', claim: null }, 'case-not-claimed'],
    ['the own claim ran out', { state: 'open', claim: { ...mine, until: now } }, 'case-not-claimed'],
    ['a colleague has it', { state: 'open', claim: colleagues }, 'case-claimed'],
    ['it was decided already', { state: 'upheld', claim: mine }, 'case-transition-not-possible'],
  ] as const)('is refused when %s', (_, given, refusal) => {
    expect(mayDecide(given, SAMIRA, 'hide', now)).toEqual({ ok: false, refusal });
  });

  it('is never done by who has an interest, whatever the state', () => {
    const interest = fc.constantFrom('own-text', 'own-proposal', 'co-submitter', 'own-report' as const);
    const verdict = fc.constantFrom('hide', 'redact', 'keep' as const);
    const appeal = fc.constantFrom('confirm', 'overturn' as const);
    fc.assert(
      fc.property(fc.constantFrom(...CASE_STATES), interest, verdict, appeal, (state, own, say, end) => {
        const decider = { id: 'samira', interest: own };
        const given = { state, claim: mine, firstDecidedBy: 'karim' };
        expect(mayClaim(given, decider, now).ok).toBe(false);
        expect(mayDecide(given, decider, say, now).ok).toBe(false);
        expect(mayDecideAppeal(given, decider, end, now).ok).toBe(false);
        expect(mayRestore(given, decider, now).ok).toBe(false);
        expect(mayMarkSeen({ ...given, reports: 0 }, decider, now)).toBe(false);
      }),
    );
  });
});

describe('marking as seen', () => {
  const open = { state: 'open', claim: null, reports: 0 } as const;

  it.each([
    ['what is new', open, true],
    ['what one has in hand', { ...open, claim: mine }, true],
    ['what a colleague has in hand', { ...open, claim: colleagues }, false],
    ['what was reported', { ...open, reports: 1 }, false],
    ['what was decided', { ...open, state: 'dismissed' }, false],
  ] as const)('%s: %#', (_, given, expected) => {
    expect(mayMarkSeen(given, SAMIRA, now)).toBe(expected);
  });
});

describe('an appeal', () => {
  const decided = { state: 'upheld', decidedAt: days(-14), isAppealed: false } as const;

  it('can be made for fourteen days', () => {
    expect(appealUntil(days(-14))).toEqual(now);
    expect(mayAppeal(decided, now)).toEqual({ ok: true, value: 'appealed' });
  });

  it.each([
    ['a moment later', decided, new Date(now.getTime() + 1), 'appeal-too-late'],
    ['on what was never decided', { ...decided, decidedAt: null }, now, 'appeal-too-late'],
    ['twice', { ...decided, state: 'appealed', isAppealed: true }, now, 'appeal-made-already'],
    ['on an appeal', { ...decided, state: 'confirmed', isAppealed: true }, now, 'appeal-made-already'],
    ['on what was kept', { ...decided, state: 'dismissed' }, now, 'case-transition-not-possible'],
    ['on what was restored', { ...decided, state: 'overturned' }, now, 'case-transition-not-possible'],
  ] as const)('is refused %s', (_, given, at, refusal) => {
    expect(mayAppeal(given, at)).toEqual({ ok: false, refusal });
  });

  const appealed = { state: 'appealed', claim: null, firstDecidedBy: 'karim' } as const;

  it.each([
    ['confirm', 'confirmed'],
    ['overturn', 'overturned'],
  ] as const)('is decided by another moderator: %s leads to %s', (verdict, state) => {
    expect(mayDecideAppeal(appealed, SAMIRA, verdict, now)).toEqual({ ok: true, value: state });
    expect(mayDecideAppeal({ ...appealed, claim: mine }, SAMIRA, verdict, now).ok).toBe(true);
  });

  it.each([
    ['by who decided first', { ...appealed, firstDecidedBy: 'samira' }, 'second-moderator-needed'],
    ['while a colleague has it', { ...appealed, claim: colleagues }, 'case-claimed'],
    ['that was not made', { ...appealed, state: 'upheld' }, 'case-transition-not-possible'],
  ] as const)('is not decided %s', (_, given, refusal) => {
    expect(mayDecideAppeal(given, SAMIRA, 'overturn', now)).toEqual({ ok: false, refusal });
  });
});

describe('restoring', () => {
  it.each(['upheld', 'appealed', 'confirmed'] as const)('undoes what is %s', (state) => {
    expect(mayRestore({ state, claim: null }, SAMIRA, now)).toEqual({ ok: true, value: 'overturned' });
  });

  it('is refused where nothing stands, and while a colleague has it in hand', () => {
    expect(mayRestore({ state: 'open', claim: null }, SAMIRA, now)).toEqual(NOT_POSSIBLE);
    expect(mayRestore({ state: 'appealed', claim: colleagues }, SAMIRA, now)).toEqual({
      ok: false,
      refusal: 'case-claimed',
    });
  });
});
