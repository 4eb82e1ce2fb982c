import { fireEvent, within } from '@testing-library/dom';
import type { AgendaItem } from '@buurtstem/contract';
import type { Role } from '@buurtstem/shared-domain';
import { anItem, pageInWest, wordsIn } from '../testing';
import { OutcomesPage } from './outcomes-page';

const REASONS = 'Er komt een zebrapad, want veel kinderen steken hier over.';
const WHY = 'Waarom? Leg het uit in gewone woorden';
const ADOPTED = {
  decision: 'adopted',
  reasons: REASONS,
  decidedAt: '2026-10-20T10:00:00Z',
  vote: null,
} as const;

const waiting = anItem({
  id: 'w1',
  title: 'Zebrapad bij De Vlier',
  state: 'discussed',
  answerDueAt: '2026-12-20T18:30:00Z',
});
const late = anItem({
  id: 'w2',
  title: 'Bankjes langs het Molenpad',
  state: 'discussed',
  answerDueAt: '2026-11-23T18:30:00Z',
});
const underWay = anItem({
  id: 'u1',
  title: 'Licht in de fietstunnel',
  state: 'decided',
  proposalState: 'adopted',
  answerDueAt: null,
  outcome: ADOPTED,
  outcomes: [ADOPTED],
});

async function outcomesPage(items: readonly AgendaItem[], role: Role = 'clerk') {
  const page = await pageInWest(OutcomesPage);
  await page.read('/agenda-items', { items });
  await page.signIn(role);
  const titles = (region: string) =>
    within(page.screen.getByRole('region', { name: region }))
      .queryAllByRole('heading', { level: 3 })
      .map(wordsIn);
  const choose = async (label: RegExp) => {
    fireEvent.click(page.screen.getByLabelText(label));
    await page.settle();
  };
  return { ...page, titles, choose };
}

