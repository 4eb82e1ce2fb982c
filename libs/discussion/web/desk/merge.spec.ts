import { fireEvent, within } from '@testing-library/dom';
import { aDuplicate, API, CASE, casePage } from './testing';

const SEARCH = `${API}/proposals?state=open&limit=5&q=waterpret`;
const OTHER = { number: 3, title: 'Fontein op het plein', state: 'open' };
const MESSAGE = 'Bericht aan beide indieners';
const WORDS = 'Samen hebt u meer kans dan met twee plannen.';

async function duplicate() {
  const page = await casePage(aDuplicate());
  await page.choose(/^Staat er al/);
  await page.press('Vraag om samen te voegen');
  const search = async (text: string) => {
    page.type('Welk plan blijft?', text);
    await page.press('Zoek');
  };
  const choose = async (name: RegExp) => {
    fireEvent.click(page.screen.getByRole('radio', { name }));
    await page.settle();
  };
  return { ...page, search, choose };
}

describe('a duplicate', () => {
  afterEach(() => document.body.replaceChildren());

  it('is offered to be merged only where a plan is called a duplicate', async () => {
    const { choose, screen } = await duplicate();
    await choose(/^Reclame/);
    expect(screen.queryByRole('button', { name: 'Vraag om samen te voegen' })).toBeNull();
  });

  it('asks both submitters, with the plan that was found and chosen', async () => {
    const { search, choose, type, press, answer, said, screen } = await duplicate();
    await search(' waterpret ');
    await answer('GET', SEARCH, {
      items: [OTHER, { number: 8, title: 'Waterpret op het Kersenplein', state: 'open' }],
      total: 2,
      next: null,
    });
    expect(said()).toMatch(/1\splan gevonden\./);
    const plans = within(screen.getByRole('group', { name: 'Kies het plan dat blijft' }));
    expect(plans.getAllByRole('radio')).toHaveLength(1);
    await choose(/Fontein op het plein/);
    type(MESSAGE, ` ${WORDS} `);
    await press('Vraag het beide indieners');
    const request = await answer('POST', `${API}/merge-requests`, {});
    expect(request.body).toEqual({ duplicateNumber: 8, targetNumber: 3, message: WORDS });
    expect(said()).toContain('De vraag is verstuurd aan de indieners van beide plannen.');
    await answer(
      'GET',
      CASE,
      aDuplicate({
        merge: { id: 'm1', target: OTHER, duplicateAgreed: false, targetAgreed: false },
      }),
    );
    expect(screen.getByRole('region', { name: 'Wij vroegen om samen te voegen' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Vraag om samen te voegen' })).toBeNull();
  });

  it.each([['3'], ['#3']])('finds a plan by its number, as “%s”', async (typed) => {
    const { search, answer, screen } = await duplicate();
    await search(typed);
    await answer('GET', `${API}/proposals/3`, OTHER);
    expect(screen.getByRole('radio', { name: /Fontein op het plein/ })).toBeTruthy();
  });

  it.each([
    ['3', { ...OTHER, state: 'closed' }],
    ['8', { ...OTHER, number: 8 }],
  ])('finds nothing with number %s, which is not open or is the plan itself', async (typed, plan) => {
    const { search, answer, said } = await duplicate();
    await search(typed);
    await answer('GET', `${API}/proposals/${typed}`, plan);
    expect(said()).toContain('Geen ander open plan gevonden.');
  });

  it('says that there is no plan with this number', async () => {
    const { search, refuse, said } = await duplicate();
    await search('99');
    await refuse('GET', `${API}/proposals/99`, 404, { code: 'proposal-not-found' });
    expect(said()).toContain('Geen ander open plan gevonden.');
  });

  it('says that the search failed', async () => {
    const { search, refuse, said } = await duplicate();
    await search('waterpret');
    await refuse('GET', SEARCH, 503, {});
    expect(said()).toContain('Het is nu erg druk.');
  });

  it('asks what to search for, which plan stays, and for a message', async () => {
    const { search, press, errorOf, screen, http } = await duplicate();
    await search('  ');
    expect(errorOf('Welk plan blijft?')).toContain('Vul de naam of het nummer van een plan in.');
    await press('Vraag het beide indieners');
    expect(screen.getByText('Zoek en kies het plan dat blijft.')).toBeTruthy();
    expect(errorOf(MESSAGE)).toContain('Vul een bericht aan de indieners in.');
    http.expectNone({ method: 'POST' });
  });

  it.each([
    ['merge-pending', 'Voor dit plan is al gevraagd om samen te voegen.'],
    ['too-many-requests', 'U probeerde het te vaak.'],
  ])('says the refusal %s', async (code, words) => {
    const { search, choose, type, press, answer, refuse, screen } = await duplicate();
    await search('3');
    await answer('GET', `${API}/proposals/3`, OTHER);
    await choose(/Fontein/);
    type(MESSAGE, WORDS);
    await press('Vraag het beide indieners');
    await refuse('POST', `${API}/merge-requests`, 409, { code });
    expect(screen.getByRole('alert').textContent).toContain(words);
  });

  it('says who agreed already, and takes the question back after a yes', async () => {
    const { screen, press, answer, said, asked } = await casePage(
      aDuplicate({
        claim: null,
        merge: { id: 'm1', target: OTHER, duplicateAgreed: true, targetAgreed: false },
      }),
    );
    const merge = within(screen.getByRole('region', { name: 'Wij vroegen om samen te voegen' }));
    expect(merge.getByText('Indiener van dit plan: wil het')).toBeTruthy();
    expect(merge.getByText('Indiener van het andere plan: nog geen antwoord')).toBeTruthy();
    await press('Trek de vraag in');
    await press('Ja, trek de vraag in');
    await answer('DELETE', `${API}/merge-requests/m1`, {});
    expect(said()).toContain('De vraag is ingetrokken.');
    asked('GET', CASE);
  });
});
