import type { DeskPageList } from '@buurtstem/contract';
import { showPage } from '@buurtstem/ui/testing';
import { within } from '@testing-library/dom';
import { aDeskPage, API, DESK, inWest } from '../testing';
import { PagesDesk } from './pages-desk';

const LIST: DeskPageList = {
  items: [
    aDeskPage({ state: 'published' }),
    aDeskPage({ slug: 'concept', title: 'Nog niet af', state: 'draft' }),
    aDeskPage({
      slug: 'privacy',
      title: 'Privacy',
      isStandard: true,
      state: null,
      version: 0,
      changedAt: null,
    }),
  ],
  accessibility: { status: 'C', contact: '', auditUrl: '', version: 0 },
};
const CLAIM = `${API}/accessibility`;

async function desk() {
  const page = await showPage(PagesDesk, { before: inWest });
  await page.answer('GET', DESK, LIST);
  return page;
}

describe('the desk of the editors', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists every page with where it stands', async () => {
    const { screen } = await desk();
    const line = (title: string) =>
      within(screen.getByRole('heading', { level: 3, name: title }).closest('li') as HTMLElement);
    expect(line('Wat is een commissie?').getByText('Op de site')).toBeTruthy();
    expect(line('Nog niet af').getByText('Concept')).toBeTruthy();
    expect(line('Privacy').getByText('Standaardtekst')).toBeTruthy();
    expect(line('Privacy').getByRole('link').getAttribute('href')).toBe('/west/redactie/pagina/privacy');
  });

  it('E12: sets the accessibility status with the version that was read, and goes on from the answer', async () => {
    const { type, press, answer, said } = await desk();
    type('Status', 'D');
    type('E-mailadres voor meldingen', ' hulp@voorbeeld.example ');
    await press('Bewaar de status');
    const claimed = { status: 'D', contact: 'hulp@voorbeeld.example', auditUrl: '', version: 1 };
    expect((await answer('PUT', CLAIM, claimed)).body).toEqual({ ...claimed, version: 0 });
    expect(said()).toContain('De status is bewaard.');
    await press('Bewaar de status');
    expect((await answer('PUT', CLAIM, claimed)).body).toMatchObject({ version: 1 });
  });

  it('E12: asks for the report before A or B is sent', async () => {
    const { type, press, screen, http } = await desk();
    type('Status', 'A');
    await press('Bewaar de status');
    http.expectNone(CLAIM);
    const field = screen.getByLabelText('Adres van het rapport');
    expect(document.getElementById(`${field.id}-fout`)?.textContent).toContain('rapport van een onderzoek');
  });
});