describe('the outcomes that the clerk publishes', () => {
  afterEach(() => document.body.replaceChildren());

  it('R4: shows what is late first, and how late', async () => {
    const { titles, text } = await outcomesPage([waiting, underWay, late, anItem()]);
    expect(titles('Wachten op een besluit')).toEqual(['Bankjes langs het Molenpad', 'Zebrapad bij De Vlier']);
    expect(titles('Aangenomen en nog niet klaar')).toEqual(['Licht in de fietstunnel']);
    expect(text()).toContain('6 dagen te laat');
    expect(text()).toContain('Nog 21 dagen, tot 20 december 2026');
  });

  it('shows what everybody will read before it is published', async () => {
    const { press, choose, type, screen, http } = await outcomesPage([waiting]);
    await press(/^Vul besluit in/);
    await choose(/^Deels aangenomen/);
    type(WHY, ` ${REASONS} `);
    type('Voor', '9');
    type('Tegen', '2');
    type('Onthouding', '0');
    await press('Bekijk wat iedereen leest');
    const preview = wordsIn(screen.getByRole('region', { name: 'Dit gaat iedereen lezen' }));
    expect(preview).toContain(`Deels aangenomen Zebrapad bij De Vlier ${REASONS}`);
    expect(preview).toContain('De commissie stemde: 9 voor, 2 tegen.');
    expect(document.activeElement?.id).toBe('lezen-w1');
    http.expectNone({ method: 'POST' });
  });

  it('publishes decision, reasons and vote, and reads the list anew', async () => {
    const { press, choose, type, write, said, asked } = await outcomesPage([waiting]);
    await press(/^Vul besluit in/);
    await choose(/^Aangenomen(?! en)/);
    type(WHY, REASONS);
    await press('Bekijk wat iedereen leest');
    await press('Publiceer het besluit');
    const request = await write('POST', '/agenda-items/w1/outcomes', null);
    expect(request.body).toEqual({ decision: 'adopted', reasons: REASONS, vote: null });
    expect(said()).toContain('Het besluit over Zebrapad bij De Vlier is gepubliceerd.');
    asked('GET', '/api/v1/districts/west/agenda-items');
  });

  it('keeps everything that was typed when one goes back to change something', async () => {
    const { press, choose, type, screen } = await outcomesPage([waiting]);
    await press(/^Vul besluit in/);
    await choose(/^Aangehouden/);
    type(WHY, REASONS);
    await press('Bekijk wat iedereen leest');
    await press('Verander nog iets');
    expect((screen.getByLabelText(/^Aangehouden/) as HTMLInputElement).checked).toBe(true);
    expect((screen.getByLabelText(WHY) as HTMLTextAreaElement).value).toBe(REASONS);
    expect(document.activeElement).toBe(screen.getByLabelText(WHY));
  });

  it('says what is missing', async () => {
    const { press, type, wrongAt, text } = await outcomesPage([waiting]);
    await press(/^Vul besluit in/);
    type(WHY, 'Te kort.');
    type('Voor', '9');
    type('Tegen', 'veel');
    await press('Bekijk wat iedereen leest');
    expect(text()).toContain('Kies wat de commissie besloot.');
    expect(wrongAt(WHY)).toContain('Dit is te kort.');
    expect(wrongAt('Tegen')).toContain('Vul een getal in van 0 tot 999.');
    expect(wrongAt('Onthouding')).toContain('Vul alle drie de aantallen in, of geen.');
  });

  it.each([
    ['outcome-reasons-length', WHY, 'te kort of te lang'],
    ['committee-vote-not-valid', 'Voor', 'alle drie de aantallen'],
  ])('says a refusal %s at its field, with what was typed', async (code, label, words) => {
    const { press, choose, type, refused, wrongAt, screen } = await outcomesPage([waiting]);
    await press(/^Vul besluit in/);
    await choose(/^Afgewezen/);
    type(WHY, REASONS);
    await press('Bekijk wat iedereen leest');
    await press('Publiceer het besluit');
    await refused('POST', '/agenda-items/w1/outcomes', 422, code);
    expect(wrongAt(label)).toContain(words);
    expect((screen.getByLabelText(WHY) as HTMLTextAreaElement).value).toBe(REASONS);
  });

  it('says that the meeting must be closed first', async () => {
    const { press, choose, type, refused, screen } = await outcomesPage([waiting]);
    await press(/^Vul besluit in/);
    await choose(/^Afgewezen/);
    type(WHY, REASONS);
    await press('Bekijk wat iedereen leest');
    await press('Publiceer het besluit');
    await refused('POST', '/agenda-items/w1/outcomes', 409, 'outcome-before-discussion');
    expect(screen.getByRole('alert').textContent).toContain('Sluit eerst de vergadering af.');
    expect(screen.getByRole('region', { name: 'Dit gaat iedereen lezen' })).toBeTruthy();
  });

  it('leaves the outcome to the clerk: an official only tells how it goes', async () => {
    const { screen } = await outcomesPage([waiting, underWay], 'official');
    expect(screen.queryByRole('button', { name: /^Vul besluit in/ })).toBeNull();
    expect(screen.getByRole('button', { name: /^Schrijf een bericht/ })).toBeTruthy();
  });

  it('tells how it goes, with who does the work, and that it is done', async () => {
    const { press, type, choose, write, said } = await outcomesPage([underWay], 'official');
    await press(/^Schrijf een bericht/);
    type('Wat is er gebeurd?', 'De lampen branden sinds maandag.');
    type('Wie doet het werk?', 'Verkeer');
    await choose(/^Het werk is klaar/);
    await press('Plaats het bericht');
    const request = await write('POST', '/agenda-items/u1/progress-reports', { id: 7 });
    expect(request.body).toEqual({
      text: 'De lampen branden sinds maandag.',
      responsible: 'Verkeer',
      finishes: true,
    });
    expect(said()).toContain('Licht in de fietstunnel is klaar.');
  });

  it('says what is wrong with a report, also what only the API knows', async () => {
    const { press, type, refused, wrongAt } = await outcomesPage([underWay]);
    await press(/^Schrijf een bericht/);
    await press('Plaats het bericht');
    expect(wrongAt('Wat is er gebeurd?')).toContain('Vul het bericht in.');
    expect(wrongAt('Wie doet het werk?')).toContain('Vul wie het werk doet in.');
    type('Wat is er gebeurd?', 'De lampen branden sinds maandag.');
    type('Wie doet het werk?', 'Verkeer');
    await press('Plaats het bericht');
    await refused('POST', '/agenda-items/u1/progress-reports', 422, 'progress-length');
    expect(wrongAt('Wat is er gebeurd?')).toContain('Het is nog niet geplaatst.');
  });

  describe('a photo beside a report', () => {
    const FILE = 'Foto (hoeft niet)';
    const SHOWN = 'Wat staat er op de foto?';
    const PHOTO = '/agenda-items/u1/progress-reports/7/picture?alt=Lampen%20in%20de%20tunnel';
    const photo = (type = 'image/jpeg', bytes = 3) => new File([new Uint8Array(bytes)], 'tunnel', { type });

    async function reporting() {
      const page = await outcomesPage([underWay], 'official');
      await page.press(/^Schrijf een bericht/);
      page.type('Wat is er gebeurd?', 'De lampen branden sinds maandag.');
      page.type('Wie doet het werk?', 'Verkeer');
      const pick = async (file: File) => {
        fireEvent.change(page.screen.getByLabelText(FILE), { target: { files: [file] } });
        await page.settle();
      };
      return { ...page, pick };
    }

    it('is sent after the report, with what it shows', async () => {
      const { pick, type, press, write, http, settle, said } = await reporting();
      await pick(photo());
      type(SHOWN, 'Lampen in de tunnel');
      await press('Plaats het bericht');
      await write('POST', '/agenda-items/u1/progress-reports', { id: 7 });
      const sent = http.expectOne(({ method }) => method === 'PUT');
      expect(sent.request.urlWithParams).toBe(`/api/v1/districts/west${PHOTO}`);
      expect(sent.request.body).toBeInstanceOf(File);
      sent.flush(null);
      await settle();
      expect(said()).toContain('staat erbij, met de foto.');
    });

    it('is sent again alone when only the photo failed', async () => {
      const { pick, type, press, write, http, settle, text } = await reporting();
      await pick(photo());
      type(SHOWN, 'Lampen in de tunnel');
      await press('Plaats het bericht');
      await write('POST', '/agenda-items/u1/progress-reports', { id: 7 });
      http
        .expectOne(({ method }) => method === 'PUT')
        .flush({ code: 'temporarily-unavailable' }, { status: 503, statusText: 'Busy' });
      await settle();
      expect(text()).toContain('Uw bericht staat er al. Alleen de foto nog niet.');
      await press('Plaats de foto');
      http.expectNone({ method: 'POST' });
      http.expectOne(({ method }) => method === 'PUT').flush(null);
    });

    it('needs words for who cannot see it', async () => {
      const { pick, press, wrongAt, http } = await reporting();
      await pick(photo());
      await press('Plaats het bericht');
      expect(wrongAt(SHOWN)).toContain('Vul wat er op de foto staat in.');
      http.expectNone({ method: 'POST' });
    });

    it.each([
      ['another kind of file', photo('application/pdf')],
      ['a file that is too large', photo('image/png', 10 * 1024 * 1024 + 1)],
    ])('refuses %s before anything is sent', async (_what, file) => {
      const { pick, press, wrongAt, http } = await reporting();
      await pick(file);
      expect(wrongAt(FILE)).not.toBe('');
      await press('Plaats het bericht');
      http.expectNone({ method: 'POST' });
    });
  });

  it('gives the focus to what opens, and back to the button', async () => {
    const { press } = await outcomesPage([waiting]);
    await press(/^Vul besluit in/);
    expect(document.activeElement?.id).toBe('plan-w1');
    await press('Ga terug');
    expect(document.activeElement?.id).toBe('open-w1');
  });

  it('says so while nothing waits, while it loads, and when it does not come', async () => {
    const page = await pageInWest(OutcomesPage);
    expect(page.said()).toContain('De besluiten worden geladen.');
    await page.refused('GET', '/agenda-items', 503, 'temporarily-unavailable');
    await page.press('Probeer het opnieuw');
    await page.read('/agenda-items', { items: [] });
    expect(page.text()).toContain('Geen enkel plan wacht op een besluit.');
    expect(page.text()).toContain('Er is nu geen plan in uitvoering.');
  });
});
