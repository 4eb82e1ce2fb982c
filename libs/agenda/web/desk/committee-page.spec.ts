import { within } from '@testing-library/dom';
import type { Guest, Reader } from '@buurtstem/contract';
import { aMeeting, anItem, aPoint, aWinner, LATER, MEETING, pageInWest } from '../testing';
import { CommitteePage } from './committee-page';

const HERE = `/meetings/${MEETING}`;
const me = (changes: Partial<Reader> = {}): Reader => ({
  name: 'Bram Visser',
  role: 'clerk',
  readAt: null,
  isCurrent: false,
  isMe: true,
  ...changes,
});
const NOTE = {
  text: 'Het plein is van de school.',
  authorName: 'Peter van Rijn',
  publishedAt: '2026-11-27T10:00:00Z',
  version: 1,
};
const MEETINGS = {
  items: [
    aMeeting({ id: 'past', startsAt: '2026-10-06T17:30:00Z', state: 'held' }),
    aMeeting(),
    aMeeting({ id: LATER, startsAt: '2027-01-05T18:30:00Z' }),
  ],
};

const GUESTS: Guest[] = [
  { item: 'i1', title: 'Een groen schoolplein', submitterName: 'Noor El Amrani', state: 'accepted' },
  { item: 'i2', title: 'Een ruilkast', submitterName: 'Charlie Vermeer', state: 'asked' },
  { item: 'i3', title: 'Een brug', submitterName: 'Kees Bakker', state: 'delegated' },
  { item: 'i4', title: 'Een bank', submitterName: 'Ada de Wit', state: 'declined' },
  { item: 'i5', title: 'Een boom', submitterName: 'Ali Kaya', state: null },
];

async function committeePage(readers: readonly Reader[] = [me()], inputs: object = { meeting: MEETING }) {
  const page = await pageInWest(CommitteePage, inputs as Record<string, unknown>);
  await page.read('/meetings', MEETINGS);
  await page.read(HERE, aMeeting({ entries: [aPoint(), aWinner(anItem({ contextNote: NOTE }))] }));
  await page.read(`${HERE}/readings`, { items: readers, guests: GUESTS });
  await page.read('/proposals/3', {
    body: 'Op het schoolplein ligt nu alleen steen.\n\nDat kan groener.',
    notes: [{ text: 'De school doet mee.', addedAt: '2026-11-01T10:00:00Z' }],
  });
  return page;
}

describe('the papers for the committee', () => {
  afterEach(() => document.body.replaceChildren());

  it('stand in order on one page: the plan, what was added, and the official’s explanation', async () => {
    const { texts, text, screen } = await committeePage();
    const headings = texts('heading');
    expect(headings.indexOf('19.30 Opening')).toBeLessThan(
      headings.indexOf('19.35 Een groen schoolplein dat altijd open is'),
    );
    expect(text()).toContain('Dat kan groener.');
    expect(text()).toContain('De school doet mee.');
    expect(text()).toContain('Het plein is van de school.');
    expect(screen.getByRole('link', { name: /Lees de argumenten/ }).getAttribute('href')).toBe(
      '/west/plannen/3#args',
    );
  });

  it('are those of the next meeting without one in the address', async () => {
    const { screen } = await committeePage([me()], {});
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Stukken voor dinsdag');
    expect(screen.getByRole('link', { name: /dinsdag 5\sjanuari/ }).getAttribute('href')).toBe(
      `/west/commissie/${LATER}`,
    );
  });

  it('say of each plan whether somebody comes, and not what they need there', async () => {
    const { screen } = await committeePage();
    const lines = within(screen.getByRole('region', { name: 'Wie komt er?' }))
      .getAllByRole('listitem')
      .map((line) => line.textContent);
    expect(lines).toEqual([
      expect.stringContaining('Noor El Amrani komt.'),
      expect.stringContaining('Charlie Vermeer gaf nog geen antwoord.'),
      expect.stringContaining('Iemand anders komt voor Kees Bakker.'),
      expect.stringContaining('Ada de Wit kan niet.'),
      expect.stringContaining('Ali Kaya is nog niet uitgenodigd.'),
    ]);
  });

  it('are not noted as read by me because somebody else has my name', async () => {
    const { screen } = await committeePage([me({ isMe: false, isCurrent: true })]);
    expect(screen.getByRole('button', { name: 'Ik heb de stukken gelezen' })).not.toBeNull();
  });

  it('can be noted as read', async () => {
    const { press, write, said, text, screen } = await committeePage();
    await press('Ik heb de stukken gelezen');
    await write('PUT', `${HERE}/my-reading`, {
      items: [me({ readAt: '2026-11-29T13:46:00Z', isCurrent: true })],
      guests: GUESTS,
    });
    expect(said()).toContain('Wij hebben genoteerd dat u de stukken las.');
    expect(text()).toContain('Bram Visser: gelezen op 29 november 2026');
    expect(screen.queryByRole('button', { name: 'Ik heb de stukken gelezen' })).toBeNull();
  });

  it('ask again once a newer version is there', async () => {
    const { screen, text } = await committeePage([me({ readAt: '2026-11-20T10:00:00Z' })]);
    expect(text()).toContain('las een oudere versie');
    expect(screen.getByRole('button', { name: 'Ik heb de stukken gelezen' })).toBeTruthy();
  });

  it('say that the note was not taken', async () => {
    const { press, refused, screen } = await committeePage();
    await press('Ik heb de stukken gelezen');
    await refused('PUT', `${HERE}/my-reading`, 503, 'temporarily-unavailable');
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('say so while no meeting is planned', async () => {
    const page = await pageInWest(CommitteePage);
    expect(page.said()).toContain('De stukken worden geladen.');
    await page.read('/meetings', { items: [] });
    expect(page.screen.getByRole('heading', { name: 'Er is nog geen vergadering gepland' })).toBeTruthy();
  });

  it('say that a meeting does not exist', async () => {
    const page = await pageInWest(CommitteePage, { meeting: MEETING });
    await page.refused('GET', HERE, 404, 'meeting-not-found');
    expect(page.screen.getByRole('heading', { name: 'Deze vergadering bestaat niet' })).toBeTruthy();
  });

  it('go on without the text of a plan that does not come', async () => {
    const page = await pageInWest(CommitteePage, { meeting: MEETING });
    await page.read(HERE, aMeeting());
    await page.refused('GET', '/proposals/3', 503, 'temporarily-unavailable');
    expect(page.text()).toContain('Wij kunnen de tekst nu niet laten zien.');
  });
});
