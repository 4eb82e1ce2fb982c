import { TestBed } from '@angular/core/testing';
import type { DryRun, VoteBatch } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { showPage } from '@buurtstem/ui/testing';
import { within } from '@testing-library/dom';
import { BatchPage } from './batch-page';
import { aBatch, aDryRun, aProposedBatch } from './testing';

const BATCH = '/api/v1/districts/west/vote-batches/3';

async function batchPage(batch: VoteBatch, dryRun: DryRun | null = aDryRun()) {
  const page = await showPage(BatchPage, {
    inputs: { batch: '3' },
    before: () => TestBed.inject(CurrentDistrict).choose('west'),
  });
  await page.answer('GET', BATCH, batch);
  if (dryRun) await page.answer('GET', `${BATCH}/dry-run`, dryRun);
  return page;
}

describe('a batch of votes', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows what is with and without the votes, before anybody decides', async () => {
    const { screen } = await batchPage(aBatch());
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent?.trim()))).toEqual([
      ['Stemmen voor', '187', '127'],
      ['Stemmen tegen', '12', '10'],
      ['Plaats', '1', '4'],
      ['Koploper', 'Veilig oversteken bij de Sluisbrug', 'Bankjes langs het Molenpad'],
    ]);
    expect(screen.getByText('Dan staat ‘Bankjes langs het Molenpad’ bovenaan.')).toBeTruthy();
  });

  it.each([
    [
      { number: 8, title: 'Bankjes langs het Molenpad' },
      'Dan wint ‘Bankjes langs het Molenpad’. De agenda verandert mee.',
    ],
    [{ number: 5, title: 'Veilig oversteken bij de Sluisbrug' }, 'De winnaar blijft dezelfde.'],
    [null, 'Dan is er geen winnaar meer. De agenda verandert mee.'],
  ])('says what a recount would come to: %j', async (winnerAfter, words) => {
    const { screen } = await batchPage(
      aBatch(),
      aDryRun({
        before: { votesFor: 0, votesAgainst: 0, rank: null },
        after: { votesFor: 0, votesAgainst: 0, rank: null },
        recount: {
          roundNumber: 3,
          before: { votesFor: 120, votesAgainst: 2, rank: 1 },
          after: { votesFor: 58, votesAgainst: 2, rank: 2 },
          winnerBefore: { number: 5, title: 'Veilig oversteken bij de Sluisbrug' },
          winnerAfter,
        },
      }),
    );
    // The plan is not open any more: it has no place in the round that runs.
    const table = screen.getByRole('table', { name: 'Deze stemmen deden mee in de telling van ronde 3.' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent?.trim()))).toEqual([
      ['Stemmen voor', '120', '58'],
      ['Stemmen tegen', '2', '2'],
      ['Plaats', '1', '2'],
      ['Winnaar', 'Veilig oversteken bij de Sluisbrug', winnerAfter?.title ?? 'Geen'],
    ]);
    expect(screen.getByText(`Verklaart u ze ongeldig, dan tellen we ronde 3 opnieuw. ${words}`)).toBeTruthy();
  });

  it('shows both where the plan is open still: the round that runs, and the count that would be repeated', async () => {
    const standing = { votesFor: 120, votesAgainst: 2, rank: 2 };
    const { screen } = await batchPage(
      aBatch(),
      aDryRun({
        recount: { roundNumber: 3, before: standing, after: standing, winnerBefore: null, winnerAfter: null },
      }),
    );
    expect(screen.getAllByRole('table')).toHaveLength(2);
  });

  it('tells in order who did what and when', async () => {
    const { screen } = await batchPage(
      aProposedBatch({
        state: 'reinstated',
        decidedBy: 'Nadia Haddou',
        decidedAt: '2026-11-28T15:00:00Z',
        endedBy: 'Bram Visser',
        endedAt: '2026-11-29T09:00:00Z',
        endReason: 'Het bleek een school te zijn.',
      }),
      null,
    );
    const events = within(screen.getByRole('region', { name: 'Wat is er gedaan?' }));
    expect(events.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'In onderzoek gezet',
      'Voorgesteld om ongeldig te verklaren',
      'Ongeldig verklaard',
      'Weer geldig gemaakt',
    ]);
    expect(events.getByText('Het bleek een school te zijn.')).toBeTruthy();
    expect(events.getByText('Nadia Haddou, zaterdag 28 november om 16.00 uur')).toBeTruthy();
  });

  it('proposes invalidation with a reason that everybody will read', async () => {
    const { screen, type, press, answer, said } = await batchPage(aBatch());
    const field = screen.getByLabelText('Waarom zijn deze stemmen ongeldig?');
    expect(
      document.getElementById(field.getAttribute('aria-describedby')!.split(' ')[0]!)!.textContent,
    ).toContain('Iedereen gaat deze reden lezen');
    type('Waarom zijn deze stemmen ongeldig?', 'Deze stemmen kwamen uit één kantoor.');
    await press('Stel voor aan een collega');
    const request = await answer('POST', `${BATCH}/invalidation-proposal`, aProposedBatch());
    expect(request.body).toEqual({ reason: 'Deze stemmen kwamen uit één kantoor.' });
    expect(said()).toContain('Een collega moet nu beslissen.');
  });

  it('says a refused reason at the field', async () => {
    const { screen, type, press, refuse } = await batchPage(aBatch());
    type('Waarom zijn deze stemmen ongeldig?', 'Deze stemmen kwamen uit één kantoor.');
    await press('Stel voor aan een collega');
    await refuse('POST', `${BATCH}/invalidation-proposal`, 422, { code: 'reason-missing' });
    expect(screen.getByLabelText('Waarom zijn deze stemmen ongeldig?').getAttribute('aria-invalid')).toBe(
      'true',
    );
  });

  it('lets who proposed it not decide', async () => {
    const { screen } = await batchPage(aProposedBatch());
    expect(screen.getByText('U stelde dit zelf voor.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Verklaar/ })).toBeNull();
  });

  it('lets the colleague decide after a yes, with the number of votes that was shown', async () => {
    const { screen, press, answer, said } = await batchPage(
      aProposedBatch({ mayDecide: true }),
      aDryRun({ votes: 61 }),
    );
    await press('Verklaar 61\u00a0stemmen ongeldig');
    expect(screen.getByText(/tellen dan niet mee/)).toBeTruthy();
    await press('Ja, verklaar ze ongeldig');
    const request = await answer('POST', `${BATCH}/invalidation`, aProposedBatch({ state: 'invalidated' }));
    expect(request.body).toEqual({ votes: 61 });
    expect(said()).toContain('62\u00a0stemmen zijn ongeldig.');
  });

  it.each([
    ['vote-batch-changed', 'intussen veranderd'],
    ['second-person-needed', 'Een collega moet dit besluit nemen.'],
  ])('says a refusal %s, and reads everything anew', async (code, words) => {
    const { screen, press, refuse, asked } = await batchPage(aProposedBatch({ mayDecide: true }));
    await press(/^Verklaar/);
    await press('Ja, verklaar ze ongeldig');
    await refuse('POST', `${BATCH}/invalidation`, 409, { code });
    expect(screen.getByRole('alert').textContent).toContain(words);
    asked('GET', BATCH);
    asked('GET', `${BATCH}/dry-run`);
  });

  it('cannot be decided while nobody can see what it changes', async () => {
    const { screen, refuse } = await batchPage(aProposedBatch({ mayDecide: true }), null);
    await refuse('GET', `${BATCH}/dry-run`, 503, { code: 'temporarily-unavailable' });
    expect(screen.queryByRole('button', { name: /Verklaar/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Probeer het opnieuw' })).toBeTruthy();
  });

  it('releases the votes with a reason', async () => {
    const { type, press, answer, said } = await batchPage(aProposedBatch());
    type('Waarom geeft u ze vrij?', 'Het was een schoolklas.');
    await press('Geef de stemmen vrij');
    const request = await answer('POST', `${BATCH}/release`, aBatch({ state: 'released' }));
    expect(request.body).toEqual({ reason: 'Het was een schoolklas.' });
    expect(said()).toContain('62\u00a0stemmen tellen weer mee.');
  });

  it('undoes an invalidation with a reason', async () => {
    const { type, press, answer, said } = await batchPage(aProposedBatch({ state: 'invalidated' }), null);
    type('Waarom draait u het terug?', 'Het was een schoolklas.');
    await press('Maak de stemmen weer geldig');
    const request = await answer('POST', `${BATCH}/reinstatement`, aBatch({ state: 'reinstated' }));
    expect(request.body).toEqual({ reason: 'Het was een schoolklas.' });
    expect(said()).toContain('Het besluit is teruggedraaid. 62\u00a0stemmen zijn weer geldig.');
  });

  it('says that a batch with this number does not exist', async () => {
    const page = await showPage(BatchPage, {
      inputs: { batch: '99' },
      before: () => TestBed.inject(CurrentDistrict).choose('west'),
    });
    await page.refuse('GET', '/api/v1/districts/west/vote-batches/99', 404, { code: 'vote-batch-not-found' });
    expect(page.screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'Deze groep stemmen bestaat niet',
    );
  });
});
