import type { AgendaItem } from '@buurtstem/contract';
import { agendaItemBadge, agendaItemSentence } from './agenda-words';
import { anItem as anyItem } from './testing';
import { daysLate, trackOf } from './track';

const MEETING = { id: 'm1', startsAt: '2026-10-06T17:30:00Z', place: 'Stadsdeelkantoor' };
const DUE = '2026-11-17T18:30:00Z';
const OUTCOME = {
  decision: 'adopted',
  reasons: 'Het is veilig.',
  decidedAt: '2026-10-20T10:00:00Z',
  vote: null,
} as const;
const HELD_OVER = { ...OUTCOME, decision: 'held-over', reasons: 'Eerst een onderzoek.' } as const;
const REPORT = {
  id: 1,
  text: 'De lampen branden.',
  responsible: 'Verkeer',
  reportedAt: '2026-11-14T10:00:00Z',
  finishes: false,
  picture: null,
};

const anItem = (changes: Parameters<typeof anyItem>[0] = {}): AgendaItem =>
  anyItem({
    title: 'Licht in de fietstunnel',
    meeting: MEETING,
    // A committee that has decided owes no answer any more.
    answerDueAt: changes.outcome || changes.meeting === null ? null : DUE,
    outcomes: changes.outcome ? [changes.outcome] : [],
    ...changes,
  });

const track = (item: AgendaItem, now: string) =>
  trackOf(item, new Date(now)).map(
    ({ name, words, state }) =>
      `${name}${words ? ` (${words.replace(/\u00a0/g, ' ')})` : ''} ${state || 'to come'}`,
  );

describe('the track of a winner', () => {
  it('waits for a meeting', () => {
    expect(track(anItem({ state: 'queued', meeting: null }), '2026-09-20T00:00:00Z')).toEqual([
      'Gewonnen (Ronde 1) is-done',
      'Bespreking (Wacht op een datum) is-now',
      'Besluit to come',
      'Uitvoering to come',
    ]);
  });

  it('names the day by which there must be a decision', () => {
    expect(track(anItem(), '2026-10-10T00:00:00Z').slice(1, 3)).toEqual([
      'Besproken (6 okt) is-done',
      'Besluit (Vóór 17 nov) is-now',
    ]);
  });

  it('says that the decision is late', () => {
    expect(track(anItem({ state: 'discussed' }), '2026-11-20T00:00:00Z')[2]).toBe(
      'Besluit (Moest op 17 nov) is-late',
    );
  });

  it('ends with what was done', () => {
    const item = anItem({
      state: 'followed-up',
      proposalState: 'done',
      outcome: OUTCOME,
      progress: [REPORT],
    });
    expect(track(item, '2026-11-20T00:00:00Z').slice(2)).toEqual([
      'Aangenomen (20 okt) is-done',
      'Klaar (14 nov) is-done',
    ]);
  });

  it('ends with a refusal: nothing will be carried out', () => {
    const item = anItem({ state: 'decided', outcome: { ...OUTCOME, decision: 'rejected' } });
    expect(track(item, '2026-11-20T00:00:00Z').at(-1)).toBe('Afgewezen (20 okt) is-done');
  });
});

describe('the track of a winner that was held over', () => {
  it('shows that it was here before, and counts on to the next answer', () => {
    const item = anItem({
      outcome: HELD_OVER,
      meeting: { ...MEETING, startsAt: '2026-12-01T18:30:00Z' },
      answerDueAt: '2027-01-12T18:30:00Z',
    });
    expect(track(item, '2026-11-20T00:00:00Z')).toEqual([
      'Gewonnen (Ronde 1) is-done',
      'Aangehouden (20 okt) is-done',
      'Bespreking (1 dec) is-now',
      'Besluit (Vóór 12 jan) to come',
      'Uitvoering to come',
    ]);
  });

  it('shows both outcomes when the second one is there', () => {
    const item = anItem({ state: 'decided', outcome: OUTCOME, outcomes: [HELD_OVER, OUTCOME] });
    expect(track(item, '2026-11-20T00:00:00Z').slice(1, 4)).toEqual([
      'Aangehouden (20 okt) is-done',
      'Besproken (6 okt) is-done',
      'Aangenomen (20 okt) is-done',
    ]);
  });
});

describe('days late', () => {
  it.each([
    ['2026-11-17T17:00:00Z', null, 0],
    ['2026-11-18T18:30:00Z', null, 1],
    ['2026-12-30T18:30:00Z', OUTCOME, 0],
  ] as const)('counts from the end of the term, and stops at the decision (%s)', (now, outcome, days) => {
    expect(daysLate(anItem({ outcome }), new Date(now))).toBe(days);
  });
});

describe('the latest news on a winner', () => {
  it.each([
    [
      anItem({ state: 'queued', meeting: null }),
      'Wacht op een vergadering',
      /Het plan komt op de eerste die er is/,
    ],
    [anItem(), 'Op de agenda', /De commissie praat er dinsdag 6\soktober over/],
    [anItem({ state: 'discussed' }), 'Besproken', /Het besluit volgt/],
    [anItem({ state: 'decided', outcome: OUTCOME }), 'Aangenomen', /Het is veilig/],
    [anItem({ outcome: HELD_OVER }), 'Aangehouden', /Zij praat er dinsdag 6\soktober verder over/],
    [
      anItem({ state: 'queued', outcome: HELD_OVER, meeting: null }),
      'Aangehouden',
      /eerste vergadering met plaats/,
    ],
    [
      anItem({ state: 'followed-up', proposalState: 'in-progress', outcome: OUTCOME, progress: [REPORT] }),
      'In uitvoering',
      /De lampen branden/,
    ],
    [
      anItem({ state: 'followed-up', proposalState: 'done', outcome: OUTCOME, progress: [REPORT] }),
      'Klaar',
      /De lampen branden/,
    ],
  ])('has a badge and one sentence (%#)', (item, badge, sentence) => {
    expect(agendaItemBadge(item).words).toBe(badge);
    expect(agendaItemSentence(item)).toMatch(sentence);
  });
});
