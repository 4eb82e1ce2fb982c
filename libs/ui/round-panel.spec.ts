import { TestBed } from '@angular/core/testing';
import { within } from '@testing-library/dom';
import { RoundPanel, type PanelRound } from './round-panel';

const CLOSES_AT = '2026-12-08T15:00:00Z';

function panel(round: PanelRound | null, now: string): HTMLElement {
  const fixture = TestBed.createComponent(RoundPanel);
  fixture.componentRef.setInput('round', round);
  fixture.componentRef.setInput('now', new Date(now));
  fixture.detectChanges();
  return fixture.nativeElement;
}

describe('the round panel', () => {
  const open: PanelRound = { state: 'open', closesAt: CLOSES_AT };

  it.each([
    ['says how many days are left', open, '2026-11-29T13:32:00Z', /Nog 9\sdagen om te stemmen/],
    ['says one day in the singular', open, '2026-12-07T13:00:00Z', /Nog 1\sdag om te stemmen/],
    ['names the hour on the last day', open, '2026-12-08T08:00:00Z', /Vandaag om 16\.00\suur tellen we/],
    ['says that the votes are being counted from the count date on', open, CLOSES_AT, /We tellen/],
    ['says that the votes are being counted', { ...open, state: 'counted' }, CLOSES_AT, /We tellen/],
    [
      'says that there is no round before the first opens',
      { ...open, state: 'planned' },
      CLOSES_AT,
      /Even pauze/,
    ],
    ['says that there is no round', null, CLOSES_AT, /Even pauze/],
  ] as const)('%s', (_rule, round, now, words) => {
    expect(within(panel(round, now)).getByRole('heading', { level: 1 }).textContent?.trim()).toMatch(words);
  });

  it('says on what day the votes are counted', () => {
    expect(panel(open, '2026-11-29T13:32:00Z').textContent).toMatch(
      /Dinsdag 8\sdecember om 16\.00\suur tellen we/,
    );
  });
});
