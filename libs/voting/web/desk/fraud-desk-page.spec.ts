import { TestBed } from '@angular/core/testing';
import type { VoteBatch, VoteSignal } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { showPage } from '@buurtstem/ui/testing';
import { FraudDeskPage } from './fraud-desk-page';
import { aBatch } from './testing';

const SIGNALS = '/api/v1/districts/west/vote-signals';
const BATCHES = '/api/v1/districts/west/vote-batches';
const SIGNAL: VoteSignal = {
  kind: 'network',
  proposal: { number: 5, title: 'Veilig oversteken bij de Sluisbrug' },
  label: '3F9A1C',
  votes: 62,
  from: '2026-11-28T13:02:00Z',
  to: '2026-11-28T13:31:00Z',
  criteria: { network: 'x'.repeat(43) },
};

async function fraudDesk(signals: VoteSignal[] = [SIGNAL], batches: VoteBatch[] = []) {
  const page = await showPage(FraudDeskPage, {
    before: () => TestBed.inject(CurrentDistrict).choose('west'),
  });
  await page.answer('GET', SIGNALS, { items: signals });
  await page.answer('GET', BATCHES, { items: batches });
  return page;
}

describe('the fraud desk', () => {
  afterEach(() => document.body.replaceChildren());

  it('says of a signal what stands out, on which proposal, how many votes and when', async () => {
    const { screen } = await fraudDesk();
    const words = screen
      .getByRole('heading', { name: 'Veel stemmen vanaf één netwerk' })
      .closest('li')!.textContent;
    expect(words).toContain('62\u00a0stemmen');
    expect(words).toContain('Veilig oversteken bij de Sluisbrug');
    expect(words).toContain('28\u00a0nov, van 14.02\u00a0uur tot 14.31\u00a0uur');
    expect(words).toContain('één netwerk 3F9A1C');
  });

  it('holds votes with a note, names the effect before and the result after', async () => {
    const { press, type, answer, said, screen } = await fraudDesk();
    await press(/^Zet in onderzoek/);
    expect(screen.getByText(/tellen dan voorlopig niet mee/)).toBeTruthy();
    type('Waarom zet u deze stemmen in onderzoek?', ' Alle stemmen uit één kantoor. ');
    await press(/^Zet 62.stemmen in onderzoek/);
    const request = await answer('POST', BATCHES, aBatch());
    expect(request.body).toEqual({
      proposalNumber: 5,
      criteria: SIGNAL.criteria,
      note: 'Alle stemmen uit één kantoor.',
    });
    expect(said()).toContain('62\u00a0stemmen staan nu in onderzoek. Dit is groep 3.');
    expect(screen.getByRole('link', { name: 'Bekijk groep 3' }).getAttribute('href')).toBe(
      '/west/griffie/stemmen/3',
    );
    await answer('GET', SIGNALS, { items: [] });
    expect(screen.getByText('Er valt nu niets op.')).toBeTruthy();
  });

  it('asks for a note before it sends anything', async () => {
    const { press, http, screen } = await fraudDesk();
    await press(/^Zet in onderzoek/);
    await press(/^Zet 62.stemmen in onderzoek/);
    expect(screen.getByText('Vul een reden in.')).toBeTruthy();
    http.expectNone({ method: 'POST' });
  });

  it('says that the votes are gone in the meantime', async () => {
    const { press, type, refuse, screen } = await fraudDesk();
    await press(/^Zet in onderzoek/);
    type('Waarom zet u deze stemmen in onderzoek?', 'Alle stemmen uit één kantoor.');
    await press(/^Zet 62.stemmen in onderzoek/);
    await refuse('POST', BATCHES, 422, { code: 'no-votes-selected' });
    expect(screen.getByRole('alert').textContent).toContain('Er zijn geen stemmen die hierbij passen.');
  });

  it.each([
    ['held', 'In onderzoek'],
    ['proposed', 'Wacht op een collega'],
    ['invalidated', 'Ongeldig verklaard'],
    ['released', 'Vrijgegeven'],
    ['reinstated', 'Weer geldig'],
  ] as const)('shows a batch that is %s as “%s”', async (state, words) => {
    const { screen } = await fraudDesk([], [aBatch({ state })]);
    const line = screen.getByRole('link', { name: /Groep 3/ }).closest('li')!;
    expect(line.textContent).toContain(words);
    expect(line.textContent).toContain('Bram Visser');
  });
});
