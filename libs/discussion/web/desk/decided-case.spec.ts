import { within } from '@testing-library/dom';
import { aCase, aDecidedCase, CASE, casePage, THEIR_CLAIM } from './testing';

const MESSAGE = 'Bericht aan de schrijver';
const appeal = { text: 'Het nummer is van mijzelf.', filedAt: '2026-11-28T09:00:00Z' };
const appealed = aDecidedCase({ state: 'appealed', appeal });

describe('a decided case', () => {
  afterEach(() => document.body.replaceChildren());

  it('tells in order what was decided, by whom, when, why, what the author read, and the appeal', async () => {
    const { screen } = await casePage(
      aDecidedCase({
        state: 'overturned',
        appeal,
        decisions: [
          ...aDecidedCase().decisions,
          {
            verdict: 'overturn',
            reason: null,
            message: 'U hebt gelijk, het is uw eigen nummer.',
            decidedBy: '',
            decidedAt: '2026-11-29T09:00:00Z',
          },
        ],
      }),
    );
    const events = within(screen.getByRole('region', { name: 'Wat is er besloten?' }));
    expect(events.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Verborgen',
      'Bezwaar van de schrijver',
      'Teruggezet',
    ]);
    expect(events.getByText(/Bram Visser, vrijdag 27\snovember om 11\.00\suur/)).toBeTruthy();
    expect(events.getByText('Reden: Persoonlijke gegevens')).toBeTruthy();
    expect(events.getByText('Het nummer is van mijzelf.')).toBeTruthy();
    expect(events.getByText(/^Een collega, zondag 29\snovember/)).toBeTruthy();
    expect(screen.queryByLabelText(MESSAGE)).toBeNull();
  });

  it('can be undone without an appeal, with a message', async () => {
    const { screen, type, press, answer, said } = await casePage(aDecidedCase());
    expect(screen.getByText(/Iedereen ziet de tekst dan weer/)).toBeTruthy();
    type(MESSAGE, 'Bij nader inzien mag dit blijven staan.');
    await press('Zet terug');
    const request = await answer('POST', `${CASE}/restoration`, aDecidedCase({ state: 'overturned' }));
    expect(request.body).toEqual({ message: 'Bij nader inzien mag dit blijven staan.' });
    expect(said()).toContain('Het staat er weer.');
    expect(screen.queryByRole('button', { name: 'Zet terug' })).toBeNull();
  });

  it('asks for a message before it is undone', async () => {
    const { press, http, errorOf } = await casePage(aDecidedCase());
    await press('Zet terug');
    expect(errorOf(MESSAGE)).toContain('Vul een bericht aan de schrijver in.');
    http.expectNone({ method: 'POST' });
  });

  it('cannot be undone by who has an interest', async () => {
    const { screen } = await casePage(aDecidedCase({ interest: 'own-text' }));
    expect(screen.getByText('U plaatste dit zelf. Een ander beslist.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Zet terug' })).toBeNull();
  });

  it.each([
    ['dismissed', 'Blijft staan', 0],
    ['upheld', 'Verborgen of aangepast', 1],
    ['confirmed', 'Bezwaar afgewezen', 1],
    ['overturned', 'Teruggezet', 0],
  ] as const)('that is %s is called “%s”', async (state, words, restorable) => {
    const { screen } = await casePage(aDecidedCase({ state, decisions: [] }));
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryAllByRole('button', { name: 'Zet terug' })).toHaveLength(restorable);
  });

  it('has no “Volgende zaak” as long as nothing was done on it', async () => {
    const { screen } = await casePage(aDecidedCase(), { waiting: [aCase({ number: 13 })] });
    expect(screen.queryByRole('button', { name: /Volgende zaak/ })).toBeNull();
  });
});

describe('an appeal', () => {
  afterEach(() => document.body.replaceChildren());

  it('stands beside the first decision', async () => {
    const { screen } = await casePage(appealed);
    const events = within(screen.getByRole('region', { name: 'Wat is er besloten?' }));
    expect(events.getByText('Er staat een telefoonnummer in uw reactie.')).toBeTruthy();
    expect(events.getByText('Het nummer is van mijzelf.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Zet terug' })).toBeNull();
  });

  it.each([
    ['Het besluit blijft', 'confirm', 'confirmed', 'U wijst het bezwaar af.'],
    ['Draai het besluit terug', 'overturn', 'overturned', 'Het staat er weer.'],
  ] as const)('is decided with “%s” and a message', async (button, verdict, state, words) => {
    const { type, press, answer, said } = await casePage(appealed);
    type(MESSAGE, 'Wij keken opnieuw naar uw reactie.');
    await press(button);
    const request = await answer('POST', `${CASE}/appeal-decision`, aDecidedCase({ state, appeal }));
    expect(request.body).toEqual({ verdict, message: 'Wij keken opnieuw naar uw reactie.' });
    expect(said()).toContain(words);
  });

  it('is not decided by who decided first: says why', async () => {
    const { screen } = await casePage(aDecidedCase({ state: 'appealed', appeal, decidedFirst: true }));
    expect(screen.getByText('U nam het eerste besluit.')).toBeTruthy();
    expect(screen.queryByLabelText(MESSAGE)).toBeNull();
  });

  it('is not decided by who has an interest', async () => {
    const { screen } = await casePage(aDecidedCase({ state: 'appealed', appeal, interest: 'own-report' }));
    expect(screen.getByText('U meldde dit zelf. Een ander beslist.')).toBeTruthy();
    expect(screen.queryByLabelText(MESSAGE)).toBeNull();
  });

  it('is left to the colleague who has it in hand', async () => {
    const { screen } = await casePage(aDecidedCase({ state: 'appealed', appeal, claim: THEIR_CLAIM }));
    expect(screen.getByText('Bram Visser behandelt dit nu.')).toBeTruthy();
    expect(screen.queryByLabelText(MESSAGE)).toBeNull();
  });

  it.each([
    ['second-moderator-needed', 'Een andere moderator beslist over het bezwaar.'],
    ['case-transition-not-possible', 'Hierover is al beslist.'],
    ['case-claimed', 'Een collega behandelt dit al.'],
  ])('says a refusal %s, keeps the text, and reads the case anew', async (code, words) => {
    const { type, press, refuse, screen, asked } = await casePage(appealed);
    type(MESSAGE, 'Wij keken opnieuw naar uw reactie.');
    await press('Het besluit blijft');
    await refuse('POST', `${CASE}/appeal-decision`, 409, { code });
    expect(screen.getByRole('alert').textContent).toContain(words);
    expect((screen.getByLabelText(MESSAGE) as HTMLTextAreaElement).value).toBe(
      'Wij keken opnieuw naar uw reactie.',
    );
    asked('GET', CASE);
  });
});
