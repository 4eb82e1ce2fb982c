import { TestBed } from '@angular/core/testing';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { showPage } from '@buurtstem/ui/testing';
import { within } from '@testing-library/dom';
import { letterCsv, letterFileName } from './letter-csv';
import { LettersPage } from './letters-page';

const BATCHES = '/api/v1/districts/west/letter-batches';
const BATCH = {
  id: 'b1',
  label: 'Brieven herfst',
  size: 200,
  used: 41,
  createdAt: '2026-10-01T08:00:00Z',
  expiresAt: '2027-01-01T08:00:00Z',
  revokedAt: null,
};
const NEW = {
  ...BATCH,
  id: 'b2',
  label: 'Brieven december',
  size: 2,
  codes: ['K7M4-9XQ2-R3TD', 'A2B3-C4D5-E6F7'],
};

/** jsdom makes no addresses for files. */
const files: Blob[] = [];

async function lettersPage(items: object[] = [BATCH]) {
  const page = await showPage(LettersPage, { before: () => TestBed.inject(CurrentDistrict).choose('west') });
  await page.answer('GET', BATCHES, { items });
  return page;
}

describe('letters with a code', () => {
  beforeEach(() => {
    files.length = 0;
    URL.createObjectURL = (file) => `blob:${files.push(file as Blob)}`;
    URL.revokeObjectURL = () => undefined;
  });
  afterEach(() => document.body.replaceChildren());

  it('says of each batch how many codes were used', async () => {
    const { screen } = await lettersPage();
    const line = screen.getByRole('heading', { name: 'Brieven herfst' }).closest('li')!;
    expect(line.textContent).toContain('41 van 200 codes gebruikt');
  });

  it('gives new codes once, to keep as a file, and says that they are not shown again', async () => {
    const { type, press, answer, screen } = await lettersPage();
    type('Naam voor deze brieven', ' Brieven december ');
    type('Hoeveel codes?', '2');
    await press('Maak de codes');
    const request = await answer('POST', BATCHES, NEW);
    expect(request.body).toEqual({ label: 'Brieven december', size: 2 });
    const codes = screen.getByRole('heading', { name: /2.nieuwe codes voor ‘Brieven december’/ });
    expect(document.activeElement).toBe(codes);
    expect(screen.getByText('U ziet deze codes maar één keer.')).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Bewaar het bestand (CSV)' });
    expect(link.getAttribute('download')).toBe('codes-brieven-december.csv');
    expect(link.getAttribute('href')).toBe('blob:1');
    expect(files).toHaveLength(1);
  });

  it.each(['', '0', '10.001', 'veel'])('asks for another number than “%s”', async (size) => {
    const { type, press, http, screen } = await lettersPage();
    type('Naam voor deze brieven', 'Brieven');
    type('Hoeveel codes?', size);
    await press('Maak de codes');
    expect(screen.getByText('Vul een getal in van 1 tot en met 10.000.')).toBeTruthy();
    http.expectNone({ method: 'POST' });
  });

  it('revokes a batch after a yes that names how many codes stop working', async () => {
    const { press, answer, said, screen } = await lettersPage();
    await press('Trek de codes in (Brieven herfst)');
    expect(screen.getByText(/De 159 codes die nog niet gebruikt zijn/)).toBeTruthy();
    await press('Ja, trek de codes in');
    await answer('POST', `${BATCHES}/b1/revocation`, { ...BATCH, revokedAt: '2026-11-29T13:00:00Z' });
    expect(said()).toContain('De codes van ‘Brieven herfst’ werken niet meer.');
  });

  it('offers nothing to revoke on a batch that is revoked', async () => {
    const { screen } = await lettersPage([{ ...BATCH, revokedAt: '2026-11-01T13:00:00Z' }]);
    expect(within(screen.getByRole('list')).getByText('Ingetrokken')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Trek de codes in/ })).toBeNull();
  });
});

describe('the file for the printer', () => {
  it('holds one code a line under a heading', () => {
    expect(letterCsv(NEW)).toBe('code\r\nK7M4-9XQ2-R3TD\r\nA2B3-C4D5-E6F7\r\n');
  });

  it.each([
    ['Brieven december 2026', 'codes-brieven-december-2026.csv'],
    ['Één / twee', 'codes-een-twee.csv'],
    ['…', 'codes-brieven.csv'],
  ])('is named after the batch: %s', (label, name) => {
    expect(letterFileName({ ...NEW, label })).toBe(name);
  });
});
