import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { fireEvent, within } from '@testing-library/dom';
import type { Account, MyIdentity } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { anAccount } from '../testing';
import { IdentityPage } from './identity-page';

const DISTRICT = '/api/v1/districts/west';

const anIdentity = (changes: Partial<MyIdentity> = {}): MyIdentity => ({
  level: 0,
  needed: 1,
  methods: ['address'],
  brokerName: null,
  proofs: [],
  ...changes,
});
const PROVEN = anIdentity({
  level: 1,
  proofs: [{ level: 1, method: 'address', provenAt: '2026-11-29T13:32:00Z' }],
});

async function identityPage(
  identity: MyIdentity = anIdentity(),
  inputs: { terug?: string; identiteit?: string } = {},
  account: Account | null = anAccount(),
) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  TestBed.inject(CurrentDistrict).choose('west');
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(IdentityPage);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  document.body.append(fixture.nativeElement);
  fixture.detectChanges();
  http.expectOne('/api/v1/session').flush({ account });
  http.expectOne(DISTRICT).flush({ slug: 'west', name: 'West' });
  http.expectOne(`${DISTRICT}/rulebook`).flush({});
  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
    for (const asked of http.match(`${DISTRICT}/my-identity`)) asked.flush(identity);
    await fixture.whenStable();
  };
  await settle();
  await settle();
  const screen = within(fixture.nativeElement as HTMLElement);
  const type = (label: RegExp, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  return { fixture, http, screen, settle, type, press };
}

