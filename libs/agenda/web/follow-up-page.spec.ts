import { within } from '@testing-library/dom';
import { FollowUpPage } from './follow-up-page';
import { anItem, pageInWest, wordsIn } from './testing';

const HELD_OVER = {
  decision: 'held-over',
  reasons: 'Eerst een onderzoek.',
  decidedAt: '2026-10-06T20:00:00Z',
  vote: { votesFor: 9, votesAgainst: 2, votesAbstained: 1 },
} as const;
const ADOPTED = {
  decision: 'partly-adopted',
  reasons: 'Er komen 24 bakken in plaats van 60.',
  decidedAt: '2026-11-20T20:00:00Z',
  vote: { votesFor: 11, votesAgainst: 1, votesAbstained: 0 },
} as const;
const LATE = anItem({
  id: 'late',
  title: 'Zebrapad bij De Vlier',
  state: 'discussed',
  answerDueAt: '2026-11-23T18:30:00Z',
});
const DONE = anItem({
  id: 'done',
  title: 'Moestuin op het dak',
  state: 'followed-up',
  proposalState: 'done',
  answerDueAt: null,
  outcome: ADOPTED,
  outcomes: [HELD_OVER, ADOPTED],
  progress: [
    {
      id: 1,
      text: 'De bakken staan er.',
      responsible: 'Groen en spelen',
      reportedAt: '2026-11-28T10:00:00Z',
      finishes: true,
      picture: { url: '/bakken.jpg', sources: [], alt: 'Houten bakken op een dak', width: 800, height: 600 },
    },
  ],
});

async function followUpPage(items: object[], years: object[] = []) {
  const page = await pageInWest(FollowUpPage);
  await page.read('/agenda-items', { items });
  await page.read('/follow-up-years', { items: years });
  return page;
}

describe('what became of it', () => {
  afterEach(() => document.body.replaceChildren());

  it('R4: puts what is overdue first, in words and by how many days', async () => {
    const { screen, text } = await followUpPage([DONE, anItem(), LATE]);
    expect(screen.getAllByRole('heading', { level: 2 })[0]!.textContent).toBe('Zebrapad bij De Vlier');
    expect(text()).toContain('6 dagen te laat');
    expect(text()).toContain('De commissie moest uiterlijk 23 november 2026 besluiten. Dat is niet gelukt.');
  });

  it('takes the term from the server, not from the rulebook of today', async () => {
    const { text } = await followUpPage([anItem({ answerDueAt: '2026-12-11T18:30:00Z' })]);
    expect(text()).toContain('De commissie heeft nog 12 dagen om te besluiten, tot 11 december 2026.');
  });

  it('shows every outcome with the committee’s vote, and what was done with a picture', async () => {
    const { screen, text } = await followUpPage([DONE]);
    expect(text()).toContain('Aangehouden Besluit van 6 oktober 2026');
    expect(text()).toContain('De commissie stemde: 9 voor, 2 tegen, 1 onthouding.');
    expect(text()).toContain('De commissie stemde: 11 voor, 1 tegen.');
    expect(text()).toContain('Wie dit doet: Groen en spelen');
    expect(screen.getByRole('img', { name: 'Houten bakken op een dak' })).toBeTruthy();
  });

  it('adds up how far the winners are', async () => {
    const rejected = { ...ADOPTED, decision: 'rejected' } as const;
    const { fixture } = await followUpPage([
      DONE,
      LATE,
      anItem(),
      anItem({ id: 'no', state: 'decided', answerDueAt: null, outcome: rejected, outcomes: [rejected] }),
    ]);
    const sums = [...(fixture.nativeElement as HTMLElement).querySelectorAll('dl > div')];
    expect(sums.map(wordsIn)).toEqual(['Klaar 1', 'Op de agenda 1', 'Afgewezen 1', 'Te laat 1']);
  });

  it('shows the numbers of each year in a table', async () => {
    const year = { year: 2026, submitted: 1240, onAgenda: 11, adopted: 8, rejected: 1, done: 3 };
    const { screen } = await followUpPage([anItem()], [year, { ...year, year: 2025 }]);
    const table = screen.getByRole('table', { name: '2026' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map(wordsIn)).toEqual([
      'Ingediend 1.240',
      'Op de agenda 11',
      'Aangenomen 8',
      'Afgewezen 1',
      'Klaar 3',
    ]);
    expect(screen.getAllByRole('table', { name: /^20/ })).toHaveLength(2);
  });

  it('says so while nobody has won yet', async () => {
    const { screen } = await followUpPage([]);
    expect(screen.getByRole('heading', { name: 'Er is nog geen winnaar' })).toBeTruthy();
  });

  it('loads, and offers to try again', async () => {
    const page = await pageInWest(FollowUpPage);
    expect(page.said()).toContain('De winnaars worden geladen.');
    await page.refused('GET', '/agenda-items', 503, 'temporarily-unavailable');
    expect(page.screen.getByRole('button', { name: 'Probeer het opnieuw' })).toBeTruthy();
  });
});
