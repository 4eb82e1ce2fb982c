import { anAccount } from '@buurtstem/accounts-web/testing';
import type { MyDecision } from '@buurtstem/contract';
import { aDecision, showAs } from '../testing';
import { appealWords, decisionWords } from './my-decision-words';
import { MyDecisions } from './my-decisions';

const DECISIONS = '/api/v1/districts/west/my-decisions';
const TEXT = 'Het was mijn eigen telefoonnummer, dat mag toch.';

async function decisions(items: MyDecision[]) {
  const shown = await showAs(anAccount(), MyDecisions, { district: 'west' });
  await shown.answer('GET', DECISIONS, { items });
  return shown;
}
const spaced = (words: string) => words.replace(/\u00a0/g, ' ');

describe('decisions on what one wrote', () => {
  afterEach(() => document.body.replaceChildren());

  it('say what it was, why, what the moderator wrote and until when one can appeal', async () => {
    const { screen } = await decisions([aDecision()]);
    const text = spaced(
      screen.getByRole('region', { name: 'Besluiten over wat u schreef' }).textContent ?? '',
    );
    for (const part of [
      'Een moderator verborg uw reactie',
      '25 november 2026',
      'Bel die familie maar eens.',
      'Persoonlijke gegevens',
      'Er stond een telefoonnummer in.',
      'U kunt bezwaar maken tot en met woensdag 9 december.',
    ]) {
      expect(text).toContain(part);
    }
    expect(
      screen.getByRole('link', { name: 'Veilig oversteken bij de Sluisbrug' }).getAttribute('href'),
    ).toBe('/west/plannen/5');
  });

  it('do not lead to a plan that is out of sight', async () => {
    const { screen } = await decisions([aDecision({ proposalTitle: '' })]);
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('take no room where there are none', async () => {
    expect((await decisions([])).screen.queryByRole('heading')).toBeNull();
  });

  it('are not asked for while nobody is signed in', async () => {
    const { http } = await showAs(null, MyDecisions, { district: 'west' });
    http.expectNone(DECISIONS);
  });

  it('say that they are not there when reading them fails', async () => {
    const shown = await showAs(anAccount(), MyDecisions, { district: 'west' });
    await shown.refuse('GET', DECISIONS, 503, {});
    expect(shown.said()).toContain('zijn er nu even niet');
  });

  it('can be appealed once: in place, and then it says that it waits', async () => {
    const { answer, press, said, screen, type } = await decisions([aDecision()]);
    await press('Maak bezwaar tegen het besluit over uw reactie');
    type('Waarom bent u het er niet mee eens?', TEXT);
    await press('Verstuur mijn bezwaar');
    const request = await answer(
      'POST',
      `${DECISIONS}/12/appeal`,
      aDecision({ state: 'appealed', mayAppeal: false, appeal: TEXT }),
    );
    expect(request.body).toEqual({ text: TEXT });
    expect(said()).toContain('Uw bezwaar is binnen.');
    expect(said()).toContain('Een andere moderator beslist.');
    expect(screen.getByText(TEXT)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Maak bezwaar/ })).toBeNull();
    expect(document.activeElement).toBe(
      screen.getByRole('heading', { name: 'Een moderator verborg uw reactie' }),
    );
  });

  it('keep the text of an appeal that came too late', async () => {
    const { press, refuse, screen, type } = await decisions([aDecision()]);
    await press(/^Maak bezwaar/);
    type('Waarom bent u het er niet mee eens?', TEXT);
    await press('Verstuur mijn bezwaar');
    await refuse('POST', `${DECISIONS}/12/appeal`, 409, { code: 'appeal-too-late' });
    expect(screen.getByRole('alert').textContent).toContain('U kunt geen bezwaar meer maken.');
    expect(screen.getByLabelText('Waarom bent u het er niet mee eens?')).toHaveProperty('value', TEXT);
  });

  it.each([
    [{ state: 'upheld', mayAppeal: false }, /^U kunt geen bezwaar meer maken\. Dat kon tot en met woensdag/],
    [{ state: 'appealed', mayAppeal: false, appeal: TEXT }, /Een andere moderator beslist\./],
    [{ state: 'confirmed', mayAppeal: false, appeal: TEXT }, /Het besluit blijft staan\.$/],
    [{ state: 'overturned', mayAppeal: false, appeal: TEXT }, /Een andere moderator gaf u gelijk\./],
    [{ state: 'overturned', mayAppeal: false }, /^Een moderator draaide het besluit terug\./],
  ] as const)('say how it stands: %j', (changes, words) => {
    expect(spaced(appealWords(aDecision(changes)))).toMatch(words);
  });

  it('show what was written at the end', async () => {
    const { screen } = await decisions([
      aDecision({
        state: 'confirmed',
        mayAppeal: false,
        appeal: TEXT,
        finalMessage: 'Het nummer was niet van u.',
      }),
    ]);
    expect(screen.getByText('Het nummer was niet van u.')).toBeTruthy();
  });

  it.each([
    [{ subject: 'proposal', isReply: false, verdict: 'hide' }, 'Een moderator verborg uw plan'],
    [{ subject: 'picture', isReply: false, verdict: 'hide' }, 'Een moderator verborg uw foto'],
    [
      { subject: 'argument', isReply: false, verdict: 'redact' },
      'Een moderator haalde iets weg uit uw argument',
    ],
    [
      { subject: 'argument', isReply: true, verdict: 'redact' },
      'Een moderator haalde iets weg uit uw reactie',
    ],
  ] as const)('name what it was: %j', (decision, words) => {
    expect(decisionWords(decision)).toBe(words);
  });
});
