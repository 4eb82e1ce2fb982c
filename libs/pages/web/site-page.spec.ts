import { showPage } from '@buurtstem/ui/testing';
import { PageTitle } from '@buurtstem/ui';
import { TestBed } from '@angular/core/testing';
import type { SitePage } from '@buurtstem/contract';
import { PageContent } from './page-content';
import { SitePageView } from './site-page';
import { StandardPage } from './standard-pages';
import { API, aPage, inWest } from './testing';

async function sitePage(page: SitePage) {
  const shown = await showPage(SitePageView, { inputs: { slug: page.slug }, before: inWest });
  await shown.answer('GET', `${API}/pages/${page.slug}`, page);
  return shown;
}

describe('a page of the site', () => {
  afterEach(() => document.body.replaceChildren());

  it('has its title, its text and when it was changed last', async () => {
    const { screen } = await sitePage(aPage());
    expect(screen.getByRole('heading', { level: 1, name: 'Wat is een commissie?' })).toBeTruthy();
    expect(screen.getByText('Een groep mensen uit het stadsdeel.')).toBeTruthy();
    expect(screen.getByText(/Laatst veranderd op/).textContent?.replace(/\s/g, ' ')).toContain(
      '20 november 2026',
    );
    expect(TestBed.inject(PageTitle).text()).toContain('Wat is een commissie?');
  });

  it('is Dutch on the Dutch site, whether it has English or not', async () => {
    const english = { titleEn: 'What is a committee?', bodyEn: 'A group of people of the district.' };
    const { screen } = await sitePage(aPage(english));
    const title = screen.getByRole('heading', { level: 1, name: 'Wat is een commissie?' });
    expect(title.closest('[lang]')).toBeNull();
  });

  it.each([
    ['A', 'A: voldoet volledig'],
    ['B', 'B: voldoet gedeeltelijk'],
    ['C', 'C: eerste maatregelen genomen'],
    ['D', 'D: voldoet niet'],
    ['E', 'E: nog geen verklaring'],
  ] as const)(
    'E12: the accessibility statement says status %s in words, and whom to write to',
    async (status, words) => {
      const accessibility = {
        status,
        contact: 'hulp@voorbeeld.example',
        auditUrl: 'https://voorbeeld.example/r',
        version: 1,
      };
      const { screen } = await sitePage(aPage({ slug: 'toegankelijkheid', accessibility }));
      expect(screen.getByText(words)).toBeTruthy();
      const mail = screen.getByRole('link', { name: 'hulp@voorbeeld.example' });
      expect(mail.getAttribute('href')).toBe('mailto:hulp@voorbeeld.example');
      expect(screen.getByRole('link', { name: 'Lees het rapport' })).toBeTruthy();
    },
  );

  it('that does not exist says so', async () => {
    const page = await showPage(SitePageView, { inputs: { slug: 'weg' }, before: inWest });
    await page.refuse('GET', `${API}/pages/weg`, 404, { code: 'page-not-found' });
    expect(page.screen.getByRole('heading', { level: 1, name: 'Deze pagina bestaat niet' })).toBeTruthy();
  });

  it('does not show the page before it while it loads', async () => {
    const { fixture, screen, settle } = await sitePage(aPage());
    fixture.componentRef.setInput('slug', 'privacy');
    await settle();
    expect(screen.queryByText('Wat is een commissie?')).toBeNull();
  });
});

describe('the content of a page in another language than the site', () => {
  afterEach(() => document.body.replaceChildren());

  it('says so to a screen reader', async () => {
    const english = { titleEn: 'What is a committee?', bodyEn: 'A group of people of the district.' };
    const { screen } = await showPage(PageContent, { inputs: { page: aPage(english), language: 'en' } });
    const title = screen.getByRole('heading', { level: 1, name: 'What is a committee?' });
    expect(title.closest('[lang]')?.getAttribute('lang')).toBe('en');
    expect(screen.getByText('A group of people of the district.')).toBeTruthy();
  });
});

describe('a standard page where no district is chosen', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['toegankelijkheid', 'Toegankelijkheid'],
    ['privacy', 'Privacy'],
    ['colofon', 'Colofon'],
  ])('E12: %s is there without asking anybody', async (slug, title) => {
    const { screen, http } = await showPage(StandardPage, { inputs: { slug } });
    expect(screen.getByRole('heading', { level: 1, name: title })).toBeTruthy();
    http.expectNone(() => true);
    if (slug === 'toegankelijkheid') expect(screen.getByText('C: eerste maatregelen genomen')).toBeTruthy();
  });

  it('that is not one of the three does not exist', async () => {
    const { screen } = await showPage(StandardPage, { inputs: { slug: 'commissie' } });
    expect(screen.getByRole('heading', { level: 1, name: 'Deze pagina bestaat niet' })).toBeTruthy();
  });
});
