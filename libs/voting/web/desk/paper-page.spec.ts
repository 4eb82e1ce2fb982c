import { TestBed } from '@angular/core/testing';
import type { PaperEntryVerdict } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { showPage } from '@buurtstem/ui/testing';
import { fireEvent, within } from '@testing-library/dom';
import { PaperPage } from './paper-page';

const PROPOSALS = '/api/v1/districts/west/proposals?state=open&limit=50';
const CHECKS = '/api/v1/districts/west/proposals/5/paper-vote-checks';
const VOTES = '/api/v1/districts/west/proposals/5/paper-votes';
const ANS = ['Ans de Graaf', '1055 ab', '12', '', 'for'] as const;
const JAN = ['Jan Smit', '1055AB', '14', 'jan@voorbeeld.nl', 'against'] as const;
const FIELDS = ['Naam', 'Postcode', 'Nummer', 'E-mail (hoeft niet)', 'Voor of tegen'] as const;

async function paperPage() {
  const page = await showPage(PaperPage, { before: () => TestBed.inject(CurrentDistrict).choose('west') });
  await page.answer('GET', PROPOSALS, {
    items: [{ number: 5, title: 'Veilig oversteken' }],
    next: null,
    total: 1,
  });
  await page.answer('GET', '/api/v1/districts/west', { slug: 'west', name: 'West' });
  const { screen, settle } = page;
  const row = (number: number) => within(screen.getByRole('group', { name: `Stem ${number}` }));
  const write = (number: number, texts: readonly string[]) =>
    FIELDS.forEach((label, index) =>
      fireEvent.input(row(number).getByLabelText(label), { target: { value: texts[index] } }),
    );
  const head = () => {
    page.type('Over welk voorstel gaat het blad?', '5');
    page.type('Kenmerk van het blad', ' Buurthuis, blad 3 ');
  };
  const checked = async (...verdicts: PaperEntryVerdict[]) => {
    await page.press('Controleer');
    return page.answer('POST', CHECKS, {
      items: verdicts.map((verdict, index) => ({ line: index + 1, verdict })),
    });
  };
  const enter = async (element: Element | null) => {
    fireEvent.keyDown(element!, { key: 'Enter' });
    await settle();
  };
  return { ...page, row, write, head, checked, enter };
}

