import { AgendaPage } from './agenda-page';
import { aMeeting, anItem, aPoint, aWinner, LATER, pageInWest } from './testing';

const NOTE = {
  text: 'Het plein is van de school.',
  authorName: 'Peter van Rijn',
  publishedAt: '2026-11-27T10:00:00Z',
  version: 1,
};

async function agendaPage(...meetings: object[]) {
  const page = await pageInWest(AgendaPage);
  await page.read('/meetings', { items: meetings });
  return page;
}

describe('the agenda', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the next meeting with the time at which each thing begins', async () => {
    const { screen, texts } = await agendaPage(aMeeting());
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Vergadering van dinsdag');
    const lines = texts('listitem').filter((line) => /^\d\d\.\d\d/.test(line));
    expect(lines[0]).toMatch(/^19\.30 uur Opening 5 minuten/);
    expect(lines[1]).toMatch(/^19\.35 uur Gekozen door bewoners/);
    expect(lines[1]).toContain('164 voor');
  });

  it('says where and from when to when, and gives the agenda to take along', async () => {
    const { screen, text } = await agendaPage(aMeeting());
    expect(text()).toContain('19.30 tot 20.20 uur');
    expect(screen.getByText('Buurthuis De Loods, Havenkade 12')).toBeTruthy();
    const href = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');
    expect(href(/PDF/)).toMatch(/\/api\/v1\/districts\/west\/meetings\/1+-.*\/agenda-pdf$/);
    expect(href(/in mijn agenda/)).toMatch(/\/calendar$/);
    expect(href(/CSV/)).toMatch(/\/agenda-csv$/);
  });

  it('shows the official’s explanation, or that it is still to come', async () => {
    const { text } = await agendaPage(
      aMeeting({ entries: [aWinner(anItem({ contextNote: NOTE })), aWinner(anItem({ id: 'i2' }))] }),
    );
    expect(text()).toContain('Het plein is van de school. Peter van Rijn, ambtenaar.');
    expect(text()).toContain('De gemeente schrijft hier nog een uitleg bij.');
  });

  it('says how a winner moved, with the reason, and that a rule put it there', async () => {
    const there = { id: LATER, startsAt: '2027-01-05T18:30:00Z', place: 'De Loods' };
    const { text } = await agendaPage(
      aMeeting({
        entries: [
          aWinner(
            anItem({
              changes: [
                { verb: 'scheduled', from: null, to: there, reason: '', changedAt: '2026-11-10T15:00:00Z' },
                {
                  verb: 'moved',
                  from: there,
                  to: anItem().meeting,
                  reason: 'De zaal was bezet.',
                  changedAt: '2026-11-12T15:00:00Z',
                },
              ],
            }),
          ),
        ],
      }),
    );
    expect(text()).toContain('Op de agenda van dinsdag 5 januari gezet. Ging vanzelf, door de spelregels.');
    expect(text()).toContain(
      'Van de agenda van dinsdag 5 januari naar de agenda van dinsdag 1 december verplaatst. De zaal was bezet.',
    );
  });

  it('names the version and what changed in it', async () => {
    const published = { version: 2, publishedAt: '2026-11-21T09:00:00Z', note: 'De rondvraag staat erbij.' };
    const { text } = await agendaPage(aMeeting({ published }));
    expect(text()).toContain('Versie 2 van de agenda, van zaterdag 21 november om 10.00 uur.');
    expect(text()).toContain('De rondvraag staat erbij.');
  });

  it('says before the first version that this is not all of it, and no end', async () => {
    const { text } = await agendaPage(aMeeting({ published: null, entries: [aWinner()] }));
    expect(text()).toContain('Dit is nog niet de hele agenda.');
    expect(text()).toContain('Begint om 19.30 uur');
  });

  it('keeps a meeting that was called off in sight, with the reason', async () => {
    const { text, screen } = await agendaPage(
      aMeeting({ state: 'cancelled', reason: 'De zaal staat onder water.', entries: [] }),
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Agenda');
    expect(text()).toContain('Gaat niet door De zaal staat onder water.');
  });

  it('says that a meeting changed, and why', async () => {
    const { text } = await agendaPage(aMeeting({ sequence: 1, reason: 'De zaal is te klein.' }));
    expect(text()).toContain('Deze vergadering is veranderd.');
    expect(text()).toContain('De zaal is te klein.');
  });

  it('leads to each other meeting, and says what was decided there', async () => {
    const outcome = {
      decision: 'adopted',
      reasons: 'Ja.',
      decidedAt: '2026-10-20T10:00:00Z',
      vote: null,
    } as const;
    const { screen, text } = await agendaPage(
      aMeeting({
        id: LATER,
        startsAt: '2026-10-06T17:30:00Z',
        state: 'held',
        entries: [aWinner(anItem({ id: 'i9', title: 'Licht in de tunnel', outcome, outcomes: [outcome] }))],
      }),
      aMeeting({ entries: [aPoint()] }),
    );
    const link = screen.getByRole('link', { name: /Dinsdag 6\soktober/ });
    expect(link.getAttribute('href')).toBe(`/west/agenda/${LATER}`);
    expect(text()).toContain('Licht in de tunnel Aangenomen');
  });

  it('says so while there are no meetings, while they load, and when they do not come', async () => {
    const page = await pageInWest(AgendaPage);
    expect(page.said()).toContain('De agenda wordt geladen.');
    await page.read('/meetings', { items: [] });
    expect(page.screen.getByRole('heading', { name: 'Nog geen vergaderingen' })).toBeTruthy();
  });

  it('offers to try again when the agenda does not come', async () => {
    const page = await pageInWest(AgendaPage);
    await page.refused('GET', '/meetings', 503, 'temporarily-unavailable');
    await page.press('Probeer het opnieuw');
    await page.read('/meetings', { items: [aMeeting()] });
    expect(page.screen.getByRole('heading', { level: 1 }).textContent).toContain('Vergadering van');
  });
});
