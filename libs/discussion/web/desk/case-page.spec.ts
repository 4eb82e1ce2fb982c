import { showPage } from '@buurtstem/ui/testing';
import { within } from '@testing-library/dom';
import { CasePage } from './case-page';
import {
  aCase,
  aDuplicate,
  aNewOne,
  aPage,
  API,
  aSummary,
  atTheDesk,
  BESIDE,
  CASE,
  casePage,
  MY_CLAIM,
  SETTINGS,
  THEIR_CLAIM,
} from './testing';

describe('a case', () => {
  afterEach(() => {
    document.body.replaceChildren();
    localStorage.clear();
  });

  it.each([
    [aCase(), 'Reactie bij ‘Geen auto’s in de Sluisstraat’'],
    [aCase({ isReply: false }), 'Argument bij ‘Geen auto’s in de Sluisstraat’'],
    [aCase({ subject: 'picture', isReply: false }), 'Foto bij ‘Geen auto’s in de Sluisstraat’'],
    [aDuplicate({ claim: null }), 'Plan ‘Waterpret op het Kersenplein’'],
  ])('is called by what it is about', async (one, words) => {
    const { screen } = await casePage(one);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(words);
  });

  it('quotes the text with its side, date and author, and marks what triggered a hint', async () => {
    const { screen } = await casePage(aCase());
    const quote = screen.getByText(/^Reactie tegen/).closest('blockquote')!;
    expect(quote.textContent).toContain('Die familie op nummer 14 parkeert op de stoep.');
    expect(quote.textContent).toMatch(/Reactie tegen, 25\snovember\s2026, 21\.14\suur, door Ruud P\./);
    expect([...quote.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
      '06 12 34 56 78',
    ]);
  });

  it('shows a picture with its description', async () => {
    const { screen } = await casePage(
      aCase({
        subject: 'picture',
        isReply: false,
        side: null,
        pictureUrl: '/api/v1/pictures/x',
        text: { title: '', summary: '', body: 'Auto met kenteken' },
        hints: [],
      }),
    );
    expect(screen.getByRole('img', { name: 'Auto met kenteken' }).getAttribute('src')).toBe(
      '/api/v1/pictures/x',
    );
    expect(screen.getByText('Beschrijving:')).toBeTruthy();
  });

  it('says why it is here: reports by reason with their notes, hints, and what went before', async () => {
    const { screen } = await casePage(aCase({ earlierDecisions: 2 }));
    const why = within(screen.getByRole('region', { name: 'Waarom ziet u dit?' }));
    const words = why.getAllByRole('listitem').map(({ textContent }) => textContent!.trim());
    expect(words[0]).toMatch(
      /^2\sbewoners en 1\sbezoeker zonder account meldden: persoonlijke gegevens\s+Dit is mijn nummer$/,
    );
    expect(words[1]).toBe('Er staat een telefoonnummer in de tekst: 06 12 34 56 78');
    expect(words[2]).toMatch(/Van deze schrijver is eerder 2\skeer iets verborgen of weggehaald\./);
    expect(why.getByText('Een aanwijzing is geen bewijs. U beslist.')).toBeTruthy();
  });

  it.each([
    ['new', 'Dit is nieuw. Niemand meldde iets.'],
    ['edit', 'De schrijver veranderde dit. Niemand meldde iets.'],
    ['moderator', 'Een moderator zag dit. Niemand meldde iets.'],
  ] as const)('says of a case of origin %s that nobody reported it', async (origin, words) => {
    const { screen } = await casePage(aCase({ origin, filed: [], hints: [], reports: 0, reasons: [] }));
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText('Van deze schrijver is niet eerder iets verborgen of weggehaald.')).toBeTruthy();
  });

  it.each([
    [
      { kind: 'watch-word', match: 'krot', place: 'title' },
      'een woord van uw lijst in de naam van het plan: krot',
    ],
    [
      { kind: 'email-address', match: 'a@b.nl', place: 'summary' },
      'een e-mailadres in de korte uitleg: a@b.nl',
    ],
    [{ kind: 'repeated-text', match: '4', place: 'body' }, 'Dezelfde tekst staat er vaker: 4 keer'],
    [{ kind: 'many-links', match: '6', place: 'body' }, 'Er staan veel links in de tekst: 6 keer'],
    [
      { kind: 'new-account-posting-fast', match: '9', place: 'author' },
      'Het account is nieuw en plaatst snel achter elkaar: 9 keer',
    ],
  ] as const)('words the hint %j', async (hint, words) => {
    const { screen } = await casePage(aCase({ hints: [hint] }));
    expect(screen.getByRole('region', { name: 'Waarom ziet u dit?' }).textContent).toContain(words);
  });

  it('leads back to the queue, which stands beside it without this case', async () => {
    const { screen } = await casePage(aCase(), { waiting: [aSummary(), aNewOne(13)] });
    expect(screen.getByRole('link', { name: '2 meldingen wachten' }).getAttribute('href')).toBe(
      '/west/moderatie',
    );
    const queue = within(screen.getByRole('region', { name: 'In de wachtrij' }));
    expect(queue.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent!.trim())).toEqual(
      ['Argument: nieuw'],
    );
  });

  it('says that it does not exist', async () => {
    const page = await showPage(CasePage, { inputs: { case: '12' }, before: () => void atTheDesk() });
    await page.refuse('GET', CASE, 404, { code: 'case-not-found' });
    expect(page.screen.getByRole('heading', { level: 1 }).textContent).toBe('Deze zaak bestaat niet');
  });

  it('can be read while the queue does not answer', async () => {
    const page = await showPage(CasePage, { inputs: { case: '12' }, before: () => void atTheDesk() });
    await page.answer('GET', CASE, aCase());
    await page.refuse('GET', BESIDE, 503, {});
    expect(page.screen.getByText('De wachtrij is er nu even niet.')).toBeTruthy();
    expect(page.screen.getByRole('heading', { level: 1 }).textContent).toContain('Reactie bij');
  });

  it('uses the built-in messages, and says so, when the district’s own do not come', async () => {
    const page = await showPage(CasePage, { inputs: { case: '12' }, before: () => void atTheDesk() });
    await page.answer('GET', CASE, aCase({ claim: MY_CLAIM }));
    expect(page.screen.queryByLabelText('Bericht aan de schrijver')).toBeNull();
    await page.refuse('GET', SETTINGS, 503, {});
    expect(page.screen.getByText(/U ziet de standaardberichten\./)).toBeTruthy();
    expect(page.screen.getByLabelText('Bericht aan de schrijver')).toBeTruthy();
  });
});