describe('votes on paper', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks about the filled rows only, and says of each what it found', async () => {
    const { head, write, checked, row, said, screen } = await paperPage();
    head();
    write(1, ANS);
    write(3, JAN);
    const request = await checked('new', 'voted-online');
    expect(request.body).toEqual({
      votes: [
        { name: 'Ans de Graaf', postcode: '1055AB', houseNumber: 12, choice: 'for' },
        {
          name: 'Jan Smit',
          postcode: '1055AB',
          houseNumber: 14,
          email: 'jan@voorbeeld.nl',
          choice: 'against',
        },
      ],
    });
    expect(row(1).getByText('Nieuw')).toBeTruthy();
    expect(row(3).getByText('Stemde al online')).toBeTruthy();
    expect(said()).toContain('1\u00a0stem is nieuw. 1\u00a0stem slaan wij over.');
    expect(screen.getByRole('button', { name: 'Voer 1\u00a0stem in' })).toBeTruthy();
  });

  it.each([
    ['voted-on-paper', 'Stemde al op papier'],
    ['twice-on-sheet', 'Staat dubbel op dit blad'],
    ['doubtful', 'Misschien dezelfde persoon'],
    ['not-in-district', 'Woont niet in West'],
  ] as const)('says the verdict %s as “%s”, and has nothing to enter then', async (verdict, words) => {
    const { head, write, checked, row, screen } = await paperPage();
    head();
    write(1, ANS);
    await checked(verdict);
    expect(row(1).getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Voer/ })).toBeNull();
    expect(screen.getByText('Er is niets om in te voeren.')).toBeTruthy();
  });

  it('enters a doubtful vote only where the clerk says that it is somebody else', async () => {
    const { head, write, checked, row, press, answer, said, settle, screen } = await paperPage();
    head();
    write(1, ANS);
    write(2, JAN);
    await checked('new', 'doubtful');
    fireEvent.click(row(2).getByRole('checkbox', { name: /Dit is iemand anders/ }));
    await settle();
    await press('Voer 2\u00a0stemmen in');
    const request = await answer('POST', VOTES, {
      entered: 2,
      items: [
        { line: 1, verdict: 'entered' },
        { line: 2, verdict: 'entered' },
      ],
    });
    expect(request.body).toEqual({
      sheet: 'Buurthuis, blad 3',
      votes: [
        { name: 'Ans de Graaf', postcode: '1055AB', houseNumber: 12, choice: 'for' },
        {
          name: 'Jan Smit',
          postcode: '1055AB',
          houseNumber: 14,
          email: 'jan@voorbeeld.nl',
          choice: 'against',
          isAnotherPerson: true,
        },
      ],
    });
    expect(said()).toContain('2\u00a0stemmen zijn ingevoerd.');
    expect(within(screen.getByRole('table')).getByRole('row', { name: 'Jan Smit Ingevoerd' })).toBeTruthy();
  });

  it('forgets what it found as soon as a row is something else', async () => {
    const { head, write, checked, row, said, settle, screen } = await paperPage();
    head();
    write(1, ANS);
    await checked('new');
    fireEvent.input(row(1).getByLabelText('Nummer'), { target: { value: '16' } });
    await settle();
    expect(row(1).queryByText('Nieuw')).toBeNull();
    expect(said()).not.toContain('nieuw');
    expect(screen.getByRole('button', { name: 'Controleer' })).toBeTruthy();
  });

  it('names what is wrong in a row, and sends nothing', async () => {
    const { head, write, press, row, http } = await paperPage();
    head();
    write(2, ['Ans de Graaf', '1055', '12a', 'ans', '']);
    await press('Controleer');
    expect(row(2).getByText('Vul een postcode in, zoals 1055 AB.')).toBeTruthy();
    expect(row(2).getByText('Vul het huisnummer in, alleen cijfers.')).toBeTruthy();
    expect(row(2).getByText('Dit e-mailadres klopt niet. Leeg laten mag ook.')).toBeTruthy();
    expect(row(2).getByText('Kies voor of tegen.')).toBeTruthy();
    expect(row(1).queryByText(/Fout/)).toBeNull();
    http.expectNone({ method: 'POST' });
  });

  it('asks for the proposal, the sheet and at least one vote', async () => {
    const { press, screen } = await paperPage();
    await press('Controleer');
    expect(screen.getByText('Kies over welk voorstel het blad gaat.')).toBeTruthy();
    expect(screen.getByText('Vul een kenmerk in.')).toBeTruthy();
    expect(screen.getByText('Vul minstens één stem in.')).toBeTruthy();
  });

  it('says at the field of its row what the API refuses', async () => {
    const { head, write, press, refuse, row } = await paperPage();
    head();
    write(2, ANS);
    await press('Controleer');
    await refuse('POST', CHECKS, 400, {
      code: 'invalid-input',
      errors: [{ field: 'votes.0.postcode', code: 'postcode-not-valid', message: '' }],
    });
    expect(row(2).getByLabelText('Postcode').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(row(2).getByLabelText('Postcode'));
  });

  it('goes on with Enter, and from the last field to a new row', async () => {
    const { row, enter, screen } = await paperPage();
    row(1).getByLabelText('Naam').focus();
    await enter(document.activeElement);
    expect(document.activeElement).toBe(row(1).getByLabelText('Postcode'));
    row(5).getByLabelText('Voor of tegen').focus();
    await enter(document.activeElement);
    expect(screen.getAllByRole('group', { name: /^Stem \d/ })).toHaveLength(6);
    expect(document.activeElement).toBe(row(6).getByLabelText('Naam'));
  });

  it('takes a row away and keeps the others as they are', async () => {
    const { write, press, row, screen } = await paperPage();
    write(1, ANS);
    write(2, JAN);
    await press('Haal weg (stem 1)');
    expect(screen.getAllByRole('group', { name: /^Stem \d/ })).toHaveLength(4);
    expect(row(1).getByLabelText<HTMLInputElement>('Naam').value).toBe('Jan Smit');
  });

  it('holds fifty votes and no more', async () => {
    const { settle, screen } = await paperPage();
    // By text: looking for a role among 350 controls takes jsdom half a minute.
    const add = screen.getByText('Nog een stem');
    for (let rows = 5; rows < 60; rows++) fireEvent.click(add);
    await settle();
    expect(screen.getAllByText(/^Stem \d+$/)).toHaveLength(50);
    expect(screen.queryByText('Nog een stem')).toBeNull();
  });

  it('begins the next sheet empty, on the same proposal', async () => {
    const { head, write, checked, press, answer, row, screen } = await paperPage();
    head();
    write(1, ANS);
    await checked('new');
    await press(/^Voer/);
    await answer('POST', VOTES, { entered: 1, items: [{ line: 1, verdict: 'entered' }] });
    await press('Begin aan het volgende blad');
    expect(screen.getByLabelText<HTMLSelectElement>('Over welk voorstel gaat het blad?').value).toBe('5');
    expect(screen.getByLabelText<HTMLInputElement>('Kenmerk van het blad').value).toBe('');
    expect(row(1).getByLabelText<HTMLInputElement>('Naam').value).toBe('');
  });
});
