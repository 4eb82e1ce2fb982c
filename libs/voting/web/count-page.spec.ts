import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { fireEvent, within } from '@testing-library/dom';
import type { Count, CountReportSummary, Invalidation } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { CountPage } from './count-page';
import { aCount, aDistrict, aLine, aRulebook } from './testing';

const REPORTS: readonly CountReportSummary[] = [5, 4].map((reportNumber) => ({
  version: reportNumber - 3,
  reportNumber,
  countedAt: '2026-11-10T15:00:07Z',
  reason: '',
  sha256: 'ab',
}));

async function countPage(
  answer: (http: HttpTestingController) => void,
  invalidations: readonly Invalidation[] = [],
) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  TestBed.inject(CurrentDistrict).choose('west');
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(CountPage);
  fixture.componentRef.setInput('round', '2');
  fixture.detectChanges();
  http.expectOne('/api/v1/districts/west').flush(aDistrict());
  http.expectOne('/api/v1/districts/west/rulebook').flush(aRulebook());
  answer(http);
  await new Promise((done) => setTimeout(done));
  fixture.detectChanges();
  for (const asked of http.match('/api/v1/districts/west/invalidations'))
    asked.flush({ items: invalidations });
  for (const asked of http.match('/api/v1/districts/west/rounds/2/reports')) asked.flush({ items: REPORTS });
  await fixture.whenStable();
  return { fixture, screen: within(fixture.nativeElement as HTMLElement) };
}

const URL = '/api/v1/districts/west/rounds/2/count';
const counted = (count: Count, invalidations?: readonly Invalidation[]) =>
  countPage((http) => http.expectOne(URL).flush(count), invalidations);