describe('who has a case in hand', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.restoreAllMocks();
  });

  it('is nobody until a moderator takes it; then there is a form, and until when', async () => {
    const { screen, press, answer, said } = await casePage(aCase());
    expect(screen.queryByRole('form', { name: 'Besluit' })).toBeNull();
    await press('Neem op');
    await answer('PUT', `${CASE}/claim`, aCase({ claim: MY_CLAIM }));
    expect(said()).toMatch(/De zaak is van u tot 15\.02\suur\./);
    expect(screen.getByText(/^U behandelt dit tot 15\.02\suur$/)).toBeTruthy();
    expect(screen.getByRole('form', { name: 'Besluit' })).toBeTruthy();
    await answer('GET', BESIDE, aPage([]));
  });

  it('can be lengthened', async () => {
    const { press, answer, screen } = await casePage(aCase({ claim: MY_CLAIM }));
    await press(/^Verleng/);
    await answer('PUT', `${CASE}/claim`, aCase({ claim: { ...MY_CLAIM, until: '2026-11-29T14:15:00Z' } }));
    expect(screen.getByText(/^U behandelt dit tot 15\.15\suur$/)).toBeTruthy();
  });

  it('can be given back, and then goes on to the next case', async () => {
    const { press, answer, said, screen, ledTo } = await casePage(aCase({ claim: MY_CLAIM }), {
      waiting: [aSummary(), aNewOne(13, { claim: THEIR_CLAIM }), aNewOne(14)],
    });
    await press(/^Geef terug/);
    await answer('DELETE', `${CASE}/claim`, aCase());
    expect(said()).toContain('U gaf de reactie terug.');
    expect(screen.queryByRole('form', { name: 'Besluit' })).toBeNull();
    await press(/^Volgende zaak/);
    await answer('PUT', `${API}/moderation-cases/14/claim`, {});
    expect(ledTo()).toEqual(['/', 'west', 'moderatie', 'zaken', 14]);
  });

  it('is a colleague: says who and until when, and offers no decision', async () => {
    const { screen } = await casePage(aCase({ claim: THEIR_CLAIM }));
    expect(screen.getByText('Bram Visser behandelt dit nu.')).toBeTruthy();
    expect(screen.getByText(/^Bram Visser behandelt dit tot 15\.02\suur$/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Neem op|Verberg/ })).toBeNull();
  });

  it('is a colleague who left: has no name', async () => {
    const { screen } = await casePage(aCase({ claim: { ...THEIR_CLAIM, by: '' } }));
    expect(screen.getByText('Een collega behandelt dit nu.')).toBeTruthy();
  });

  it('says that a colleague was faster, and shows who', async () => {
    const { press, refuse, answer, screen } = await casePage(aCase());
    await press('Neem op');
    await refuse('PUT', `${CASE}/claim`, 409, { code: 'case-claimed' });
    expect(screen.getByRole('alert').textContent).toContain('Een collega behandelt dit al.');
    await answer('GET', CASE, aCase({ claim: THEIR_CLAIM }));
    expect(screen.getByText('Bram Visser behandelt dit nu.')).toBeTruthy();
  });

  it('cannot be who has an interest: says why', async () => {
    const { screen } = await casePage(aCase({ interest: 'own-proposal' }));
    expect(screen.getByText('Dit staat bij uw eigen plan. Een ander beslist.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Neem op' })).toBeNull();
  });

  it('says an interest that the API sees first', async () => {
    const { press, refuse, answer, screen } = await casePage(aCase());
    await press('Neem op');
    await refuse('PUT', `${CASE}/claim`, 403, { code: 'moderator-has-interest' });
    expect(screen.getByRole('alert').textContent).toContain('U hebt hier zelf mee te maken.');
    await answer('GET', CASE, aCase({ interest: 'co-submitter' }));
    expect(screen.getByText('U bent mede-indiener van dit plan. Een ander beslist.')).toBeTruthy();
  });

  it('is nobody again when the time runs out on the page: the text stays, and it can be taken again', async () => {
    const timers = jest.spyOn(globalThis, 'setTimeout');
    const { screen, type, message, press, answer, settle } = await casePage(aCase({ claim: MY_CLAIM }));
    type('Bericht aan de schrijver', 'Mijn eigen woorden aan de schrijver.');
    const [runOut] = timers.mock.calls.find(([, wait]) => (wait ?? 0) > 60_000)!;
    const real = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => real + 18 * 60_000);
    runOut();
    await settle();
    expect(screen.getByText('Uw tijd is om.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Verberg/ })).toBeNull();
    expect(message()).toBe('Mijn eigen woorden aan de schrijver.');
    clock.mockRestore();
    await press('Neem opnieuw op');
    await answer('PUT', `${CASE}/claim`, aCase({ claim: { ...MY_CLAIM, until: '2026-11-29T14:15:00Z' } }));
    expect(screen.getByRole('button', { name: /^Verberg/ })).toBeTruthy();
    expect(message()).toBe('Mijn eigen woorden aan de schrijver.');
  });
});
