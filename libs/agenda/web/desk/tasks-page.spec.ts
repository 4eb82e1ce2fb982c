import { TestBed } from '@angular/core/testing';
import { DeskCounts } from '@buurtstem/accounts-web';
import type { ClerkTask, ClerkTaskKind } from '@buurtstem/contract';
import { within } from '@testing-library/dom';
import { aDraft, aMeeting, aTask, MEETING, pageInWest, wordsIn } from '../testing';
import { TasksPage } from './tasks-page';

const LATE = aTask({
  kind: 'outcome-missing',
  dueAt: '2026-11-23T18:30:00Z',
  isLate: true,
  item: 'i1',
  title: 'Zebrapad bij De Vlier',
});
const COUNT = aTask({ kind: 'count-date', dueAt: '2026-12-08T15:00:00Z', roundNumber: 3 });

async function tasksPage(tasks: readonly ClerkTask[], meetings: object[] = [aMeeting()]) {
  const page = await pageInWest(TasksPage);
  await page.read('/clerk-tasks', { items: tasks });
  await page.read('/meetings', { items: meetings });
  if (meetings.length > 0) await page.read(`/meetings/${MEETING}/draft-agenda`, aDraft());
  const list = within(page.screen.getByRole('region', { name: 'Op datum' }));
  return { ...page, list };
}

describe('the tasks of the clerk', () => {
  afterEach(() => document.body.replaceChildren());

  it('stand by date, what is late with how much', async () => {
    const { list, text } = await tasksPage([LATE, aTask(), COUNT]);
    expect(list.getAllByRole('heading', { level: 3 }).map(wordsIn)).toEqual([
      'Besluit invullen: Zebrapad bij De Vlier',
      'Vergadering om 19.30 uur',
      'Telling om 16.00 uur',
    ]);
    expect(text()).toContain('6 dagen te laat');
    expect(text()).toContain('Zondag 29 november. Eén taak is te laat, één is voor deze week.');
  });

  it('show a count date on yellow and what is late on red', async () => {
    const { fixture } = await tasksPage([LATE, aTask(), COUNT]);
    const blocks = [...(fixture.nativeElement as HTMLElement).querySelectorAll('.bs-todo .bs-date')];
    expect(blocks.map((block) => [wordsIn(block), block.className])).toEqual([
      ['23 nov', 'bs-date bs-date--late'],
      ['1 dec', 'bs-date'],
      ['8 dec', 'bs-date bs-date--round'],
    ]);
  });

  it.each<[ClerkTaskKind, string, string]>([
    ['plan-meeting', 'Plan vergadering', '/west/griffie/vergaderingen#nieuw'],
    ['context-note-missing', 'Bekijk de uitleg', '/west/ambtenaar#plan-i1'],
    ['invitation-unanswered', 'Wie komt er?', `/west/griffie/vergaderingen/${MEETING}#wie-komt`],
    ['agenda-not-published', 'Naar de agenda', `/west/griffie/vergaderingen/${MEETING}#agenda`],
    ['agenda-changed', 'Naar de agenda', `/west/griffie/vergaderingen/${MEETING}#agenda`],
    ['hold-meeting', 'Sluit af', `/west/griffie/vergaderingen/${MEETING}#afsluiten`],
    ['outcome-missing', 'Vul besluit in', '/west/griffie/besluiten#plan-i1'],
    ['progress-missing', 'Schrijf een bericht', '/west/griffie/besluiten#plan-i1'],
    ['meeting', 'Open vergadering', `/west/griffie/vergaderingen/${MEETING}`],
    ['count-date', 'Bekijk de stand', '/west/plannen'],
  ])('lead to where they are done: %s', async (kind, button, address) => {
    const { list } = await tasksPage([aTask({ kind, item: 'i1', title: 'Een groen plein' })]);
    const links = list.getAllByRole('link');
    expect(links).toHaveLength(1);
    expect(links[0]!.textContent).toContain(button);
    expect(links[0]!.getAttribute('href')).toBe(address);
  });

  it('have the next agenda beside them', async () => {
    const { screen } = await tasksPage([]);
    expect(screen.getByText('Er wacht nu niets op u.')).toBeTruthy();
    expect(screen.getByRole('heading', { name: /Agenda van dinsdag 1\sdecember/ })).toBeTruthy();
  });

  it('offer to plan a meeting where none is', async () => {
    const { screen } = await tasksPage([], []);
    expect(screen.getByRole('link', { name: 'Plan een vergadering' }).getAttribute('href')).toBe(
      '/west/griffie/vergaderingen#nieuw',
    );
  });

  it('tell the bar how much presses, without what comes by itself', async () => {
    await tasksPage([LATE, aTask(), COUNT, aTask({ kind: 'agenda-not-published' })]);
    expect(TestBed.inject(DeskCounts).of()).toEqual({ griffie: 2 });
  });

  it('load, are not for everybody, and can be tried again', async () => {
    const page = await pageInWest(TasksPage);
    expect(page.said()).toContain('De taken worden geladen.');
    await page.refused('GET', '/clerk-tasks', 403, 'not-allowed');
    expect(page.screen.getByRole('heading', { name: 'Deze pagina is niet voor u' })).toBeTruthy();
  });

  it('can be tried again when they do not come', async () => {
    const page = await pageInWest(TasksPage);
    await page.refused('GET', '/clerk-tasks', 503, 'temporarily-unavailable');
    await page.press('Probeer het opnieuw');
    await page.read('/clerk-tasks', { items: [] });
    expect(page.screen.getByRole('heading', { level: 1 }).textContent).toBe('Wat moet er gebeuren?');
  });
});
