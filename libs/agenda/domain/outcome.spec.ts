import { answerDue, decide, DECISIONS, mayWriteNote, type AgendaItemState, type Outcome } from './index';

const outcome: Outcome = {
  decision: 'adopted',
  reasons: '  De commissie vindt het plan goed en haalbaar.  ',
  vote: { votesFor: 7, votesAgainst: 2, votesAbstained: 0 },
};

describe('what the committee decides', () => {
  it.each(DECISIONS)('is published of what it discussed: %s', (decision) => {
    expect(decide('discussed', { ...outcome, decision })).toEqual({
      ok: true,
      value: {
        ...outcome,
        decision,
        reasons: outcome.reasons.trim(),
        to: decision === 'held-over' ? 'queued' : 'decided',
      },
    });
  });

  it('may come without a vote', () => {
    expect(decide('discussed', { ...outcome, vote: null }).ok).toBe(true);
  });

  it.each([
    ['before discussion', 'queued', outcome, 'outcome-before-discussion'],
    ['before discussion', 'scheduled', outcome, 'outcome-before-discussion'],
    ['twice', 'decided', outcome, 'agenda-transition-not-possible'],
    ['after the work began', 'followed-up', outcome, 'agenda-transition-not-possible'],
    ['of what is superseded', 'superseded', outcome, 'agenda-transition-not-possible'],
    ['without reasons', 'discussed', { ...outcome, reasons: ' '.repeat(40) }, 'outcome-reasons-length'],
    [
      'with endless reasons',
      'discussed',
      { ...outcome, reasons: 'x'.repeat(4001) },
      'outcome-reasons-length',
    ],
    [
      'with half a vote',
      'discussed',
      { ...outcome, vote: { votesFor: 1.5, votesAgainst: 0, votesAbstained: 0 } },
      'committee-vote-not-valid',
    ],
    [
      'with a vote below nothing',
      'discussed',
      { ...outcome, vote: { votesFor: -1, votesAgainst: 2, votesAbstained: 0 } },
      'committee-vote-not-valid',
    ],
    [
      'with a vote of nobody',
      'discussed',
      { ...outcome, vote: { votesFor: 0, votesAgainst: 0, votesAbstained: 0 } },
      'committee-vote-not-valid',
    ],
  ] as const)('is refused %s (%s)', (_why, state, wanted, refusal) => {
    expect(decide(state, wanted)).toEqual({ ok: false, refusal });
  });
});

describe('the clock of the answer', () => {
  const startsAt = new Date('2027-01-05T18:30:00Z');

  it.each(['scheduled', 'discussed'] as const)(
    'runs from the start of the meeting while it is %s',
    (state) => {
      expect(answerDue(state, startsAt, 42)).toEqual(new Date('2027-02-16T18:30:00Z'));
    },
  );

  it.each(['queued', 'decided', 'followed-up', 'superseded'] as AgendaItemState[])(
    'stands still while it is %s',
    (state) => {
      expect(answerDue(state, startsAt, 42)).toBeNull();
    },
  );

  it('stands still without a meeting', () => {
    expect(answerDue('scheduled', null, 42)).toBeNull();
  });
});

describe('the official’s note', () => {
  const startsAt = new Date('2027-01-05T18:30:00Z');

  it('can be written until the meeting begins, and while the plan waits for one', () => {
    expect(mayWriteNote('queued', null, startsAt).ok).toBe(true);
    expect(mayWriteNote('scheduled', startsAt, new Date(startsAt.getTime() - 1)).ok).toBe(true);
    const tooLate = { ok: false, refusal: 'context-note-too-late' };
    expect(mayWriteNote('scheduled', startsAt, startsAt)).toEqual(tooLate);
    expect(mayWriteNote('discussed', null, startsAt)).toEqual(tooLate);
    expect(mayWriteNote('superseded', null, startsAt)).toEqual(tooLate);
  });
});
