import { aMeeting, anItem, LATER, MEETING, pageInWest, wordsIn } from '../testing';
import { MeetingsPage } from './meetings-page';

async function meetingsPage(...meetings: object[]) {
  const page = await pageInWest(MeetingsPage);
  await page.read('/meetings', { items: meetings });
  const day = () => page.screen.getAllByLabelText('Dag') as HTMLInputElement[];
  const time = () => page.screen.getAllByLabelText('Tijd') as HTMLInputElement[];
  const set = async (field: HTMLInputElement, value: string) => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await page.settle();
  };
  const wrong = (field: HTMLInputElement) => document.getElementById(`${field.id}-fout`)?.textContent ?? '';
  return { ...page, day, time, set, wrong };
}

describe('the clerk’s meetings', () => {
  afterEach(() => document.body.replaceChildren());

  it('stand in two lists, each with how far it is', async () => {
    const { screen, texts } = await meetingsPage(
      aMeeting({ id: 'a', startsAt: '2026-10-06T17:30:00Z', state: 'held' }),
      aMeeting({ id: 'b', startsAt: '2026-11-03T18:30:00Z' }),
      aMeeting(),
      aMeeting({ id: LATER, startsAt: '2027-01-05T18:30:00Z', published: null }),
      aMeeting({ id: 'c', startsAt: '2027-02-02T18:30:00Z', state: 'cancelled' }),
    );
    const lines = texts('listitem');
    expect(lines[0]).toContain('Dinsdag 1 december, 19.30 uur Agenda gepubliceerd, versie 1');
    expect(lines[1]).toContain('Concept');
    expect(lines[2]).toContain('Gaat niet door');
    expect(lines[3]).toContain('Dinsdag 3 november, 19.30 uur Nog afsluiten');
    expect(lines[4]).toContain('Afgesloten');
    expect(screen.getByRole('link', { name: /Dinsdag 1\sdecember/ }).getAttribute('href')).toBe(
      `/west/griffie/vergaderingen/${MEETING}`,
    );
  });

  it('a new one is planned in the time of Amsterdam', async () => {
    const { set, day, time, type, press, write, said, text } = await meetingsPage();
    await set(day()[0]!, '2027-01-05');
    await set(time()[0]!, '20:00');
    await set(day()[1]!, '2026-12-18');
    type(/^Waar/, ' Buurthuis De Loods ');
    expect(text()).toContain('Dat is dinsdag 5 januari om 20.00 uur.');
    await press('Plan de vergadering');
    const planned = aMeeting({ id: LATER, startsAt: '2027-01-05T19:00:00Z', entries: [] });
    const request = await write('POST', '/meetings', { ...planned, items: [anItem()] });
    expect(request.body).toEqual({
      startsAt: '2027-01-05T19:00:00.000Z',
      agendaDeadline: '2026-12-18T11:00:00.000Z',
      place: 'Buurthuis De Loods',
      contact: '',
    });
    expect(said().replace(/\u00a0/g, ' ')).toContain('is gepland. 1 plan dat wachtte, staat er al op.');
  });

  it('leads to the new meeting, and reads the list anew', async () => {
    const { type, press, write, asked, screen } = await meetingsPage(aMeeting());
    type(/^Waar/, 'Buurthuis De Loods');
    await press('Plan de vergadering');
    await write('POST', '/meetings', aMeeting({ id: LATER, startsAt: '2026-12-29T18:30:00Z' }));
    asked('GET', '/api/v1/districts/west/meetings');
    expect(screen.getByRole('link', { name: /Naar de vergadering/ }).getAttribute('href')).toContain(LATER);
  });

  it('says at the field what cannot be, before anything is sent', async () => {
    const { set, day, press, wrong, wrongAt, http, screen } = await meetingsPage();
    await set(day()[0]!, '2026-11-24');
    await set(day()[1]!, '2026-12-24');
    await press('Plan de vergadering');
    expect(wrong(day()[0]!)).toContain('Deze dag is al geweest.');
    expect(wrong(day()[1]!)).toContain('De agenda moet sluiten vóór de vergadering begint.');
    expect(wrongAt(/^Waar/)).toContain('Vul de plaats in.');
    expect(document.activeElement).toBe(day()[0]);
    http.expectNone({ method: 'POST' });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that a day and a time are missing', async () => {
    const { set, day, time, press, wrong } = await meetingsPage();
    await set(day()[0]!, '');
    await set(time()[1]!, '');
    await press('Plan de vergadering');
    expect(wrong(day()[0]!)).toContain('Kies een dag.');
    expect(wrong(time()[1]!)).toContain('Kies een tijd.');
  });

  it.each([
    ['meeting-in-the-past', 0, 'Deze vergadering is al geweest.'],
    ['meeting-at-same-time', 0, 'Op dit moment is er al een vergadering.'],
    ['deadline-after-meeting', 1, 'De agenda moet sluiten'],
  ] as const)('says a refusal %s at its field, and keeps what was typed', async (code, field, words) => {
    const { type, press, refused, wrong, day, screen } = await meetingsPage();
    type(/^Waar/, 'Buurthuis De Loods');
    await press('Plan de vergadering');
    await refused('POST', '/meetings', 422, code);
    expect(wrong(day()[field]!)).toContain(words);
    expect(document.activeElement).toBe(day()[field]);
    expect((screen.getByLabelText(/^Waar/) as HTMLInputElement).value).toBe('Buurthuis De Loods');
  });

  it('says another refusal above the page', async () => {
    const { type, press, refused, screen } = await meetingsPage();
    type(/^Waar/, 'Buurthuis De Loods');
    await press('Plan de vergadering');
    await refused('POST', '/meetings', 503, 'temporarily-unavailable');
    expect(screen.getByRole('alert').textContent).toContain('Het is nu erg druk.');
  });

  it('says so while there are none, while they load, and when they do not come', async () => {
    const page = await pageInWest(MeetingsPage);
    expect(page.said()).toContain('De vergaderingen worden geladen.');
    await page.refused('GET', '/meetings', 503, 'temporarily-unavailable');
    await page.press('Probeer het opnieuw');
    await page.read('/meetings', { items: [] });
    expect(page.screen.getAllByRole('listitem').map(wordsIn)[0]).toContain(
      'Er is nog geen vergadering gepland.',
    );
  });
});
