import { within } from '@testing-library/dom';
import { anItem, LATER, pageInWest, wordsIn } from '../testing';
import { OfficialPage } from './official-page';

const TEXT = 'Het plein is van de school. Beheer in de avond kost € 18.000 per jaar.';
const NOTE = { text: TEXT, authorName: 'Peter van Rijn', publishedAt: '2026-11-27T10:00:00Z', version: 2 };
const WITHOUT = 'Deze plannen hebben nog geen uitleg';

async function officialPage(...items: object[]) {
  const page = await pageInWest(OfficialPage);
  await page.read('/agenda-items', { items });
  const titles = (region: string) =>
    within(page.screen.getByRole('region', { name: region }))
      .queryAllByRole('heading', { level: 3 })
      .map(wordsIn);
  const value = () => (page.screen.getByLabelText('Uw uitleg') as HTMLTextAreaElement).value;
  return { ...page, titles, value };
}

describe('the explanations of the official', () => {
  afterEach(() => document.body.replaceChildren());

  it('are asked for by the date of the meeting, what waits for one last', async () => {
    const { titles, text } = await officialPage(
      anItem({ id: 'a', title: 'Wacht nog', state: 'queued', meeting: null }),
      anItem({
        id: 'b',
        title: 'Later',
        meeting: { id: LATER, startsAt: '2027-01-05T18:30:00Z', place: 'De Loods' },
      }),
      anItem({ id: 'c', title: 'Eerst' }),
      anItem({ id: 'd', title: 'Heeft er een', contextNote: NOTE }),
      anItem({ id: 'e', title: 'Al besproken', state: 'discussed' }),
    );
    expect(titles(WITHOUT)).toEqual(['Eerst', 'Later', 'Wacht nog']);
    expect(titles('Deze plannen hebben een uitleg')).toEqual(['Heeft er een']);
    expect(text()).toContain('Nog 2 dagen. De commissie praat erover op dinsdag 1 december om 19.30 uur.');
  });

  it('are published at once', async () => {
    const { press, type, write, said, asked } = await officialPage(anItem());
    await press(/^Schrijf de uitleg/);
    type('Uw uitleg', ` ${TEXT} `);
    await press('Publiceer de uitleg');
    const request = await write('PUT', '/agenda-items/i1/context-note', null);
    expect(request.body).toEqual({ text: TEXT });
    expect(said()).toContain('is gepubliceerd.');
    asked('GET', '/api/v1/districts/west/agenda-items');
  });

  it('can be changed, beginning with what is published', async () => {
    const { press, value } = await officialPage(anItem({ contextNote: NOTE }));
    await press(/^Verander de uitleg/);
    expect(value()).toBe(TEXT);
  });

  it.each([
    [422, 'context-note-length', false],
    [409, 'context-note-too-late', true],
    [503, 'temporarily-unavailable', true],
  ])('keep what was typed when it is not taken (%i %s)', async (status, code, above) => {
    const { press, type, refused, value, screen, wrongAt } = await officialPage(anItem());
    await press(/^Schrijf de uitleg/);
    type('Uw uitleg', TEXT);
    await press('Publiceer de uitleg');
    await refused('PUT', '/agenda-items/i1/context-note', status, code);
    expect(value()).toBe(TEXT);
    if (above) expect(screen.getByRole('alert')).toBeTruthy();
    else expect(wrongAt('Uw uitleg')).toContain('te kort of te lang');
  });

  it('are too short to send', async () => {
    const { press, type, wrongAt, http } = await officialPage(anItem());
    await press(/^Schrijf de uitleg/);
    type('Uw uitleg', 'Kan wel.');
    await press('Publiceer de uitleg');
    expect(wrongAt('Uw uitleg')).toContain('Dit is te kort.');
    http.expectNone({ method: 'PUT' });
  });

  it('say so while there is nothing to explain, load, and can be tried again', async () => {
    const page = await pageInWest(OfficialPage);
    expect(page.said()).toContain('De plannen worden geladen.');
    await page.refused('GET', '/agenda-items', 503, 'temporarily-unavailable');
    await page.press('Probeer het opnieuw');
    await page.read('/agenda-items', { items: [] });
    expect(page.text()).toContain('Elk plan heeft een uitleg.');
  });
});