describe('the report of a count', () => {
  it('names the winner and the deciding step', async () => {
    const { screen } = await counted(
      aCount({
        decidedBy: 'fewer-against',
        lines: [aLine(1, { votesFor: 164, votesAgainst: 12 }), aLine(2, { votesFor: 164, votesAgainst: 31 })],
      }),
    );
    expect(screen.getByRole('heading', { level: 1, name: 'Uitslag van november 2026' })).toBeTruthy();
    const why = within(screen.getByRole('region', { name: 'Waarom won dit plan?' }));
    expect(why.getByText(/Twee plannen hadden 164 stemmen voor/)).toBeTruthy();
    expect(why.getByText('Dit besliste').closest('li')?.textContent).toMatch(
      /Minste stemmen tegen[\s\S]*12 tegen is minder dan 31 tegen/,
    );
  });

  it('says that nobody won, and that votes stay', async () => {
    const { screen } = await counted(aCount({ winner: null, decidedBy: 'none' }));
    expect(screen.getByRole('heading', { name: 'Deze maand geen winnaar' })).toBeTruthy();
    expect(screen.getByText(/Alle stemmen blijven staan/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Waarom won dit plan?' })).toBeNull();
  });

  it('shows ten plans first, and all of them on request', async () => {
    const lines = Array.from({ length: 12 }, (_, index) => aLine(index + 1, { votesFor: 120 - index }));
    const { fixture, screen } = await counted(aCount({ lines }));
    expect(screen.getAllByRole('row')).toHaveLength(11);
    fireEvent.click(screen.getByRole('button', { name: 'Toon alle 12 plannen' }));
    await fixture.whenStable();
    expect(screen.getAllByRole('row')).toHaveLength(13);
  });

  it('adds up the votes that were not counted, by reason', async () => {
    const { screen } = await counted(
      aCount({
        lines: [aLine(1, { held: 9 }), aLine(2, { waiting: 30 }), aLine(3, { waiting: 7, invalid: 4 })],
      }),
    );
    const rows = within(screen.getByRole('region', { name: 'Stemmen die niet meetelden' })).getAllByRole(
      'row',
    );
    expect(rows.slice(1).map((row) => row.textContent?.trim())).toEqual([
      expect.stringMatching(/Niet op tijd bevestigd\s*37/),
      expect.stringMatching(/In onderzoek.*9/),
      expect.stringMatching(/Ongeldig verklaard\s*4/),
    ]);
  });

  it('says how many of the votes came in on paper, per plan and in all', async () => {
    const { screen } = await counted(
      aCount({ lines: [aLine(1, { onPaper: 12 }), aLine(2, { onPaper: 3 })] }),
    );
    const row = screen.getByRole('row', { name: /Plan 1/ });
    expect(within(row).getByText('waarvan 12 op papier')).toBeTruthy();
    expect(screen.getByText('Op papier').nextElementSibling?.textContent).toBe('15');
  });

  it('names the votes declared invalid on its plans, with the reason, and what was undone', async () => {
    const one: Invalidation = {
      number: 1,
      proposal: { number: 2, title: 'Plan 2' },
      votes: 14,
      reason: 'Gekochte adressen.',
      decidedAt: '2026-11-20T09:00:00Z',
      undoneAt: '2026-11-22T09:00:00Z',
      undoneReason: 'De adressen bleken echt.',
    };
    const elsewhere: Invalidation = { ...one, number: 2, proposal: { number: 99, title: 'Plan 99' } };
    const { screen } = await counted(aCount(), [one, elsewhere]);
    const text = screen
      .getByRole('region', { name: 'Ongeldig verklaard' })
      .textContent?.replace(/[\s\u00a0]+/g, ' ');
    expect(text).toMatch(/14 stemmen op Plan 2 ?, op 20 november 2026\. De reden: Gekochte adressen\./);
    expect(text).toMatch(/Teruggedraaid op 22 november 2026 ?De adressen bleken echt\./);
    expect(text).not.toContain('Plan 99');
  });

  it('says nothing about invalid votes where there are none', async () => {
    const { screen } = await counted(aCount());
    expect(screen.queryByRole('heading', { name: 'Ongeldig verklaard' })).toBeNull();
  });

  it('says which report it is, where to get it, and how to check it', async () => {
    const { screen } = await counted(aCount());
    const report = within(screen.getByRole('region', { name: 'Het verslag' }));
    expect(report.getByText(/Dit is verslag 4, versie 1/)).toBeTruthy();
    expect(report.getByText(aCount().sha256)).toBeTruthy();
    expect(report.getByText(/Bereken de SHA-256 van het bestand/)).toBeTruthy();
    expect(report.getByRole('link', { name: 'Download als PDF' }).getAttribute('href')).toBe(
      '/api/v1/districts/west/rounds/2/reports/1/pdf',
    );
    expect(report.getByRole('link', { name: 'Download als bestand' }).getAttribute('href')).toBe(
      '/api/v1/districts/west/rounds/2/reports/1',
    );
    expect(report.queryByRole('heading', { name: 'Eerdere verslagen' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Opnieuw geteld' })).toBeNull();
  });

  it('says of a recount what it takes the place of and why, and keeps the reports before it in reach', async () => {
    const { screen } = await counted(
      aCount({
        version: 2,
        reportNumber: 5,
        supersedes: 4,
        reason: 'Na de telling zijn 3 stemmen ongeldig.',
      }),
    );
    const again = within(screen.getByRole('region', { name: 'Opnieuw geteld' }));
    expect(again.getByText('Deze telling vervangt verslag 4.')).toBeTruthy();
    expect(again.getByText('Na de telling zijn 3 stemmen ongeldig.')).toBeTruthy();
    const report = within(screen.getByRole('region', { name: 'Het verslag' }));
    expect(report.getByRole('heading', { name: 'Eerdere verslagen' })).toBeTruthy();
    expect(report.getByRole('link', { name: 'PDF van verslag 4' }).getAttribute('href')).toBe(
      '/api/v1/districts/west/rounds/2/reports/1/pdf',
    );
    expect(report.queryByRole('link', { name: 'PDF van verslag 5' })).toBeNull();
  });

  it('gives the reason of everything that was left out, and does not say it twice', async () => {
    const { screen } = await counted(
      aCount({
        lines: [aLine(1, { invalid: 14 }), aLine(2, { held: 1, title: '' })],
        exclusions: [
          { proposalNumber: 1, batchNumber: 3, kind: 'invalid', reason: 'Gekochte adressen.', votes: 14 },
          { proposalNumber: 2, batchNumber: 4, kind: 'held', reason: 'Nog in onderzoek.', votes: 1 },
        ],
      }),
      [
        {
          number: 3,
          proposal: { number: 1, title: 'Plan 1' },
          votes: 14,
          reason: 'Gekochte adressen.',
          decidedAt: '2026-11-09T09:00:00Z',
          undoneAt: null,
          undoneReason: '',
        },
      ],
    );
    const left = within(screen.getByRole('region', { name: 'Stemmen die niet meetelden' }));
    expect(
      left.getAllByRole('listitem').map((item) =>
        item.innerHTML
          .replace(/<[^>]*>/g, ' ')
          .replace(/(?:\s|&nbsp;)+/g, ' ')
          .trim(),
      ),
    ).toEqual([
      'Plan 1: Plan 1 14 stemmen, ongeldig verklaard De reden: Gekochte adressen.',
      'Plan 2 (verborgen) 1 stem, in onderzoek De reden: Nog in onderzoek.',
    ]);
    expect(screen.queryByRole('region', { name: 'Ongeldig verklaard' })).toBeNull();
  });

  it('keeps the sums of a plan that was hidden, without its name and without a way to it', async () => {
    const { screen } = await counted(aCount({ lines: [aLine(1), aLine(2, { title: '' })] }));
    const row = screen.getByRole('row', { name: /Verborgen plan/ });
    expect(within(row).queryByRole('link')).toBeNull();
  });

  it('says that there is no report of a round that was not counted', async () => {
    const { screen } = await countPage((http) =>
      http.expectOne(URL).flush({ code: 'round-not-counted' }, { status: 404, statusText: 'Not Found' }),
    );
    expect(screen.getByRole('heading', { level: 1, name: 'Deze uitslag is er niet' })).toBeTruthy();
  });
});
