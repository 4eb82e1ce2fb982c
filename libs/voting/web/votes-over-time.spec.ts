import { TestBed } from '@angular/core/testing';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { showPage } from '@buurtstem/ui/testing';
import { aDistrict, aRulebook } from './testing';
import { VotesOverTime } from './votes-over-time';

const ADDRESS = '/api/v1/districts/west/proposals/5/votes-over-time';
const DAYS = [
  { day: '2026-11-01', votesFor: 1, votesAgainst: 0 },
  { day: '2026-11-02', votesFor: 3, votesAgainst: 1 },
];

async function overTime() {
  const page = await showPage(VotesOverTime, {
    inputs: { number: 5 },
    before: () => TestBed.inject(CurrentDistrict).choose('west'),
  });
  for (const district of page.http.match('/api/v1/districts/west')) district.flush(aDistrict());
  page.asked('GET', '/api/v1/districts/west/rulebook').flush(aRulebook());
  return page;
}

describe('the votes over time on the page of a plan', () => {
  afterEach(() => document.body.replaceChildren());

  it('are drawn under a heading of their own', async () => {
    const { screen, answer } = await overTime();
    await answer('GET', ADDRESS, { days: DAYS });
    expect(screen.getByRole('heading', { level: 2, name: 'Hoe kwamen de stemmen binnen?' })).toBeTruthy();
    expect(screen.getByRole('img')).toBeTruthy();
  });

  it('are left out without votes, on the first day, and where they cannot be read', async () => {
    for (const days of [[], DAYS.slice(1), DAYS.map(({ day }) => ({ day, votesFor: 0, votesAgainst: 0 }))]) {
      TestBed.resetTestingModule();
      const { screen, answer } = await overTime();
      await answer('GET', ADDRESS, { days });
      expect(screen.queryByRole('heading')).toBeNull();
    }
    TestBed.resetTestingModule();
    const { screen, refuse } = await overTime();
    await refuse('GET', ADDRESS, 503, { code: 'temporarily-unavailable' });
    expect(screen.queryByRole('heading')).toBeNull();
  });
});
