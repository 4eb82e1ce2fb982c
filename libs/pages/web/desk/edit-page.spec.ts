import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { DeskPage } from '@buurtstem/contract';
import { showPage } from '@buurtstem/ui/testing';
import { aDeskPage, DESK, inWest } from '../testing';
import { EditPage } from './edit-page';

const URL = `${DESK}/commissie`;
const TEXT = 'Een commissie is een groep mensen uit het stadsdeel.';
const PUBLISHED: Partial<DeskPage> = { state: 'published', version: 2 };

async function editor(page: DeskPage | null) {
  let navigate: jest.SpyInstance | undefined;
  const shown = await showPage(EditPage, {
    inputs: page ? { slug: page.slug } : {},
    before: () => {
      inWest();
      navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    },
  });
  if (page) await shown.answer('GET', `${DESK}/${page.slug}`, page);
  const value = (label: string) => (shown.screen.getByLabelText(label) as HTMLInputElement).value;
  return { ...shown, value, ledTo: () => navigate?.mock.lastCall as [string[], object] | undefined };
}

describe('writing a page', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => document.body.replaceChildren());

  it('makes the address of the title, until somebody types another', async () => {
    const { type, value, settle } = await editor(null);
    type('Titel', 'Wat is een café?');
    await settle();
    expect(value('Adres van de pagina')).toBe('wat-is-een-cafe');
    type('Adres van de pagina', 'kroeg');
    type('Titel', 'Wat is een kroeg?');
    await settle();
    expect(value('Adres van de pagina')).toBe('kroeg');
  });

  it('keeps a new page as a draft, and goes on at its own address', async () => {
    const { type, press, answer, ledTo } = await editor(null);
    type('Titel', ' Wat is een commissie? ');
    type('Adres van de pagina', 'commissie');
    type('Tekst', TEXT);
    await press('Bewaar het concept');
    const request = await answer('PUT', URL, aDeskPage());
    expect(request.body).toEqual({
      version: 0,
      title: 'Wat is een commissie?',
      body: TEXT,
      titleEn: '',
      bodyEn: '',
    });
    expect(ledTo()).toEqual([
      ['/', 'west', 'redactie', 'pagina', 'commissie'],
      { replaceUrl: true, state: { said: 'Het concept is bewaard.' } },
    ]);
    expect(localStorage).toHaveLength(0);
  });

  it('saves and publishes in one go', async () => {
    const { type, press, answer, said } = await editor(aDeskPage());
    type('Tekst', TEXT);
    await press('Publiceer');
    expect((await answer('PUT', URL, aDeskPage({ body: TEXT, version: 2 }))).body).toMatchObject({
      version: 1,
    });
    const published = aDeskPage({ body: TEXT, state: 'published', version: 3 });
    expect((await answer('POST', `${URL}/publication`, published)).body).toEqual({ version: 2 });
    expect(said()).toContain('De pagina staat op de site.');
  });

  it('publishes a draft that is as it was saved without writing it again', async () => {
    const { press, answer } = await editor(aDeskPage());
    await press('Publiceer');
    expect((await answer('POST', `${URL}/publication`, aDeskPage(PUBLISHED))).body).toEqual({ version: 1 });
  });

  it('says that a published page changes for everybody', async () => {
    const { type, press, answer, said, screen } = await editor(aDeskPage(PUBLISHED));
    expect(screen.queryByRole('button', { name: 'Bewaar het concept' })).toBeNull();
    type('Tekst', TEXT);
    await press('Publiceer de verandering');
    await answer('PUT', URL, aDeskPage({ ...PUBLISHED, body: TEXT, version: 3 }));
    expect(said()).toContain('De pagina is veranderd. Iedereen ziet dit nu.');
  });

  it('shows a preview by the same component that shows the page, and loses nothing by it', async () => {
    const { type, press, screen, value } = await editor(aDeskPage());
    type('Tekst', '## Een kop\n- een punt');
    await press('Bekijk het voorbeeld');
    expect(screen.getByRole('heading', { level: 2, name: 'Een kop' })).toBeTruthy();
    expect(screen.getByRole('listitem').textContent).toContain('een punt');
    expect(document.activeElement?.textContent).toContain('Dit is een voorbeeld.');
    await press('Schrijf verder');
    expect(value('Tekst')).toBe('## Een kop\n- een punt');
    expect(document.activeElement?.textContent).toContain('Bekijk het voorbeeld');
  });

  it.each([
    ['Titel', 'ab', 'Dit is te kort.'],
    ['Tekst', 'te kort', 'Dit is te kort.'],
    ['Tekst', 'x'.repeat(10_001), 'Dit is te lang.'],
    ['Titel in het Engels', 'What is it?', ''],
  ])('says at “%s” what is wrong before anything is sent', async (label, text, words) => {
    const { type, press, screen, http } = await editor(aDeskPage());
    type(label, text);
    await press('Bewaar het concept');
    http.expectNone({ method: 'PUT' });
    // Half of the English is wrong in the other half.
    const field = screen.getByLabelText(words === '' ? 'Tekst in het Engels' : label);
    expect(document.getElementById(`${field.id}-fout`)?.textContent).toContain(
      words || 'Vul een Engelse tekst in.',
    );
    expect(document.activeElement).toBe(field);
  });

  it.each([0, 503])(
    'keeps what is typed when sending fails (%i), on the page and on the device',
    async (status) => {
      const { type, press, asked, settle, screen, value } = await editor(aDeskPage());
      type('Tekst', TEXT);
      await press('Bewaar het concept');
      const request = asked('PUT', URL);
      if (status === 0) request.error(new ProgressEvent('error'));
      else request.flush({ code: 'temporarily-unavailable' }, { status, statusText: 'Refused' });
      await settle();
      expect(screen.getByRole('alert')).toBeTruthy();
      expect(value('Tekst')).toBe(TEXT);
      document.body.replaceChildren();
      TestBed.resetTestingModule();
      const again = await editor(aDeskPage());
      expect(again.value('Tekst')).toBe(TEXT);
      expect(again.screen.getByText(/Dit schreef u eerder op dit apparaat/)).toBeTruthy();
      await again.press('Begin opnieuw');
      expect(again.value('Tekst')).toBe(aDeskPage().body);
      expect(localStorage).toHaveLength(0);
    },
  );

  it('shows what a colleague saved meanwhile, keeps what is typed, and saves over it knowingly', async () => {
    const { type, press, refuse, answer, screen, value, said } = await editor(aDeskPage());
    type('Tekst', TEXT);
    await press('Bewaar het concept');
    await refuse('PUT', URL, 409, { code: 'version-conflict' });
    await answer('GET', URL, aDeskPage({ version: 5, body: 'Dit schreef mijn collega Ingrid.' }));
    expect(said()).toContain('Uw tekst staat er nog.');
    expect(screen.getByText('Dit schreef mijn collega Ingrid.')).toBeTruthy();
    expect(value('Tekst')).toBe(TEXT);
    await press('Bewaar het concept');
    expect((await answer('PUT', URL, aDeskPage({ version: 6 }))).body).toMatchObject({ version: 5 });
  });

  it('takes over what the colleague saved', async () => {
    const { type, press, refuse, answer, value } = await editor(aDeskPage());
    type('Tekst', TEXT);
    await press('Bewaar het concept');
    await refuse('PUT', URL, 409, { code: 'version-conflict' });
    await answer('GET', URL, aDeskPage({ version: 5, body: 'Dit schreef mijn collega Ingrid.' }));
    await press('Neem over wat uw collega bewaarde');
    expect(value('Tekst')).toBe('Dit schreef mijn collega Ingrid.');
  });

  it('says that an address is taken, and writes over nobody’s page', async () => {
    const { type, press, refuse, answer, said } = await editor(null);
    type('Titel', 'Een commissie');
    type('Adres van de pagina', 'commissie');
    type('Tekst', TEXT);
    await press('Bewaar het concept');
    await refuse('PUT', URL, 409, { code: 'version-conflict' });
    await answer('GET', URL, aDeskPage({ version: 5 }));
    expect(said()).toContain('Kies een ander adres.');
    await press('Bewaar het concept');
    await refuse('PUT', URL, 409, { code: 'version-conflict' });
  });

  it('asks before a page goes, and leads back to the list', async () => {
    const { press, answer, ledTo } = await editor(aDeskPage(PUBLISHED));
    await press('Verwijder de pagina (Wat is een commissie?)');
    await press('Ja, verwijder de pagina');
    await answer('POST', `${URL}/removal`, null);
    expect(ledTo()?.[0]).toEqual(['/', 'west', 'redactie']);
  });

  it('takes a page off the site, and keeps its text', async () => {
    const { press, answer, said } = await editor(aDeskPage(PUBLISHED));
    await press('Haal van de site (Wat is een commissie?)');
    await press('Ja, haal van de site');
    expect((await answer('POST', `${URL}/withdrawal`, aDeskPage({ version: 3 }))).body).toEqual({
      version: 2,
    });
    expect(said()).toContain('De tekst is er nog.');
  });

  it('gives a standard page its text back, and offers no removal', async () => {
    const own = aDeskPage({ ...PUBLISHED, slug: 'privacy', isStandard: true });
    const { press, answer, screen, value } = await editor(own);
    expect(screen.queryByRole('button', { name: /^Verwijder/ })).toBeNull();
    await press('Terug naar de standaardtekst (Wat is een commissie?)');
    await press('Ja, zet de standaardtekst terug');
    const standard = { ...own, state: null, version: 0, body: 'Dit is de standaardtekst van elke site.' };
    await answer('POST', `${DESK}/privacy/standard-text`, standard);
    expect(value('Tekst')).toBe('Dit is de standaardtekst van elke site.');
    await press('Publiceer');
    expect((await answer('PUT', `${DESK}/privacy`, own)).body).toMatchObject({ version: 0 });
  });
});
