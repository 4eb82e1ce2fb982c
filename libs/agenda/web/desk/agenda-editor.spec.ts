import { Component, signal } from '@angular/core';
import type { DraftAgenda } from '@buurtstem/contract';
import { fireEvent, within } from '@testing-library/dom';
import {
  aDraft,
  aDraftEntry,
  aMeeting,
  anItem,
  aWinner,
  LATER,
  MEETING,
  pageInWest,
  wordsIn,
} from '../testing';
import { AgendaEditor } from './agenda-editor';

const DRAFT = `/meetings/${MEETING}/draft-agenda`;
const PUBLISHED = `/meetings/${MEETING}/published-agendas`;
const WINNER = 'Een groen schoolplein dat altijd open is';

/** A page as those that hold the editor: it gives the draft, and takes the one that comes back. */
@Component({
  imports: [AgendaEditor],
  template: `<bs-agenda-editor
    [meeting]="meeting"
    [draft]="draft()"
    (taken)="draft.set($event)"
    (published)="told.set(told() + 1)"
  />`,
})
class Holder {
  readonly meeting = aMeeting();
  readonly draft = signal<DraftAgenda>(start);
  readonly told = signal(0);
}
let start = aDraft();

async function editor(draft: DraftAgenda = aDraft()) {
  start = draft;
  const page = await pageInWest(Holder);
  const rows = () => {
    return page.screen
      .getAllByRole('heading', { level: 3 })
      .map((heading) => wordsIn(heading).replace(/^\d+\. /, ''));
  };
  const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id;
  return { ...page, rows, focused, holder: page.fixture.componentInstance as Holder };
}