describe('the identity page', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => document.body.replaceChildren());

  it('asks who is not signed in to do so first, and comes back with the plan in mind', async () => {
    const { screen } = await identityPage(anIdentity(), { terug: '/west/plannen/5' }, null);
    expect(screen.getByRole('link', { name: 'Inloggen' }).getAttribute('href')).toBe(
      '/inloggen?terug=%2Fwest%2Fbevestigen%3Fterug%3D%252Fwest%252Fplannen%252F5',
    );
  });

  it('says why, and what is kept', async () => {
    const { screen } = await identityPage();
    expect(screen.getByRole('heading', { level: 1, name: 'Bevestig uw adres' })).toBeTruthy();
    expect(screen.getByText(/tellen alleen stemmen van bewoners/)).toBeTruthy();
    expect(
      within(screen.getByRole('region', { name: 'Wat wij bewaren' })).getByText(/Uw adres bewaren wij niet/),
    ).toBeTruthy();
  });

  it('offers the ways that lead to the needed level, and no others', async () => {
    const { screen } = await identityPage(
      anIdentity({ needed: 2, methods: ['letter', 'broker'], brokerName: 'Voorbeeld-ID' }),
    );
    expect(screen.getByRole('heading', { level: 1, name: 'Laat zien wie u bent' })).toBeTruthy();
    expect(screen.queryByLabelText(/Postcode/)).toBeNull();
    expect(screen.getByLabelText(/De code uit uw brief/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ga naar Voorbeeld-ID' }).getAttribute('href')).toBe(
      '/api/v1/districts/west/broker?returnTo=%2Fwest%2Fbevestigen',
    );
  });

  it('says it when there is no way yet', async () => {
    const { screen } = await identityPage(anIdentity({ methods: [] }));
    expect(screen.getByText(/Dit kan nu nog niet/)).toBeTruthy();
  });

  it('names every field of the address that is wrong, and sends nothing', async () => {
    const { http, screen, settle, type, press } = await identityPage();
    type(/Postcode/, '10555');
    press('Bevestig mijn adres');
    await settle();
    expect(screen.getByLabelText(/Postcode/).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/Vul uw postcode in/)).toBeTruthy();
    expect(screen.getByText(/Vul uw huisnummer in/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText(/Postcode/));
    http.expectNone(`${DISTRICT}/my-address`);
  });

  it('sends the address, says that the votes count, and leads back to the plan', async () => {
    const { http, screen, settle, type, press } = await identityPage(anIdentity(), {
      terug: '/west/plannen/5',
    });
    type(/Postcode/, ' 1055ab ');
    type(/Huisnummer/, '12');
    press('Bevestig mijn adres');
    const request = http.expectOne({ method: 'PUT', url: `${DISTRICT}/my-address` });
    expect(request.request.body).toEqual({ postcode: '1055ab', houseNumber: 12 });
    request.flush(PROVEN);
    await settle();
    expect(screen.getByRole('heading', { level: 1, name: 'Uw stemmen tellen mee' })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toMatch(/Al uw stemmen in West tellen nu mee/);
    for (const link of screen.getAllByRole('link', { name: 'Terug naar het plan' })) {
      expect(link.getAttribute('href')).toBe('/west/plannen/5');
    }
  });

  it.each([
    [422, { code: 'address-not-in-district' }, /Dit adres ligt volgens onze lijst niet in dit stadsdeel/],
    [
      400,
      { code: 'invalid-input', errors: [{ field: 'postcode', code: 'postcode-not-valid' }] },
      /Deze postcode klopt niet/,
    ],
  ])('says at the postcode what the API refused with %i', async (status, body, words) => {
    const { http, screen, settle, type, press } = await identityPage();
    type(/Postcode/, '1055 AB');
    type(/Huisnummer/, '12');
    press('Bevestig mijn adres');
    http.expectOne(`${DISTRICT}/my-address`).flush(body, { status, statusText: 'Refused' });
    await settle();
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByLabelText(/Postcode/).getAttribute('aria-invalid')).toBe('true');
  });

  it('says how long to wait after too many tries', async () => {
    const { http, screen, settle, type, press } = await identityPage();
    type(/Postcode/, '1055 AB');
    type(/Huisnummer/, '12');
    press('Bevestig mijn adres');
    http
      .expectOne(`${DISTRICT}/my-address`)
      .flush(
        { code: 'too-many-requests' },
        { status: 429, statusText: 'Too Many Requests', headers: { 'Retry-After': '600' } },
      );
    await settle();
    expect(screen.getByRole('alert').textContent).toMatch(/Probeer het over 10\sminuten opnieuw/);
  });

  it('says at the field that the code of a letter was used before', async () => {
    const { http, screen, settle, type, press } = await identityPage(
      anIdentity({ needed: 2, methods: ['letter'] }),
    );
    type(/De code uit uw brief/, 'abcd efgh');
    press('Gebruik deze code');
    const request = http.expectOne({ method: 'PUT', url: `${DISTRICT}/my-letter-code` });
    expect(request.request.body).toEqual({ code: 'abcd efgh' });
    request.flush({ code: 'letter-code-used' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(screen.getByText(/Deze code is al gebruikt/)).toBeTruthy();
  });

  it('tells the good news of the broker, and remembers the plan from before', async () => {
    await identityPage(anIdentity(), { terug: '/west/plannen/5' });
    TestBed.resetTestingModule();
    document.body.replaceChildren();
    const { screen } = await identityPage(PROVEN, { identiteit: 'bevestigd' });
    expect(screen.getByRole('status').textContent).toMatch(/tellen nu mee/);
    expect(screen.getAllByRole('link', { name: 'Terug naar het plan' })[0]?.getAttribute('href')).toBe(
      '/west/plannen/5',
    );
  });

  it.each([
    ['identity-taken', /Hiermee is al een ander account bevestigd/],
    ['what-is-this', /Er ging iets mis bij ons/],
  ])('words what the broker refused: %s', async (identiteit, words) => {
    const { screen } = await identityPage(anIdentity(), { identiteit });
    expect(screen.getByRole('alert').textContent).toMatch(words);
  });

  it.each(['https://elders.nl/x', '//elders.nl', '/\\elders.nl'])(
    'never leads to another site: %s',
    async (terug) => {
      const { screen } = await identityPage(PROVEN, { terug });
      for (const link of screen.getAllByRole('link')) expect(link.getAttribute('href')).toBe('/west/mijn');
    },
  );
});
