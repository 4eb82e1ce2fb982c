import { TestBed } from '@angular/core/testing';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { showPage } from '@buurtstem/ui/testing';
import { within } from '@testing-library/dom';
import { AddressesPage } from './addresses-page';

const ADDRESSES = '/api/v1/districts/west/addresses';
const CHOOSER = 'Het bestand met adressen';

async function addressesPage(
  table: object = { addresses: 1384, neighbourhoods: 6, importedAt: '2026-10-01T08:00:00Z' },
) {
  const page = await showPage(AddressesPage, {
    before: () => TestBed.inject(CurrentDistrict).choose('west'),
  });
  await page.answer('GET', ADDRESSES, table);
  const choose = (file: File) =>
    Object.defineProperty(page.screen.getByLabelText(CHOOSER), 'files', {
      value: [file],
      configurable: true,
    });
  return { ...page, choose };
}

const aFile = (text: string) => new File([text], 'adressen.csv', { type: 'application/vnd.ms-excel' });

describe('the list of addresses', () => {
  afterEach(() => document.body.replaceChildren());

  it('says how many there are and when they were read in', async () => {
    const { screen } = await addressesPage();
    const now = within(screen.getByRole('region', { name: 'De lijst van nu' }));
    expect(now.getByText('1.384')).toBeTruthy();
    expect(now.getByText(/1\sOktober\s2026|1\soktober\s2026/)).toBeTruthy();
  });

  it('says what it means that there is none yet', async () => {
    const { screen } = await addressesPage({ addresses: 0, neighbourhoods: 0, importedAt: null });
    expect(screen.getByText(/Er is nog geen lijst/)).toBeTruthy();
  });

  it('sends the file as it is, as text/csv, and says with numbers that it was read in', async () => {
    const { choose, press, asked, settle, said } = await addressesPage();
    const file = aFile('1055AB;12;sluisbuurt');
    choose(file);
    await press('Lees de lijst in');
    const request = asked('PUT', ADDRESSES);
    expect(request.request.body).toBe(file);
    expect(request.request.headers.get('Content-Type')).toBe('text/csv');
    request.flush({ addresses: 2100, neighbourhoods: 7, importedAt: '2026-11-29T13:00:00Z' });
    await settle();
    expect(said()).toContain('De lijst is ingelezen: 2.100\u00a0adressen in 7\u00a0buurten.');
  });

  it('names every broken row by its line, and says that nothing was read in', async () => {
    const { choose, press, refuse, screen } = await addressesPage();
    choose(aFile('x'));
    await press('Lees de lijst in');
    await refuse('PUT', ADDRESSES, 422, {
      code: 'address-table-not-valid',
      errors: [
        { field: 'line 17', code: 'postcode-not-valid', message: 'is no postcode' },
        { field: 'line 17', code: 'house-number-not-valid', message: 'is no house number' },
        { field: 'line 90', code: 'neighbourhood-unknown', message: 'is no neighbourhood' },
      ],
    });
    const broken = within(screen.getByRole('region', { name: 'Er is niets ingelezen' }));
    expect(broken.getByText(/3 regels kloppen niet/)).toBeTruthy();
    const rows = broken
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent);
    expect(rows[0]).toMatch(/^17De postcode klopt niet/);
    expect(rows[1]).toMatch(/^17Het huisnummer klopt niet/);
    expect(rows[2]).toMatch(/^90Deze buurt hoort niet/);
    expect(screen.queryByText(/is no postcode/)).toBeNull();
  });

  it.each([
    ['no file', null, 'Kies eerst een bestand.'],
    ['an empty file', aFile(''), 'Dit bestand is leeg. Kies een ander bestand.'],
  ])('sends nothing with %s', async (_, file, words) => {
    const { choose, press, http, screen } = await addressesPage();
    if (file) choose(file);
    await press('Lees de lijst in');
    expect(screen.getByText(words)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText(CHOOSER));
    http.expectNone({ method: 'PUT' });
  });

  it('takes away what was said of the last file when a new one is sent', async () => {
    const { choose, press, refuse, screen } = await addressesPage();
    choose(aFile('x'));
    await press('Lees de lijst in');
    await refuse('PUT', ADDRESSES, 422, {
      code: 'address-table-not-valid',
      errors: [{ field: 'line 1', code: 'postcode-not-valid', message: '' }],
    });
    await press('Lees de lijst in');
    expect(screen.queryByRole('region', { name: 'Er is niets ingelezen' })).toBeNull();
  });
});
