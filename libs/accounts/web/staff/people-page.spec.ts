import { CurrentDistrict } from '@buurtstem/districts-web';
import { showPage } from '@buurtstem/ui/testing';
import { TestBed } from '@angular/core/testing';
import { within } from '@testing-library/dom';
import { PeoplePage } from './people-page';

const STAFF = '/api/v1/districts/west/staff';
const INVITATIONS = '/api/v1/districts/west/staff-invitations';
const ANS = {
  accountId: 'a1',
  displayName: 'Ans de Graaf',
  email: 'ans@voorbeeld.nl',
  roles: ['administrator'],
  hasSecondFactor: true,
  lastSeenAt: '2026-11-29T13:00:00Z',
};
const MAREK = {
  ...ANS,
  accountId: 'a2',
  displayName: 'Marek Kowalski',
  email: 'marek@voorbeeld.nl',
  roles: ['clerk'],
};
const LOTTE = {
  ...MAREK,
  accountId: 'a3',
  displayName: null,
  email: 'lotte@voorbeeld.nl',
  hasSecondFactor: false,
};
const INVITED = {
  id: 'i1',
  email: 'samira@voorbeeld.nl',
  role: 'moderator',
  invitedAt: '2026-11-28T09:00:00Z',
  expiresAt: '2026-12-05T09:00:00Z',
};
const LIST = { items: [ANS, MAREK, LOTTE], invitations: [INVITED] };

async function peoplePage() {
  const page = await showPage(PeoplePage, { before: () => TestBed.inject(CurrentDistrict).choose('west') });
  await page.answer('GET', STAFF, LIST);
  await page.answer('GET', '/api/v1/session', { account: { id: 'a1', email: ANS.email, roles: [] } });
  const { screen } = page;
  const lineOf = (name: string) =>
    within(screen.getByRole('heading', { name: new RegExp(name) }).closest('li')!);
  return { ...page, lineOf };
}

describe('the staff of a district', () => {
  afterEach(() => document.body.replaceChildren());

  it('says of everybody which role, whether a second factor is set, and who one is oneself', async () => {
    const { lineOf } = await peoplePage();
    expect(lineOf('Ans de Graaf').getByText('Beheerder')).toBeTruthy();
    expect(lineOf('Ans de Graaf').getByText('Dit bent u')).toBeTruthy();
    expect(lineOf('Marek Kowalski').getByText('Tweede stap ingesteld')).toBeTruthy();
    expect(lineOf('lotte@voorbeeld.nl').getByText('Nog geen tweede stap')).toBeTruthy();
  });

  it('withdraws a role only after a yes, and says that it is done', async () => {
    const { press, answer, http, screen, said } = await peoplePage();
    await press('Trek in (de rol Griffier van Marek Kowalski)');
    http.expectNone({ method: 'DELETE' });
    expect(document.activeElement).toBe(
      screen.getByRole('group', { name: 'Trek in (de rol Griffier van Marek Kowalski)' }),
    );
    await press('Ja, trek de rol in');
    await answer('DELETE', `${STAFF}/a2/roles/clerk`, null);
    expect(said()).toContain('Marek Kowalski is geen griffier meer.');
    await answer('GET', STAFF, { ...LIST, items: [ANS, LOTTE] });
    expect(screen.queryByRole('heading', { name: /Marek/ })).toBeNull();
  });

  it('does nothing on no, and gives the focus back', async () => {
    const { press, http, screen } = await peoplePage();
    await press('Trek in (de rol Griffier van Marek Kowalski)');
    await press('Nee, ga terug');
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: 'Trek in (de rol Griffier van Marek Kowalski)' }),
    );
    http.expectNone({ method: 'DELETE' });
  });

  it('says why the last administrator stays', async () => {
    const { press, refuse, screen } = await peoplePage();
    await press('Trek in (de rol Beheerder van Ans de Graaf)');
    await press('Ja, trek de rol in');
    await refuse('DELETE', `${STAFF}/a1/roles/administrator`, 409, { code: 'last-administrator' });
    expect(screen.getByRole('alert').textContent).toContain('minstens één beheerder');
  });

  it('wipes the second factor of somebody else, never of oneself', async () => {
    const { press, answer, screen, said } = await peoplePage();
    expect(screen.queryByRole('button', { name: /kwijt \(Ans/ })).toBeNull();
    await press('Telefoon of sleutel kwijt (Marek Kowalski)');
    expect(screen.getByText('Marek Kowalski wordt meteen overal uitgelogd.')).toBeTruthy();
    await press('Ja, wis de tweede stap');
    await answer('DELETE', `${STAFF}/a2/second-factors`, null);
    expect(said()).toContain('De tweede stap van Marek Kowalski is gewist.');
  });

  it('takes an open invitation back', async () => {
    const { press, answer, said } = await peoplePage();
    await press('Trek de uitnodiging in (samira@voorbeeld.nl, Moderator)');
    await press('Ja, trek de uitnodiging in');
    await answer('DELETE', `${INVITATIONS}/i1`, null);
    expect(said()).toContain('De uitnodiging voor samira@voorbeeld.nl werkt niet meer.');
  });

  it('says to who may not manage staff that the page is not theirs', async () => {
    const page = await showPage(PeoplePage, { before: () => TestBed.inject(CurrentDistrict).choose('west') });
    await page.refuse('GET', STAFF, 403, { code: 'not-allowed' });
    expect(page.screen.getByRole('heading', { level: 1 }).textContent).toBe('Deze pagina is niet voor u');
  });
});

describe('inviting a colleague', () => {
  afterEach(() => document.body.replaceChildren());

  async function filled(email: string, role: string) {
    const page = await peoplePage();
    page.type('E-mailadres van uw collega', email);
    page.type('Rol', role);
    await page.press('Verstuur de uitnodiging');
    return page;
  }

  it('sends address and role, says so, and empties the form', async () => {
    const { answer, said, screen } = await filled(' peter@voorbeeld.nl ', 'official');
    const request = await answer('POST', INVITATIONS, { ...INVITED, id: 'i2' });
    expect(request.body).toEqual({ email: 'peter@voorbeeld.nl', role: 'official' });
    expect(said()).toContain('De uitnodiging voor peter@voorbeeld.nl is verstuurd.');
    expect(screen.getByLabelText<HTMLInputElement>('E-mailadres van uw collega').value).toBe('');
  });

  it('asks for a right address and a role before it sends anything', async () => {
    const { http, screen } = await filled('peter', '');
    expect(screen.getByText('Vul het e-mailadres in, zoals naam@voorbeeld.nl.')).toBeTruthy();
    expect(screen.getByText('Kies welke rol uw collega krijgt.')).toBeTruthy();
    http.expectNone({ method: 'POST' });
  });

  it.each([
    ['invitation-pending', 'E-mailadres van uw collega', /al een uitnodiging/],
    ['role-held-already', 'Rol', /heeft deze rol al/],
  ])('says a refusal %s at the field %s', async (code, label, words) => {
    const { refuse, screen } = await filled('marek@voorbeeld.nl', 'clerk');
    await refuse('POST', INVITATIONS, 409, { code });
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(screen.getByLabelText(label));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
