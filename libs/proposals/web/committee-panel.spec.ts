import { TestBed } from '@angular/core/testing';
import type { AgendaItem } from '@buurtstem/contract';
import { SERVER_TIME } from '@buurtstem/ui';
import { showPage } from '@buurtstem/ui/testing';
import { CommitteePanel } from './committee-panel';

const MEETING = { id: 'm1', startsAt: '2026-12-01T18:30:00Z', place: 'De Loods' };
const LATER = { id: 'm2', startsAt: '2027-01-05T18:30:00Z', place: 'De Loods' };

function anItem(changes: Partial<AgendaItem>): AgendaItem {
  return {
    id: 'i1',
    state: 'scheduled',
    title: 'Een groen schoolplein',
    proposalNumber: 3,
    roundNumber: 1,
    meeting: MEETING,
    minutes: 45,
    outcome: null,
    outcomes: [],
    contextNote: null,
    changes: [],
    answerDueAt: '2027-01-12T18:30:00Z',
    progress: [],
    proposal: {
      state: 'on-agenda',
      summary: '',
      submitterName: 'Noor',
      votesFor: 164,
      votesAgainst: 12,
      picture: null,
      neighbourhood: null,
    },
    ...changes,
  };
}

async function panel(changes: Partial<AgendaItem> = {}) {
  const page = await showPage(CommitteePanel, {
    inputs: { item: anItem(changes), district: 'west' },
    before: () =>
      void TestBed.overrideProvider(SERVER_TIME, { useValue: Date.parse('2026-11-29T13:45:00Z') }),
  });
  const text = () =>
    (page.fixture.nativeElement as HTMLElement).textContent!.replace(/[\s\u00a0]+/g, ' ').trim();
  return { ...page, text };
}

describe('what became of a plan, beside the plan', () => {
  afterEach(() => document.body.replaceChildren());

  it('leads to the meeting that talks about it', async () => {
    const { screen, text } = await panel();
    expect(text()).toContain('Dit plan staat op de agenda van dinsdag 1 december om 19.30 uur.');
    expect(screen.getByRole('link', { name: /agenda van/ }).getAttribute('href')).toBe('/west/agenda/m1');
  });

  it.each([
    ['2026-12-11T18:30:00Z', 'Het besluit moet er zijn binnen 12 dagen.'],
    ['2026-11-29T18:30:00Z', 'Het besluit moet er vandaag zijn.'],
    ['2026-11-29T11:00:00Z', 'Het besluit is te laat.'],
    ['2026-11-23T18:30:00Z', 'Het besluit is 6 dagen te laat.'],
  ])('R4: counts down to the answer that is due at %s', async (answerDueAt, words) => {
    expect((await panel({ state: 'discussed', answerDueAt })).text()).toContain(words);
  });

  it('says why it was moved', async () => {
    const change = { from: MEETING, to: LATER, changedAt: '2026-11-20T10:00:00Z' };
    const { text } = await panel({
      meeting: LATER,
      changes: [
        { ...change, verb: 'scheduled', from: null, to: MEETING, reason: '' },
        { ...change, verb: 'moved', reason: 'De indiener is ziek.' },
      ],
    });
    expect(text()).toContain('Verplaatst naar een andere vergadering. De indiener is ziek.');
  });

  it('shows the outcome with its reasons and the vote, and the latest news', async () => {
    const outcome = {
      decision: 'partly-adopted',
      reasons: 'Er komen 24 bakken.',
      decidedAt: '2026-11-20T20:00:00Z',
      vote: { votesFor: 9, votesAgainst: 2, votesAbstained: 1 },
    } as const;
    const report = (id: number, text: string) => ({
      id,
      text,
      responsible: 'Groen',
      reportedAt: '2026-11-28T10:00:00Z',
      finishes: false,
      picture: null,
    });
    const { text } = await panel({
      state: 'followed-up',
      answerDueAt: null,
      outcome,
      outcomes: [outcome],
      progress: [report(1, 'De grond is besteld.'), report(2, 'De bakken staan er.')],
    });
    expect(text()).toContain('Deels aangenomen op 20 november 2026');
    expect(text()).toContain('De commissie stemde: 9 voor, 2 tegen, 1 onthouding.');
    expect(text()).toContain('De bakken staan er.');
    expect(text()).not.toContain('De grond is besteld.');
  });

  it('shows the explanation of the official, and says so while no meeting is there', async () => {
    const { text } = await panel({
      state: 'queued',
      meeting: null,
      answerDueAt: null,
      contextNote: {
        text: 'Het plein is van de school.',
        authorName: 'Peter van Rijn',
        publishedAt: '2026-11-27T10:00:00Z',
        version: 1,
      },
    });
    expect(text()).toContain('Dit plan komt op de agenda van de eerste vergadering met plaats.');
    expect(text()).toContain('Het plein is van de school. Peter van Rijn, ambtenaar.');
  });
});
