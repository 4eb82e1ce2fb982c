import { fireEvent } from '@testing-library/dom';
import type { Role } from '@buurtstem/shared-domain';
import type { Meeting, Reader } from '@buurtstem/contract';
import { aDraft, aDraftEntry, aMeeting, anItem, aWinner, MEETING, pageInWest } from '../testing';
import { MeetingDeskPage } from './meeting-desk-page';

const HERE = `/meetings/${MEETING}`;
const PAST = { startsAt: '2026-11-24T18:30:00Z' };
const READERS: Reader[] = [
  {
    name: 'Marijke de Boer',
    role: 'committee-member',
    readAt: '2026-11-28T10:00:00Z',
    isCurrent: true,
    isMe: false,
  },
  {
    name: 'Yusuf Kaya',
    role: 'committee-member',
    readAt: '2026-11-20T10:00:00Z',
    isCurrent: false,
    isMe: false,
  },
  { name: 'Samira Ouali', role: 'committee-member', readAt: null, isCurrent: false, isMe: false },
  { name: 'Nadia Haddou', role: 'clerk', readAt: '2026-11-28T10:00:00Z', isCurrent: true, isMe: false },
];

async function meetingPage(meeting: Meeting = aMeeting(), draft = aDraft(), role: Role = 'clerk') {
  const page = await pageInWest(MeetingDeskPage, { meeting: MEETING });
  await page.read(HERE, meeting);
  await page.signIn(role);
  if (role === 'clerk') {
    await page.read(`${HERE}/draft-agenda`, draft);
    await page.read(`${HERE}/readings`, { items: READERS });
  }
  const value = (label: string | RegExp) => (page.screen.getByLabelText(label) as HTMLInputElement).value;
  return { ...page, value };
}

