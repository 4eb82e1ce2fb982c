import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { within } from '@testing-library/dom';
import type { District, ProposalPage } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { ProposalsPage } from './proposals-page';

const WEST: District = {
  slug: 'west',
  name: 'West',
  municipality: 'Voorbeeldstad',
  theme: 'west',
  neighbourhoods: [{ slug: 'molenwijk', name: 'Molenwijk' }],
  proposalThemes: [{ slug: 'groen', name: 'Groen en water' }],
  currentRound: null,
  rulebookVersion: 1,
  openProposals: 3,
};
const NOTHING: ProposalPage = {
  items: [],
  total: 0,
  hasMoreThanTotal: false,
  next: null,
  orderOfDay: null,
};

async function proposalsPage(address: Record<string, string>, page: Partial<ProposalPage> = {}) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  TestBed.inject(CurrentDistrict).choose('west');
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(ProposalsPage);
  for (const [name, value] of Object.entries(address))
    (fixture.componentRef as ComponentRef<ProposalsPage>).setInput(name, value);
  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  fixture.detectChanges();
  http.expectOne('/api/v1/districts/west').flush(WEST);
  await settle();
  const asked = http.expectOne(({ url }) => url.endsWith('/proposals'));
  asked.flush({ ...NOTHING, ...page });
  await settle();
  return { asked, fixture, http, settle, screen: within(fixture.nativeElement as HTMLElement) };
}

describe('the list of plans', () => {
  beforeAll(() => {
    window.matchMedia ??= () => ({ matches: false }) as MediaQueryList;
  });

  it('says what the order of the day is worked out from', async () => {
    const orderOfDay = { seed: 'west 2026-11-25', factors: [1, 2, 3] };
    const { asked, screen } = await proposalsPage({ sort: 'random' }, { orderOfDay });
    expect(asked.request.params.get('sort')).toBe('random');
    expect(screen.getByText('De volgorde van vandaag: west 2026-11-25')).toBeTruthy();
    expect(screen.getByText(/Iedereen ziet vandaag deze volgorde/).textContent).toContain('1, 2, 3');
  });

  it('filters by theme, and names no number above a thousand', async () => {
    const { asked, screen } = await proposalsPage(
      { theme: 'groen' },
      { total: 1000, hasMoreThanTotal: true },
    );
    expect(asked.request.params.get('theme')).toBe('groen');
    expect(screen.getByLabelText('Onderwerp')).toHaveProperty('value', 'groen');
    expect(screen.getByRole('status').textContent).toBe('Meer dan 1.000\u00a0plannen gevonden');
    expect(screen.queryByText(/De volgorde van vandaag/)).toBeNull();
  });

  it('switches to the map and back by links that keep the filters', async () => {
    const { http, screen } = await proposalsPage({ q: 'bankje', theme: 'groen' });
    const map = screen.getByRole('link', { name: 'Kaart' });
    expect(map.getAttribute('href')).toContain('q=bankje&theme=groen&weergave=kaart');
    expect(screen.getByRole('link', { name: 'Lijst' }).getAttribute('aria-current')).toBe('true');
    http.expectNone('/api/v1/districts/west/map');
  });

  it.each([
    [
      'has none',
      (http: HttpTestingController) => mapOf(http).flush({ areas: [], tiles: null }),
      /heeft nog geen kaart/,
    ],
    [
      'cannot be had',
      (http: HttpTestingController) => mapOf(http).error(new ProgressEvent('error')),
      /De kaart is er nu even niet/,
    ],
  ])('keeps the list where the district’s map %s', async (_what, answer, words) => {
    const { http, screen, settle } = await proposalsPage({ weergave: 'kaart' });
    answer(http);
    await settle();
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Gevonden plannen' })).toBeTruthy();
  });
});

function mapOf(http: HttpTestingController) {
  return http.expectOne('/api/v1/districts/west/map');
}
