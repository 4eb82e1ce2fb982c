import { REASON_CODES } from '@buurtstem/discussion-domain';
import { within } from '@testing-library/dom';
import { DESK_REASONS } from './decision-form';
import {
  aCase,
  aDecidedCase,
  aDuplicate,
  aNewOne,
  aPage,
  BESIDE,
  CASE,
  casePage,
  MY_CLAIM,
  settings,
  THEIR_CLAIM,
} from './testing';

const DECISION = `${CASE}/decision`;
const MESSAGE = 'Bericht aan de schrijver';
const mine = aCase({ claim: MY_CLAIM });
const OWN = 'Het stadsdeel schreef dit bericht zelf, met groet.';

/** The case with a reason chosen, and its message. */
async function readyToHide(...of: Parameters<typeof casePage>) {
  const page = await casePage(...of);
  await page.choose('Persoonlijke gegevens');
  return page;
}

describe('the decision on a case', () => {
  afterEach(() => document.body.replaceChildren());

  it('knows every reason', () => {
    expect([...DESK_REASONS].sort()).toEqual([...REASON_CODES].sort());
  });

  it('begins without a reason, so that no single key hides anything, and has a message ready for each', async () => {
    const { chosen, choose, message } = await casePage(mine);
    expect(chosen()).toEqual([]);
    expect(message()).toBe('');
    await choose('Persoonlijke gegevens');
    expect(message()).toContain('Wij hebben uw reactie verborgen, want er staan gegevens van iemand in');
  });

  it('has the district’s own message ready where there is one', async () => {
    const own = settings({ templates: [{ reason: 'personal-data', text: OWN }] });
    const { choose, message } = await casePage(mine, { own });
    await choose('Persoonlijke gegevens');
    expect(message()).toBe(OWN);
  });

  it('changes the message with the reason, until the moderator writes one', async () => {
    const { choose, message, type, press } = await casePage(mine);
    await choose('Reclame');
    expect(message()).toContain('want het is reclame');
    type(MESSAGE, 'Mijn eigen woorden aan de schrijver.');
    await choose('Valse naam');
    expect(message()).toBe('Mijn eigen woorden aan de schrijver.');
    await press('Gebruik het standaardbericht');
    expect(message()).toContain('want de naam erbij is niet van u');
  });

  it.each([
    ['Reclame', 'Het staat ook in het openbare logboek'],
    ['Persoonlijke gegevens', 'In het openbare logboek staat alleen de reden.'],
  ])('says with “%s” who will read the message', async (reason, words) => {
    const { choose, screen } = await casePage(mine);
    await choose(reason);
    const described = screen.getByLabelText(MESSAGE).getAttribute('aria-describedby')!;
    expect(document.getElementById(described.split(' ')[0]!)!.textContent).toContain(words);
  });

  it('hides with the reason and the message, says what came of it, and goes on to the next case', async () => {
    const { press, type, answer, said, screen } = await readyToHide(mine, { waiting: [aNewOne(13)] });
    type(MESSAGE, '  Er staat een telefoonnummer in uw reactie. ');
    await press(/^Verberg/);
    const request = await answer('POST', DECISION, aDecidedCase());
    expect(request.body).toEqual({
      verdict: 'hide',
      reason: 'personal-data',
      message: 'Er staat een telefoonnummer in uw reactie.',
    });
    expect(said()).toContain('De reactie is verborgen. De schrijver krijgt uw bericht.');
    expect(document.activeElement!.textContent).toContain('De reactie is verborgen.');
    expect(screen.queryByRole('form', { name: 'Besluit' })).toBeNull();
    expect(screen.getByRole('button', { name: /^Volgende zaak/ })).toBeTruthy();
    await answer('GET', BESIDE, aPage([]));
    expect(screen.getByRole('link', { name: 'Naar de wachtrij' })).toBeTruthy();
  });

  it.each([
    [3, 'Dat staat nu in het openbare logboek.'],
    [0, 'Er is niets veranderd.'],
  ])('keeps what was reported %i times, without a message', async (reports, words) => {
    const { press, answer, said } = await casePage({ ...mine, reports });
    await press(/^Laat staan/);
    const request = await answer('POST', DECISION, aCase({ state: 'dismissed' }));
    expect(request.body).toEqual({ verdict: 'keep' });
    expect(said()).toContain(words);
  });

  it('asks for a reason and a message before it sends anything', async () => {
    const { press, choose, type, http, screen, errorOf } = await casePage(
      aCase({ claim: MY_CLAIM, reasons: [] }),
    );
    await press(/^Verberg/);
    expect(screen.getByText('Kies een reden.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[0]);
    await choose('Reclame');
    type(MESSAGE, 'Te kort');
    await press(/^Verberg/);
    expect(errorOf(MESSAGE)).toContain('Dit is te kort.');
    expect(document.activeElement).toBe(screen.getByLabelText(MESSAGE));
    http.expectNone({ method: 'POST' });
  });

  it.each([
    ['message-length', MESSAGE, 'Uw bericht aan de schrijver is te kort of te lang.'],
    ['hidden-characters', MESSAGE, 'In uw tekst staan tekens die niemand ziet.'],
  ])('says the refusal %s beside the message', async (code, label, words) => {
    const { press, refuse, errorOf } = await readyToHide(mine);
    await press(/^Verberg/);
    await refuse('POST', DECISION, 422, { code, errors: [{ field: 'message', code }] });
    expect(errorOf(label)).toContain(words);
  });

  it('says a refused reason beside the reasons', async () => {
    const { press, refuse, screen } = await readyToHide(mine);
    await press(/^Verberg/);
    await refuse('POST', DECISION, 422, { code: 'reason-code-missing' });
    expect(screen.getByRole('group', { name: /Kies een reden/ }).textContent).toContain(
      'Fout: Kies een reden.',
    );
  });

  it('says that the time ran out; the text stays, and the case can be taken again', async () => {
    const { press, type, refuse, answer, message, screen } = await readyToHide(mine);
    type(MESSAGE, 'Mijn eigen woorden aan de schrijver.');
    await press(/^Verberg/);
    await refuse('POST', DECISION, 409, { code: 'case-not-claimed' });
    expect(screen.getByRole('alert').textContent).toContain('Uw tekst blijft staan.');
    await answer('GET', CASE, aCase());
    expect(message()).toBe('Mijn eigen woorden aan de schrijver.');
    await press('Neem opnieuw op');
    await answer('PUT', `${CASE}/claim`, mine);
    await press(/^Verberg/);
    const request = await answer('POST', DECISION, aDecidedCase());
    expect(request.body).toMatchObject({ message: 'Mijn eigen woorden aan de schrijver.' });
  });

  it('keeps the text in sight when a colleague took the case in between', async () => {
    const { press, type, refuse, answer, message, screen } = await casePage(mine);
    type(MESSAGE, 'Mijn eigen woorden aan de schrijver.');
    await press(/^Laat staan/);
    await refuse('POST', DECISION, 409, { code: 'case-claimed' });
    expect(screen.getByRole('alert').textContent).toContain('Een collega behandelt dit al.');
    await answer('GET', CASE, aCase({ claim: THEIR_CLAIM }));
    expect(screen.getByText('Bram Visser behandelt dit nu.').closest('p')!.textContent).toContain(
      'Uw tekst blijft hieronder staan.',
    );
    expect(message()).toBe('Mijn eigen woorden aan de schrijver.');
    expect(screen.queryByRole('button', { name: /^(Verberg|Laat staan|Neem)/ })).toBeNull();
  });

  it('shows what a colleague decided in between', async () => {
    const { press, refuse, answer, screen } = await readyToHide(mine);
    await press(/^Verberg/);
    await refuse('POST', DECISION, 409, { code: 'case-transition-not-possible' });
    expect(screen.getByRole('alert').textContent).toContain('Hierover is al beslist.');
    await answer('GET', CASE, aDecidedCase());
    expect(screen.getByRole('region', { name: 'Wat is er besloten?' })).toBeTruthy();
    expect(screen.queryByRole('form', { name: 'Besluit' })).toBeNull();
  });

  it('sends one decision, however often the button is pressed', async () => {
    const { press, answer, http } = await readyToHide(mine);
    await press(/^Verberg/);
    await press(/^Verberg/);
    await press(/^Laat staan/);
    await answer('POST', DECISION, aDecidedCase());
    http.expectNone({ method: 'POST' });
  });

  describe('by single keys', () => {
    it('chooses a reason with its number, and puts the focus there', async () => {
      const { key, chosen, message } = await casePage(mine);
      await key('4');
      expect(chosen()).toEqual(['Reclame']);
      expect(document.activeElement!.closest('label')!.textContent).toContain('Reclame');
      expect(message()).toContain('reclame');
    });

    it.each([
      ['v', 'POST', DECISION],
      ['l', 'POST', DECISION],
      ['T', 'DELETE', `${CASE}/claim`],
    ])('does with %s what the button does', async (pressed, method, url) => {
      const { key, asked } = await readyToHide(mine);
      await key(pressed);
      expect(asked(method, url)).toBeTruthy();
    });

    it('opens the redaction with H, and closes it again', async () => {
      const { key, screen } = await casePage(mine);
      await key('h');
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Wat moet er weg?' }));
      await key('h');
      expect(screen.queryByRole('region', { name: 'Wat moet er weg?' })).toBeNull();
      expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Haal woorden weg/ }));
    });

    it('means nothing while something is typed', async () => {
      const { key, screen, http } = await casePage(mine);
      screen.getByLabelText(MESSAGE).focus();
      for (const letter of ['v', 'l', 't', 'h', '4']) await key(letter);
      http.expectNone({ method: 'POST' });
      http.expectNone({ method: 'DELETE' });
      expect(screen.queryByRole('region', { name: 'Wat moet er weg?' })).toBeNull();
    });

    it('means nothing on a case that is not in hand', async () => {
      const { key, http } = await casePage(aCase());
      for (const letter of ['v', 'l', 't']) await key(letter);
      http.expectNone({ method: 'POST' });
      http.expectNone({ method: 'DELETE' });
    });
  });
});

