import fc from 'fast-check';
import {
  isOpen,
  isPublic,
  isVisibleTo,
  PROPOSAL_STATES,
  transition,
  type ProposalState,
  type ProposalVerb,
} from './index';

/** The drawing of docs/lifecycles/proposal.md as data: every arrow, and by their absence every refusal. */
const ARROWS: Record<ProposalVerb, Partial<Record<ProposalState, ProposalState>>> = {
  publish: { draft: 'open' },
  win: { open: 'won' },
  close: { open: 'closed' },
  withdraw: { draft: 'withdrawn', open: 'withdrawn' },
  merge: { open: 'merged' },
  schedule: { won: 'on-agenda', 'held-over': 'on-agenda' },
  'take-off': { 'on-agenda': 'won' },
  reopen: { won: 'open', 'on-agenda': 'open', closed: 'open' },
  discuss: { 'on-agenda': 'discussed' },
  adopt: { discussed: 'adopted' },
  'adopt-partly': { discussed: 'partly-adopted' },
  reject: { discussed: 'rejected' },
  'hold-over': { discussed: 'held-over' },
  start: { adopted: 'in-progress', 'partly-adopted': 'in-progress' },
  finish: { 'in-progress': 'done' },
};
const VERBS = Object.keys(ARROWS) as ProposalVerb[];

describe('the lifecycle of a proposal', () => {
  it.each(VERBS.flatMap((verb) => PROPOSAL_STATES.map((state) => [verb, state] as const)))(
    'draws or refuses: %s from %s',
    (verb, state) => {
      const to = ARROWS[verb][state];
      expect(transition(state, verb)).toEqual(
        to ? { ok: true, value: to } : { ok: false, refusal: 'proposal-transition-not-possible' },
      );
    },
  );

  it('does not know verbs that it does not draw', () => {
    expect(() => transition('open', 'toggle' as ProposalVerb)).toThrow('Not foreseen');
  });

  it('never reaches the agenda without having won, whatever the order of events', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VERBS), { maxLength: 30 }), (verbs) => {
        let state: ProposalState = 'draft';
        let hasWon = false;
        for (const verb of verbs) {
          const next = transition(state, verb);
          if (!next.ok) continue;
          state = next.value;
          hasWon ||= state === 'won';
          if (!['draft', 'open', 'closed', 'withdrawn', 'merged'].includes(state)) expect(hasWon).toBe(true);
        }
      }),
    );
  });
});

describe('who may see it', () => {
  const published = new Date('2026-11-01T12:00:00Z');
  it.each([
    ['draft', null, false, false, false],
    ['withdrawn', null, false, false, false],
    ['withdrawn', published, false, true, false],
    ['open', published, false, true, true],
    ['open', published, true, false, false],
    ['closed', published, false, true, false],
    ['closed', published, true, false, false],
  ] as const)(
    '%s, published %s, hidden %s: public %s, takes votes %s',
    (state, publishedAt, hidden, visible, open) => {
      expect(isPublic({ publishedAt, hidden })).toBe(visible);
      expect(isOpen({ state, hidden })).toBe(open);
    },
  );

  it.each([
    ['draft of their own', null, false, 'laura', true],
    ['draft of their own that was hidden', null, true, 'laura', false],
    ['draft of somebody else', null, false, 'bob', false],
    ['draft, as a visitor', null, false, null, false],
    ['plan in public, as a visitor', published, false, null, true],
    ['hidden plan of their own', published, true, 'laura', false],
  ] as const)('a reader of a %s', (_what, publishedAt, hidden, reader, visible) => {
    expect(isVisibleTo({ publishedAt, hidden, submitterId: 'laura' }, reader)).toBe(visible);
  });
});
