import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { within } from '@testing-library/dom';
import type { RoundSummary, Rulebook } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { SERVER_TIME } from '@buurtstem/ui';
import { RoundsPage } from './rounds-page';
import { aDistrict, aRulebook } from './testing';

const aRound = (number: number, state: RoundSummary['state'], closesAt: string): RoundSummary => ({
  number,
  state,
  closesAt,
  seed: null,
  countPublished: state === 'counted',
});

/** Newest first, as the API lists them. */
const ROUNDS = [
  aRound(6, 'planned', '2028-02-08T15:00:00Z'),
  aRound(5, 'planned', '2027-01-12T15:00:00Z'),
  aRound(4, 'open', '2026-12-08T15:00:00Z'),
  aRound(3, 'counted', '2026-11-10T15:00:00Z'),
];

async function roundsPage(rounds: readonly RoundSummary[], rules: Partial<Rulebook> = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: SERVER_TIME, useValue: Date.parse('2026-11-25T12:00:00Z') },
    ],
  });
  TestBed.inject(CurrentDistrict).choose('west');
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(RoundsPage);
  fixture.detectChanges();
  http.expectOne('/api/v1/districts/west').flush(aDistrict());
  http.expectOne('/api/v1/districts/west/rulebook').flush({ ...aRulebook(), ...rules });
  http.expectOne('/api/v1/districts/west/rounds').flush({ items: rounds });
  await fixture.whenStable();
  return within(fixture.nativeElement as HTMLElement);
}

const wordsOf = (element: Element): string =>
  element.innerHTML
    .replace(/<[^>]*>/g, ' ')
    .replace(/(?:\s|&nbsp;)+/g, ' ')
    .trim();

describe('the page of results', () => {
  it('shows the count dates of the year ahead, the nearest first, and where a calendar finds them', async () => {
    const screen = await roundsPage(ROUNDS);
    const ahead = within(screen.getByRole('region', { name: 'De komende telmomenten' }));
    expect(ahead.getAllByRole('listitem').map(wordsOf)).toEqual([
      'Dinsdag 8 december 2026 om 16.00 uur Ronde 4',
      'Dinsdag 12 januari 2027 om 16.00 uur Ronde 5',
    ]);
    expect(ahead.getByRole('link', { name: 'Zet de telmomenten in uw agenda' }).getAttribute('href')).toBe(
      '/api/v1/districts/west/count-dates-calendar',
    );
    expect(wordsOf(ahead.getByText(/^We tellen/))).toBe(
      'We tellen elke tweede dinsdag van de maand om 16.00 uur.',
    );
    expect(ahead.queryByText(/pauze/)).toBeNull();
  });

  it('says when there is no count because of the recess', async () => {
    const screen = await roundsPage(ROUNDS, { recess: [{ from: '07-15', until: '08-31' }] });
    expect(wordsOf(screen.getByText(/In de pauze/))).toBe(
      'In de pauze is er geen telling: van 15 juli tot en met 31 augustus.',
    );
  });

  it('says that no count is planned, and that everything stays, where the list of dates has ended', async () => {
    const screen = await roundsPage([aRound(3, 'counted', '2026-11-10T15:00:00Z')]);
    const ahead = within(screen.getByRole('region', { name: 'De komende telmomenten' }));
    expect(ahead.getByText(/Er is nog geen telling gepland/)).toBeTruthy();
    expect(ahead.queryByRole('link')).toBeNull();
    expect(screen.getByRole('link', { name: 'Uitslag van november 2026' })).toBeTruthy();
  });

  it('does not announce a count date that has passed as one that is coming', async () => {
    const screen = await roundsPage([aRound(4, 'open', '2026-11-25T11:59:00Z')]);
    expect(screen.getByText(/We tellen de stemmen nu/)).toBeTruthy();
    expect(
      within(screen.getByRole('region', { name: 'De komende telmomenten' })).queryByRole('listitem'),
    ).toBeNull();
  });
});
