import { MeetingPage } from './meeting-page';
import { aMeeting, aPoint, MEETING, pageInWest } from './testing';

const VERSION_1 = { version: 1, publishedAt: '2026-11-20T09:00:00Z', note: '' };
const VERSION_2 = { version: 2, publishedAt: '2026-11-21T09:00:00Z', note: 'De rondvraag is korter.' };

async function meetingPage(meeting = aMeeting()) {
  const page = await pageInWest(MeetingPage, { meeting: MEETING });
  await page.read(`/meetings/${MEETING}`, meeting);
  return page;
}

describe('the page of a meeting', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows its agenda, and asks for no versions where there is one', async () => {
    const { screen, http } = await meetingPage();
    expect(screen.getByRole('heading', { name: 'Opening' })).toBeTruthy();
    http.expectNone(`/api/v1/districts/west/meetings/${MEETING}/published-agendas`);
  });

  it('shows the versions before this one', async () => {
    const { read, texts } = await meetingPage(aMeeting({ published: VERSION_2 }));
    await read(`/meetings/${MEETING}/published-agendas`, {
      items: [
        { ...VERSION_2, entries: [aPoint()] },
        { ...VERSION_1, entries: [aPoint({ title: 'Rondvraag', minutes: 20 })] },
      ],
    });
    const versions = texts('heading').filter((heading) => heading.startsWith('Versie'));
    expect(versions).toEqual(['Versie 1, vrijdag 20 november om 10.00 uur']);
    expect(texts('listitem')).toContain('Rondvraag, 20 minuten');
  });

  it('says when it was, and when it is called off', async () => {
    const past = await meetingPage(aMeeting({ state: 'held', startsAt: '2026-10-06T17:30:00Z' }));
    expect(past.text()).toContain('Deze vergadering is geweest.');
    expect(past.screen.queryByRole('link', { name: /in mijn agenda/ })).toBeNull();
    expect(past.text()).not.toContain('vertelt het plan');
  });

  it('says that it does not take place, and why', async () => {
    const { text } = await meetingPage(aMeeting({ state: 'cancelled', reason: 'De griep.', entries: [] }));
    expect(text()).toContain('Deze vergadering gaat niet door. De griep.');
  });

  it('says that a meeting does not exist', async () => {
    const page = await pageInWest(MeetingPage, { meeting: MEETING });
    await page.refused('GET', `/meetings/${MEETING}`, 404, 'meeting-not-found');
    expect(page.screen.getByRole('heading', { name: 'Deze vergadering bestaat niet' })).toBeTruthy();
  });

  it('loads, and offers to try again', async () => {
    const page = await pageInWest(MeetingPage, { meeting: MEETING });
    expect(page.said()).toContain('De vergadering wordt geladen.');
    await page.refused('GET', `/meetings/${MEETING}`, 503, 'temporarily-unavailable');
    expect(page.screen.getByRole('button', { name: 'Probeer het opnieuw' })).toBeTruthy();
  });
});