describe('a meeting as the clerk works on it', () => {
  afterEach(() => document.body.replaceChildren());

  it('has the agenda, and the agenda to share', async () => {
    const { screen } = await meetingPage();
    expect(screen.getByRole('button', { name: 'Publiceer agenda' })).toBeTruthy();
    const addresses = screen
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'))
      .filter((href) => href?.startsWith('/api'));
    expect(addresses.map((href) => href!.split('/').at(-1))).toEqual([
      'agenda-pdf',
      'agenda-html',
      'agenda-csv',
      'calendar',
    ]);
  });

  it('says who comes, what they need, and whether the official’s note is there', async () => {
    const asked = { state: 'asked', delegateName: '', needs: '', askedAt: '2026-11-10T15:00:00Z' } as const;
    const note = {
      text: 'Het plein is van de school.',
      authorName: 'Peter van Rijn',
      publishedAt: '2026-11-27T10:00:00Z',
      version: 1,
    };
    const entry = (id: string, name: string, submitter: object) => {
      const item = anItem({ id, title: `Plan van ${name}`, contextNote: id === 'a' ? note : null });
      return aDraftEntry({
        ...aWinner({ ...item, proposal: { ...item.proposal, submitterName: name } }),
        submitter: { ...asked, answeredAt: null, attended: null, ...submitter },
      });
    };
    const { text } = await meetingPage(
      aMeeting(),
      aDraft({
        entries: [
          entry('a', 'Noor', { state: 'accepted', needs: 'Een scherm' }),
          entry('b', 'Joris', { state: 'delegated', delegateName: 'Ans Vermeer' }),
          entry('c', 'Kees', { state: 'declined' }),
          entry('d', 'Fatima', {}),
        ],
      }),
    );
    expect(text()).toContain('Noor komt. Nodig: Een scherm Uitleg van Peter van Rijn, 27 november 2026.');
    expect(text()).toContain('Ans Vermeer komt voor Joris.');
    expect(text()).toContain('Kees kan niet. De uitleg van de ambtenaar is er nog niet.');
    expect(text()).toContain('Fatima gaf nog geen antwoord. De uitnodiging is van 10 november 2026.');
  });

  it('says who has read the papers as they are now', async () => {
    const { text } = await meetingPage();
    expect(text()).toContain('1 van 3 leden lazen de stukken.');
    expect(text()).toContain('Marijke de Boer: gelezen op 28 november 2026');
    expect(text()).toContain('Yusuf Kaya: las een oudere versie');
    expect(text()).toContain('Samira Ouali: nog niet gelezen');
  });

  it('is for an administrator without the agenda, which is the clerk’s', async () => {
    const { text, screen, http } = await meetingPage(aMeeting(), aDraft(), 'administrator');
    expect(text()).toContain('Alleen een griffier kan de agenda veranderen.');
    expect(screen.getByRole('form', { name: 'Verander de vergadering' })).toBeTruthy();
    http.expectNone(`/api/v1/districts/west${HERE}/draft-agenda`);
  });

  describe('changing it', () => {
    it('takes a reason that everybody reads, and the version that was read', async () => {
      const { type, press, write, said } = await meetingPage(aMeeting({ sequence: 2 }));
      type(/^Waar\?/, 'Stadsdeelkantoor');
      type('Waarom verandert de vergadering?', 'De zaal is te klein.');
      await press('Verander de vergadering');
      const changed = aMeeting({ place: 'Stadsdeelkantoor', sequence: 3, reason: 'De zaal is te klein.' });
      const request = await write('PUT', HERE, changed);
      expect(request.body).toEqual({
        startsAt: '2026-12-01T18:30:00.000Z',
        agendaDeadline: '2026-11-20T11:00:00.000Z',
        place: 'Stadsdeelkantoor',
        contact: 'Bram Visser, 088 123 45 67',
        reason: 'De zaal is te klein.',
        sequence: 2,
      });
      expect(said()).toContain('De vergadering is veranderd.');
    });

    it('asks for the reason', async () => {
      const { press, wrongAt, http } = await meetingPage();
      await press('Verander de vergadering');
      expect(wrongAt('Waarom verandert de vergadering?')).toContain('Vul een reden in.');
      http.expectNone({ method: 'PUT' });
    });

    it('keeps what was typed when a colleague changed it in between, and takes over the rest', async () => {
      const { type, press, refused, read, write, said, value } = await meetingPage();
      type(/^Waar\?/, 'Stadsdeelkantoor');
      type('Waarom verandert de vergadering?', 'De zaal is te klein.');
      await press('Verander de vergadering');
      await refused('PUT', HERE, 409, 'version-conflict');
      await read(
        HERE,
        aMeeting({ startsAt: '2026-12-02T18:30:00Z', sequence: 5, reason: 'De dag kan niet.' }),
      );
      expect(said()).toContain('Een collega veranderde de vergadering intussen');
      expect(value(/^Waar\?/)).toBe('Stadsdeelkantoor');
      expect(value('Waarom verandert de vergadering?')).toBe('De zaal is te klein.');
      await press('Verander de vergadering');
      expect((await write('PUT', HERE, aMeeting())).body).toMatchObject({
        startsAt: '2026-12-02T18:30:00.000Z',
        place: 'Stadsdeelkantoor',
        sequence: 5,
      });
    });
  });

  describe('calling it off', () => {
    it('takes a reason, and asks once more', async () => {
      const { type, press, write, said, text, http } = await meetingPage();
      type('Waarom gaat de vergadering niet door?', 'De zaal staat onder water.');
      await press('Zeg de vergadering af');
      http.expectNone({ method: 'POST' });
      await press('Ja, zeg de vergadering af');
      const cancelled = aMeeting({ state: 'cancelled', reason: 'De zaal staat onder water.', entries: [] });
      const request = await write('POST', `${HERE}/cancellation`, cancelled);
      expect(request.body).toEqual({ reason: 'De zaal staat onder water.' });
      expect(said()).toContain('De vergadering gaat niet door.');
      expect(text()).toContain('Deze vergadering gaat niet door. De zaal staat onder water.');
    });

    it('goes back, and does nothing', async () => {
      const { type, press, http } = await meetingPage();
      type('Waarom gaat de vergadering niet door?', 'De zaal staat onder water.');
      await press('Zeg de vergadering af');
      await press('Nee, ga terug');
      http.expectNone({ method: 'POST' });
    });

    it.each([
      ['', 'Vul een reden in.'],
      ['Kort', 'Dit is te kort.'],
    ])('says what is wrong with “%s” as a reason', async (reason, words) => {
      const { type, press, wrongAt } = await meetingPage();
      type('Waarom gaat de vergadering niet door?', reason);
      await press('Zeg de vergadering af');
      expect(wrongAt('Waarom gaat de vergadering niet door?')).toContain(words);
    });
  });

  describe('closing it', () => {
    it('notes of each winner whether somebody was there', async () => {
      const { screen, press, write, said, settle } = await meetingPage(aMeeting(PAST));
      fireEvent.click(screen.getByLabelText(/^Ja/));
      await settle();
      await press('Sluit de vergadering af');
      const request = await write('PUT', `${HERE}/held`, aMeeting({ ...PAST, state: 'held' }));
      expect(request.body).toEqual({ attendance: [{ item: 'i1', attended: true }] });
      expect(said()).toContain('De vergadering is afgesloten.');
      expect(screen.getByRole('link', { name: 'Vul de besluiten in' })).toBeTruthy();
    });

    it('asks of each winner', async () => {
      const { press, text, http } = await meetingPage(aMeeting(PAST));
      await press('Sluit de vergadering af');
      expect(text()).toContain('Kies ja of nee.');
      http.expectNone({ method: 'PUT' });
    });

    it('says a refusal', async () => {
      const { screen, press, refused, settle } = await meetingPage(aMeeting(PAST));
      fireEvent.click(screen.getByLabelText(/^Nee/));
      await settle();
      await press('Sluit de vergadering af');
      await refused('PUT', `${HERE}/held`, 409, 'meeting-not-planned');
      expect(screen.getByRole('alert').textContent).toContain('al geweest of gaat niet door');
    });

    it('is the only thing left to do once it began', async () => {
      const { screen } = await meetingPage(aMeeting(PAST));
      expect(screen.queryByRole('button', { name: 'Publiceer agenda' })).toBeNull();
      expect(screen.queryByRole('form', { name: 'Verander de vergadering' })).toBeNull();
    });
  });

  it('says that a meeting does not exist, loads, and can be tried again', async () => {
    const page = await pageInWest(MeetingDeskPage, { meeting: MEETING });
    expect(page.said()).toContain('De vergadering wordt geladen.');
    await page.refused('GET', HERE, 404, 'meeting-not-found');
    expect(page.screen.getByRole('heading', { name: 'Deze vergadering bestaat niet' })).toBeTruthy();
  });

  it('says that the agenda does not come, beside the rest', async () => {
    const page = await pageInWest(MeetingDeskPage, { meeting: MEETING });
    await page.read(HERE, aMeeting());
    await page.signIn('clerk');
    await page.refused('GET', `${HERE}/draft-agenda`, 503, 'temporarily-unavailable');
    await page.press('Probeer het opnieuw');
    await page.read(`${HERE}/draft-agenda`, aDraft());
    expect(page.screen.getByRole('button', { name: 'Publiceer agenda' })).toBeTruthy();
  });
});