describe('the agenda as the clerk works on it', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows when each thing begins, and when the meeting ends', async () => {
    const { text } = await editor();
    expect(text()).toContain('1. Opening 19.30 uur, 5 minuten');
    expect(text()).toContain(`2. ${WINNER} 19.35 uur, 45 minuten`);
    expect(text()).toContain('duurt volgens deze agenda tot 20.40 uur');
  });

  it('moves a point with the buttons, says so, and keeps the focus on it', async () => {
    const { press, rows, said, focused } = await editor();
    await press('Rondvraag omhoog');
    expect(rows()).toEqual(['Opening', 'Rondvraag', WINNER]);
    expect(said()).toContain('Rondvraag staat nu op plaats 2.');
    expect(focused()).toBe('Rondvraag omhoog');
    await press('Rondvraag omhoog');
    // At the end there is no further up, so the focus goes to the other button.
    expect(focused()).toBe('Rondvraag omlaag');
  });

  it('runs the times anew with every move', async () => {
    const { press, text } = await editor();
    await press('Rondvraag omhoog');
    expect(text()).toContain('2. Rondvraag 19.35 uur, 20 minuten');
    expect(text()).toContain(`3. ${WINNER} 19.55 uur`);
  });

  it('moves a point with the mouse', async () => {
    const { rows, screen, settle, said } = await editor();
    const line = (name: string) => screen.getByRole('heading', { name: new RegExp(name) }).closest('li')!;
    fireEvent.dragStart(line('Rondvraag'));
    fireEvent.dragOver(line('Opening'));
    fireEvent.drop(line('Opening'));
    await settle();
    expect(rows()).toEqual(['Rondvraag', 'Opening', WINNER]);
    expect(said()).toContain('Rondvraag staat nu op plaats 1.');
  });

  it('has a winner locked: no way up, down or off, and nothing to drag', async () => {
    const { screen } = await editor();
    const line = screen.getByRole('heading', { name: new RegExp(WINNER) }).closest('li')!;
    expect(within(line).getAllByRole('button').map(wordsIn)).toEqual(['', `Verplaats met reden (${WINNER})`]);
    expect(line.getAttribute('draggable')).toBeNull();
    expect(line.textContent).toContain('Verplaatsen kan alleen met een reden die iedereen kan lezen.');
  });

  it('saves order, minutes and points at once, with the revision that was read', async () => {
    const { press, type, write, said, text, settle } = await editor();
    expect(text()).toContain('Concept');
    await press('Voeg punt toe');
    type('Naam van het punt', 'Mededelingen');
    type('Minuten', '15');
    await settle();
    await press('Mededelingen omhoog');
    expect(text()).toContain('Nog niet bewaard');
    await press('Bewaar als concept');
    const request = await write('PUT', DRAFT, aDraft({ revision: 5 }));
    expect(request.body).toEqual({
      revision: 4,
      entries: [
        { kind: 'point', id: 'p1', title: 'Opening', minutes: 5 },
        { kind: 'item', id: 'i1', minutes: 45 },
        { kind: 'point', title: 'Mededelingen', minutes: 15 },
        { kind: 'point', id: 'p2', title: 'Rondvraag', minutes: 20 },
      ],
    });
    expect(said()).toContain('De agenda is bewaard.');
  });

  it('changes the minutes of a winner', async () => {
    const { press, type, write, settle } = await editor();
    await press(`Verander ${WINNER}`);
    type('Minuten', '30');
    await settle();
    await press('Bewaar als concept');
    expect((await write('PUT', DRAFT, aDraft())).body).toMatchObject({
      entries: [{ minutes: 5 }, { id: 'i1', minutes: 30 }, { minutes: 20 }],
    });
  });

  it('takes a point off, and can add another', async () => {
    const { press, rows, said, write, focused } = await editor();
    await press('Verander Rondvraag');
    await press(/Haal weg/);
    expect(rows()).toEqual(['Opening', WINNER]);
    expect(said()).toContain('Rondvraag is van de agenda gehaald.');
    expect(focused()).toBe('punt-erbij');
    await press('Bewaar als concept');
    expect(((await write('PUT', DRAFT, aDraft())).body as { entries: object[] }).entries).toHaveLength(2);
  });

  it.each([
    ['Minuten', '0', 'Kies een tijd van 1 tot 240 minuten.'],
    ['Minuten', '', 'Kies een tijd van 1 tot 240 minuten.'],
    ['Naam van het punt', 'x', 'Dit is te kort.'],
    ['Naam van het punt', '', 'Vul de naam van het punt in.'],
  ])('says at “%s” what is wrong with “%s”, and sends nothing', async (label, typed, words) => {
    const { press, type, wrongAt, http, screen } = await editor();
    await press('Verander Rondvraag');
    type(label, typed);
    await press(/^Klaar/);
    await press('Bewaar als concept');
    expect(wrongAt(label)).toContain(words);
    expect(document.activeElement).toBe(screen.getByLabelText(label));
    http.expectNone({ method: 'PUT' });
  });

  it('publishes what is saved, as the first version without asking what changed', async () => {
    const { press, write, read, said, holder, screen } = await editor();
    await press('Publiceer agenda');
    expect(screen.queryByLabelText(/Wat is er veranderd/)).toBeNull();
    await press('Ja, publiceer versie 1');
    const published = { version: 1, publishedAt: '2026-11-29T14:00:00Z', note: '' };
    const request = await write('POST', PUBLISHED, aMeeting({ published }));
    expect(request.body).toEqual({ revision: 4, note: '' });
    await read(DRAFT, aDraft({ publishedVersion: 1, hasChanges: false }));
    expect(said()).toContain('De agenda is gepubliceerd. Dit is versie 1.');
    expect(screen.getByText('Gepubliceerd, versie 1')).toBeTruthy();
    expect(holder.told()).toBe(1);
  });

  it('saves first what is not saved, and publishes the revision that came of it, with what changed', async () => {
    const { press, type, write, screen } = await editor(aDraft({ publishedVersion: 2 }));
    expect(screen.getByText('Gewijzigd sinds versie 2')).toBeTruthy();
    await press('Rondvraag omhoog');
    await press('Publiceer agenda');
    type(/Wat is er veranderd/, ' De rondvraag komt eerder. ');
    await press('Ja, publiceer versie 3');
    await write('PUT', DRAFT, aDraft({ revision: 7 }));
    const request = await write('POST', PUBLISHED, aMeeting());
    expect(request.body).toEqual({ revision: 7, note: 'De rondvraag komt eerder.' });
  });

  it('goes back from publishing', async () => {
    const { press, focused, http } = await editor();
    await press('Publiceer agenda');
    await press('Ga terug');
    expect(focused()).toBe('publiceer');
    http.expectNone({ method: 'POST' });
  });

  describe('when a colleague changed it in between', () => {
    const theirs = aDraft({
      revision: 9,
      entries: [...aDraft().entries, aDraftEntry({ id: 'p3', title: 'Van mijn collega', minutes: 10 })],
    });

    it.each(['version-conflict', 'agenda-entries-differ'])(
      'keeps what was typed, adds what the colleague did, and saves both (%s)',
      async (code) => {
        const { press, refused, read, rows, said, write, text } = await editor();
        await press('Rondvraag omhoog');
        await press('Bewaar als concept');
        await refused('PUT', DRAFT, 409, code);
        await read(DRAFT, theirs);
        expect(said()).toContain('Er is nog niets bewaard.');
        expect(text()).toContain('Wij voegden beide agenda’s samen.');
        expect(rows()).toEqual(['Opening', 'Rondvraag', 'Van mijn collega', WINNER]);
        await press('Bewaar als concept');
        expect((await write('PUT', DRAFT, aDraft())).body).toMatchObject({ revision: 9 });
      },
    );

    it('throws away what was typed when asked to', async () => {
      const { press, refused, read, rows, text } = await editor();
      await press('Rondvraag omhoog');
      await press('Bewaar als concept');
      await refused('PUT', DRAFT, 409, 'version-conflict');
      await read(DRAFT, theirs);
      await press('Gooi weg wat ik veranderde');
      expect(rows()).toEqual(['Opening', WINNER, 'Rondvraag', 'Van mijn collega']);
      expect(text()).not.toContain('Wij voegden beide agenda’s samen.');
    });
  });

  it('says another refusal, and keeps what was typed', async () => {
    const { press, refused, screen, rows } = await editor();
    await press('Rondvraag omhoog');
    await press('Bewaar als concept');
    await refused('PUT', DRAFT, 409, 'meeting-has-started');
    expect(screen.getByRole('alert').textContent).toContain('Deze vergadering is al begonnen.');
    expect(rows()).toEqual(['Opening', 'Rondvraag', WINNER]);
  });

  describe('moving a winner', () => {
    async function moving() {
      const page = await editor();
      await page.press(/^Verplaats met reden/);
      await page.read('/meetings', {
        items: [
          aMeeting(),
          aMeeting({ id: LATER, startsAt: '2027-01-05T18:30:00Z' }),
          aMeeting({ id: 'past', startsAt: '2026-10-06T18:30:00Z' }),
          aMeeting({ id: 'off', startsAt: '2027-02-02T18:30:00Z', state: 'cancelled' }),
        ],
      });
      return page;
    }
    const without = aDraft({ revision: 5, entries: [aDraftEntry()] });

    it('offers the other meetings that are planned, and the queue', async () => {
      const { texts } = await moving();
      expect(texts('option')).toEqual([
        'Kies',
        'Vergadering van dinsdag 5 januari om 19.30 uur',
        'Terug in de rij voor een volgende vergadering',
      ]);
    });

    it('takes a reason that everybody reads, and reads the agenda anew', async () => {
      const { type, press, write, read, said, rows, screen, holder } = await moving();
      fireEvent.input(screen.getByLabelText('Waarheen?'), { target: { value: LATER } });
      type('Waarom verplaatst u dit plan?', 'De indiener is ziek.');
      await press('Verplaats het plan');
      const request = await write('POST', '/agenda-items/i1/moves', null);
      expect(request.body).toEqual({ meeting: LATER, reason: 'De indiener is ziek.' });
      await read(DRAFT, without);
      expect(said()).toContain('staat nu op de andere agenda. Iedereen leest de reden.');
      expect(rows()).toEqual(['Opening']);
      expect(holder.told()).toBe(1);
    });

    it('puts it back in the queue', async () => {
      const { type, press, write, screen } = await moving();
      fireEvent.input(screen.getByLabelText('Waarheen?'), { target: { value: 'queue' } });
      type('Waarom verplaatst u dit plan?', 'Er is geen ruimte meer.');
      await press('Verplaats het plan');
      const request = await write('POST', '/agenda-items/i1/moves', null);
      expect(request.body).toMatchObject({ meeting: null });
    });

    it('asks where to and why before anything is sent', async () => {
      const { press, wrongAt, http } = await moving();
      await press('Verplaats het plan');
      expect(wrongAt('Waarheen?')).toContain('Kies waar het plan heen gaat.');
      expect(wrongAt('Waarom verplaatst u dit plan?')).toContain('Vul een reden in.');
      http.expectNone({ method: 'POST' });
    });

    it('says at the field that the other meeting has begun, and keeps the reason', async () => {
      const { type, press, refused, wrongAt, screen } = await moving();
      fireEvent.input(screen.getByLabelText('Waarheen?'), { target: { value: LATER } });
      type('Waarom verplaatst u dit plan?', 'De indiener is ziek.');
      await press('Verplaats het plan');
      await refused('POST', '/agenda-items/i1/moves', 409, 'meeting-has-started');
      expect(wrongAt('Waarheen?')).toContain('al begonnen');
      const reason = screen.getByLabelText('Waarom verplaatst u dit plan?') as HTMLTextAreaElement;
      expect(reason.value).toBe('De indiener is ziek.');
    });

    it('goes back without moving anything', async () => {
      const { press, focused } = await moving();
      await press('Ga terug');
      expect(focused()).toBe('verplaats-i1');
    });
  });

  it('keeps what is not saved when the page reads the agenda anew', async () => {
    const { press, holder, settle, rows } = await editor();
    await press('Rondvraag omhoog');
    holder.draft.set(
      aDraft({
        revision: 6,
        entries: [...aDraft().entries, aDraftEntry(aWinner(anItem({ id: 'i2', title: 'Nog een winnaar' })))],
      }),
    );
    await settle();
    expect(rows()).toEqual(['Opening', 'Rondvraag', 'Nog een winnaar', WINNER].sort(byPlace(rows())));
    expect(rows().indexOf('Rondvraag')).toBeLessThan(rows().indexOf(WINNER));
  });

  it('says so while there is nothing on it', async () => {
    const { screen } = await editor(aDraft({ entries: [] }));
    expect(screen.getByText('Er staat nog niets op deze agenda.')).toBeTruthy();
  });
});

const byPlace = (order: readonly string[]) => (one: string, other: string) =>
  order.indexOf(one) - order.indexOf(other);