describe('a redaction', () => {
  afterEach(() => document.body.replaceChildren());

  async function redaction(one = mine) {
    const page = await readyToHide(one);
    await page.press(/^Haal woorden weg/);
    const field = (label: string) => page.screen.getByLabelText(label) as HTMLTextAreaElement;
    const take = async (label: string, words: string) => {
      const control = field(label);
      const start = control.value.indexOf(words);
      control.setSelectionRange(start, start + words.length);
      await page.press(`Haal de selectie weg (${label})`);
    };
    return { ...page, field, take };
  }

  it('replaces the selected words by the mark, and says in the message that the rest stays', async () => {
    const { take, field, message } = await redaction();
    await take('Tekst', 'Bel ze: ');
    expect(field('Tekst').value).toBe(
      'Die familie op nummer 14 parkeert op de stoep. [weggehaald]06 12 34 56 78.',
    );
    expect(document.activeElement).toBe(field('Tekst'));
    expect(message()).toContain('Wij hebben iets weggehaald uit uw reactie');
  });

  it('offers to take out what a hint found', async () => {
    const { press, field, screen } = await redaction();
    await press('Haal 06 12 34 56 78 weg (Tekst)');
    expect(field('Tekst').value).toBe('Die familie op nummer 14 parkeert op de stoep. Bel ze: [weggehaald].');
    expect(screen.queryByRole('button', { name: /^Haal 06/ })).toBeNull();
  });

  it('asks to select something first', async () => {
    const { field, press, errorOf } = await redaction();
    field('Tekst').setSelectionRange(3, 3);
    await press('Haal de selectie weg (Tekst)');
    expect(errorOf('Tekst')).toContain('Selecteer eerst de woorden die weg moeten.');
  });

  it('can begin again', async () => {
    const { take, press, field } = await redaction();
    await take('Tekst', 'familie');
    await press('Begin opnieuw (Tekst)');
    expect(field('Tekst').value).toBe(mine.text.body);
  });

  it('sends the changed texts only, of a plan with three of them', async () => {
    const { take, type, press, answer, said, screen } = await redaction(
      aDuplicate({ reasons: ['personal-data'], hints: [] }),
    );
    expect(screen.getByLabelText('Naam van het plan')).toBeTruthy();
    expect(screen.getByLabelText('Korte uitleg')).toBeTruthy();
    await take('Tekst', '06 12 34 56 78');
    type(MESSAGE, 'Er stond een nummer in uw plan.');
    await press('Haal weg en stuur het bericht');
    const request = await answer('POST', DECISION, aDecidedCase());
    expect(request.body).toEqual({
      verdict: 'redact',
      reason: 'personal-data',
      message: 'Er stond een nummer in uw plan.',
      redaction: { body: 'Bel mij: [weggehaald]. Er komt een fontein.' },
    });
    expect(said()).toContain('De woorden zijn weggehaald.');
  });

  it('sends nothing as long as nothing was taken out', async () => {
    const { press, errorOf, http } = await redaction();
    await press('Haal weg en stuur het bericht');
    expect(errorOf('Tekst')).toContain('U haalde nog niets weg uit de tekst.');
    http.expectNone({ method: 'POST' });
  });

  it('says beside the text that other words were changed, and sends nothing', async () => {
    const { type, press, errorOf, field, http } = await redaction();
    type('Tekst', 'Heel andere woorden.');
    await press('Haal weg en stuur het bericht');
    expect(errorOf('Tekst')).toContain('U veranderde ook andere woorden.');
    expect(field('Tekst').value).toBe('Heel andere woorden.');
    expect(document.activeElement).toBe(field('Tekst'));
    http.expectNone({ method: 'POST' });
  });

  it('says that the author wrote something else in between, and goes on with that', async () => {
    const { take, press, refuse, answer, errorOf, field, screen } = await redaction();
    await take('Tekst', 'familie');
    await press('Haal weg en stuur het bericht');
    await refuse('POST', DECISION, 422, { code: 'redaction-changes-text' });
    expect(errorOf('Tekst')).toContain('U veranderde ook andere woorden.');
    const text = { title: '', summary: '', body: 'De familie heet De Wit. Bel 06 12 34 56 78.' };
    await answer('GET', CASE, { ...mine, text });
    expect(screen.getByText('De schrijver veranderde de tekst intussen.')).toBeTruthy();
    expect(field('Tekst').value).toContain('Die [weggehaald] op nummer 14');
    await press('Ga verder met de nieuwe tekst');
    expect(field('Tekst').value).toBe(text.body);
    expect(screen.queryByText('De schrijver veranderde de tekst intussen.')).toBeNull();
  });

  it('takes out the right words of a text with line ends of two characters', async () => {
    const body = 'Eén regel.\r\nBel 0612345678 nu.';
    const { take, press, answer } = await redaction(
      aCase({ claim: MY_CLAIM, hints: [], text: { title: '', summary: '', body } }),
    );
    await take('Tekst', '0612345678');
    await press('Haal weg en stuur het bericht');
    const request = await answer('POST', DECISION, aDecidedCase());
    expect(request.body).toMatchObject({
      redaction: { body: 'Eén regel.\r\nBel [weggehaald] nu.' },
    });
  });

  it('is not offered for a picture', async () => {
    const { screen, key } = await casePage(aCase({ subject: 'picture', isReply: false, claim: MY_CLAIM }));
    expect(screen.queryByRole('button', { name: /^Haal woorden weg/ })).toBeNull();
    await key('h');
    expect(screen.queryByRole('region', { name: 'Wat moet er weg?' })).toBeNull();
  });

  it('says of a text what others see now and what stood there first', async () => {
    const { screen } = await casePage(
      aDecidedCase({
        text: { title: '', summary: '', body: 'Bel [weggehaald].' },
        original: { title: '', summary: '', body: 'Bel 06 12 34 56 78.' },
      }),
    );
    const first = screen.getByText('Wat er eerst stond').closest('details')!;
    expect(within(first).getByText('Bel 06 12 34 56 78.')).toBeTruthy();
  });
});
