import { TestBed } from '@angular/core/testing';
import { DeskCounts } from '@buurtstem/accounts-web';
import type { CasePage, CaseSummary } from '@buurtstem/contract';
import { showPage } from '@buurtstem/ui/testing';
import { fireEvent, within } from '@testing-library/dom';
import { QueuePage } from './queue-page';
import { aNewOne, aPage, API, aSummary, atTheDesk, MY_CLAIM, QUEUE, THEIR_CLAIM } from './testing';

async function queuePage(page: CasePage, inputs: Record<string, string> = {}, url = QUEUE) {
  let desk!: ReturnType<typeof atTheDesk>;
  const shown = await showPage(QueuePage, { inputs, before: () => (desk = atTheDesk()) });
  await shown.answer('GET', url, page);
  const line = (name: string | RegExp) =>
    within(shown.screen.getByRole('link', { name }).closest('li') as HTMLElement);
  const tick = async (name: RegExp) => {
    fireEvent.click(shown.screen.getByRole('checkbox', { name }));
    await shown.settle();
  };
  const key = async (pressed: string, options: KeyboardEventInit = {}) => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key: pressed, ...options });
    await shown.settle();
  };
  return { ...shown, ...desk, line, tick, key };
}

const heading = (one: { screen: { getByRole: (role: string, options: object) => HTMLElement } }) =>
  one.screen.getByRole('heading', { level: 1 }).textContent;

describe('the queue of the moderators', () => {
  afterEach(() => {
    document.body.replaceChildren();
    localStorage.clear();
  });

  it('says how much waits, leads with what waits too long, and tells the bar', async () => {
    const page = await queuePage(
      aPage([aSummary()], { open: 7, overdue: 1, appeals: 2, oldestOpenedAt: '2026-11-23T10:00:00Z' }),
    );
    expect(heading(page)).toBe('7 meldingen wachten');
    expect(page.screen.getByText(/Eén wacht langer dan 5\sdagen\./)).toBeTruthy();
    expect(page.screen.getByText(/Oudste: 6\sdagen/).className).toContain('bs-badge--late');
    expect(TestBed.inject(DeskCounts).of()).toEqual({ moderatie: 7, 'moderatie/bezwaren': 2 });
  });

  it.each([
    ['2026-11-25T10:00:00Z', /Het doel is 3\sdagen\. De oudste wacht langer\./, 'bs-badge--late'],
    ['2026-11-29T08:00:00Z', /Alles wacht korter dan 3\sdagen\./, 'bs-badge--quiet'],
  ])(
    'says of a queue whose oldest is of %s how it stands against the target',
    async (oldest, words, look) => {
      const { screen } = await queuePage(aPage([aSummary()], { oldestOpenedAt: oldest }));
      expect(screen.getByText(words)).toBeTruthy();
      expect(screen.getByText(/^Oudste/).className).toContain(look);
    },
  );

  it('says that there is nothing to do, and where the appeals are', async () => {
    const page = await queuePage(aPage([], { appeals: 1 }));
    expect(heading(page)).toBe('Er wacht niets');
    expect(page.screen.getByRole('heading', { name: 'U bent bij' })).toBeTruthy();
    expect(page.screen.getByRole('link', { name: 'Bekijk de bezwaren' }).getAttribute('href')).toBe(
      '/west/moderatie/bezwaren',
    );
  });

  it('says of a line what it is about, how long it waits, how often it was reported and what hints say', async () => {
    const { line } = await queuePage(
      aPage([aSummary({ reasons: ['personal-data', 'advertising'], ageDays: 6, overdue: true })]),
    );
    const one = line('Reactie: persoonlijke gegevens');
    expect(one.getByText('“Die familie op nummer 14”')).toBeTruthy();
    expect(one.getByText('Bij ‘Geen auto’s in de Sluisstraat’')).toBeTruthy();
    expect(one.getByText(/3\skeer gemeld: persoonlijke gegevens en reclame/)).toBeTruthy();
    expect(one.getByText('Aanwijzing: telefoonnummer')).toBeTruthy();
    expect(one.getByText('Dringend')).toBeTruthy();
    expect(one.getByText(/6\sdagen/).textContent).toMatch(/Wacht\s+6\sdagen\s+, te laat/);
  });

  it.each<[Partial<CaseSummary>, string, RegExp, string]>([
    [{ ageDays: 4 }, 'Argument: nieuw', /4\sdagen/, 'bs-badge--late'],
    [{ ageDays: 2 }, 'Argument: nieuw', /2\sdagen/, 'bs-badge--quiet'],
    [{ origin: 'edit' }, 'Argument: veranderd', /5\suur/, 'bs-badge--quiet'],
    [
      { subject: 'picture', origin: 'moderator', openedAt: '2026-11-29T13:33:00Z' },
      'Foto: opgenomen door een moderator',
      /12\sminuten/,
      'bs-badge--quiet',
    ],
  ])('shows a case with %j as “%s”', async (changes, what, age, look) => {
    const { line } = await queuePage(aPage([aNewOne(3, changes)]));
    expect(line(what).getByText(age).className).toContain(look);
  });

  it.each([
    ['own-text', 'U plaatste dit zelf. Een ander beslist.'],
    ['own-proposal', 'Dit staat bij uw eigen plan. Een ander beslist.'],
    ['co-submitter', 'U bent mede-indiener van dit plan. Een ander beslist.'],
    ['own-report', 'U meldde dit zelf. Een ander beslist.'],
  ] as const)('says why a moderator with the interest %s cannot take it', async (interest, words) => {
    const { line } = await queuePage(aPage([aSummary({ interest })]));
    expect(line(/^Reactie/).getByText(words)).toBeTruthy();
    expect(line(/^Reactie/).queryByRole('button')).toBeNull();
  });

  it('says who has a case in hand, and until when', async () => {
    const { line } = await queuePage(aPage([aSummary({ claim: THEIR_CLAIM })]));
    expect(line(/^Reactie/).getByText(/Bram Visser behandelt dit tot 15\.02\suur/)).toBeTruthy();
    expect(line(/^Reactie/).queryByRole('button', { name: /Neem op/ })).toBeNull();
  });

  it('leads back to the case that one has in hand oneself', async () => {
    const { screen } = await queuePage(aPage([aSummary({ claim: MY_CLAIM })]));
    expect(screen.getByRole('link', { name: /Ga verder/ }).getAttribute('href')).toBe(
      '/west/moderatie/zaken/12',
    );
  });

  it('calls a claim that ran out nobody’s', async () => {
    const until = '2026-11-29T13:44:00Z';
    const { line } = await queuePage(aPage([aSummary({ claim: { ...THEIR_CLAIM, until } })]));
    expect(line(/^Reactie/).getByRole('button', { name: /Neem op/ })).toBeTruthy();
  });

  it('takes a case and leads to it', async () => {
    const { press, answer, ledTo } = await queuePage(aPage([aSummary()]));
    await press(/^Neem op/);
    await answer('PUT', `${API}/moderation-cases/12/claim`, {});
    expect(ledTo()).toEqual(['/', 'west', 'moderatie', 'zaken', 12]);
  });

  it.each([
    ['case-claimed', 'Een collega behandelt dit al.'],
    ['moderator-has-interest', 'U hebt hier zelf mee te maken.'],
  ])('says a refusal %s, stays, and reads the queue anew', async (code, words) => {
    const { press, refuse, screen, ledTo, asked } = await queuePage(aPage([aSummary()]));
    await press(/^Neem op/);
    await refuse('PUT', `${API}/moderation-cases/12/claim`, 409, { code });
    expect(screen.getByRole('alert').textContent).toContain(words);
    expect(ledTo()).toBeUndefined();
    asked('GET', QUEUE);
  });

  it('filters by what stands in the address, and gives every filter an address', async () => {
    const { screen } = await queuePage(
      aPage([aSummary()]),
      { subject: 'picture', urgency: 'urgent' },
      `${QUEUE}&subject=picture&urgency=urgent`,
    );
    expect(screen.getByRole('link', { name: 'Foto’s' }).getAttribute('aria-current')).toBe('true');
    expect(screen.getByRole('link', { name: 'Dringend' }).getAttribute('aria-current')).toBe('true');
    expect(screen.getByRole('link', { name: 'Plannen' }).getAttribute('href')).toContain('subject=proposal');
    expect(screen.getByRole('link', { name: 'Niet gemeld' }).getAttribute('href')).toContain('urgency=new');
  });

  it('asks for no filter that does not exist', async () => {
    const { screen } = await queuePage(aPage([aSummary()]), { subject: 'nonsense' });
    expect(screen.getAllByRole('link', { name: 'Alles' })[0]!.getAttribute('aria-current')).toBe('true');
  });

  it('says that no case fits the filters, and how to see all', async () => {
    const { screen } = await queuePage(
      aPage([], { open: 3 }),
      { subject: 'picture' },
      `${QUEUE}&subject=picture`,
    );
    expect(screen.getByText(/Geen zaak past hierbij\./)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Toon alle zaken' })).toBeTruthy();
  });

  it('reads on where the list ends, and goes on in the first new line', async () => {
    const { press, answer, screen } = await queuePage(
      aPage([aNewOne(1, { excerpt: 'Eerste' })], { next: 'abc', total: 2 }),
    );
    await press('Toon meer');
    await answer('GET', `${QUEUE}&after=abc`, aPage([aNewOne(2, { isReply: true })]));
    expect(screen.getAllByRole('link', { name: /: nieuw$/ })).toHaveLength(2);
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Reactie: nieuw' }));
    expect(screen.queryByRole('button', { name: 'Toon meer' })).toBeNull();
  });

  it('keeps the list when reading on fails', async () => {
    const { press, refuse, screen } = await queuePage(aPage([aNewOne(1)], { next: 'abc' }));
    await press('Toon meer');
    await refuse('GET', `${QUEUE}&after=abc`, 503, {});
    expect(screen.getByRole('alert').textContent).toContain('Het is nu erg druk.');
    expect(screen.getByRole('link', { name: 'Argument: nieuw' })).toBeTruthy();
  });

  describe('several in one go', () => {
    const lines = [
      aNewOne(1),
      aNewOne(2),
      aNewOne(3, { claim: THEIR_CLAIM }),
      aNewOne(4, { interest: 'own-text' }),
      aSummary({ number: 5 }),
    ];

    it('offers only what nobody reported, nobody else has in hand and is not one’s own', async () => {
      const { screen } = await queuePage(aPage(lines));
      expect(screen.getAllByRole('checkbox', { name: /^Kies/ })).toHaveLength(2);
    });

    it('marks the chosen ones as seen, says how many, and reads the queue anew', async () => {
      const { screen, tick, press, answer, said } = await queuePage(aPage(lines));
      expect(screen.queryByRole('button', { name: /Gezien/ })).toBeNull();
      await tick(/Tekst 1/);
      await press('Gezien, niets mee aan de hand (1)');
      const request = await answer('POST', `${API}/moderation-cases/seen`, { seen: 1 });
      expect(request.body).toEqual({ cases: [1] });
      expect(said()).toMatch(/1\szaak is bekeken\./);
      await answer('GET', QUEUE, aPage(lines.slice(1)));
      expect(screen.queryByRole('button', { name: /Gezien/ })).toBeNull();
    });

    it('says which stayed because somebody reported or took them in between', async () => {
      const { press, answer, said } = await queuePage(aPage(lines));
      await press(/^Kies alles wat niemand meldde \(2\)/);
      await press('Gezien, niets mee aan de hand (2)');
      await answer('POST', `${API}/moderation-cases/seen`, { seen: 1 });
      expect(said()).toMatch(/1\szaak wacht nog: die is intussen gemeld of bij een collega\./);
    });

    it('chooses none again with the same button', async () => {
      const { press, screen } = await queuePage(aPage(lines));
      await press(/^Kies alles/);
      await press('Kies niets');
      for (const box of screen.getAllByRole('checkbox', { name: /^Kies/ }))
        expect((box as HTMLInputElement).checked).toBe(false);
    });

    it('keeps what was chosen when the request fails', async () => {
      const { tick, press, refuse, answer, screen } = await queuePage(aPage(lines));
      await tick(/Tekst 2/);
      await press(/^Gezien/);
      await refuse('POST', `${API}/moderation-cases/seen`, 503, {});
      await answer('GET', QUEUE, aPage(lines));
      expect((screen.getByRole('checkbox', { name: /Tekst 2/ }) as HTMLInputElement).checked).toBe(true);
    });
  });

  describe('by keyboard', () => {
    it('goes along the lines with J and K', async () => {
      const { key, screen } = await queuePage(aPage([aSummary(), aNewOne(2)]));
      const first = screen.getByRole('link', { name: /^Reactie/ });
      const second = screen.getByRole('link', { name: 'Argument: nieuw' });
      await key('j');
      expect(document.activeElement).toBe(first);
      await key('J');
      expect(document.activeElement).toBe(second);
      await key('j');
      expect(document.activeElement).toBe(second);
      await key('k');
      expect(document.activeElement).toBe(first);
    });

    it.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }])(
      'does nothing with %j',
      async (options) => {
        const { key } = await queuePage(aPage([aSummary()]));
        await key('j', options);
        expect(document.activeElement).toBe(document.body);
      },
    );

    it('opens the list of keys with a question mark, and closes it again', async () => {
      const { key, screen } = await queuePage(aPage([aSummary()]));
      const details = screen.getByText('deze lijst').closest('details')!;
      await key('?');
      expect(details.open).toBe(true);
      expect(details.contains(document.activeElement)).toBe(true);
      await key('?');
      expect(details.open).toBe(false);
    });

    it('can be switched off on this device, also for the next visit', async () => {
      const first = await queuePage(aPage([aSummary()]));
      fireEvent.click(first.screen.getByLabelText('Gebruik sneltoetsen op dit apparaat'));
      await first.settle();
      await first.key('j');
      expect(document.activeElement).toBe(document.body);
      TestBed.resetTestingModule();
      document.body.replaceChildren();
      const second = await queuePage(aPage([aSummary()]));
      await second.key('j');
      expect(document.activeElement).toBe(document.body);
      expect(second.screen.getByText('Sneltoetsen staan uit')).toBeTruthy();
    });
  });

  it('says that the page is not for who may not moderate', async () => {
    const page = await showPage(QueuePage, { before: () => void atTheDesk() });
    await page.refuse('GET', QUEUE, 403, { code: 'not-allowed' });
    expect(page.screen.getByRole('heading', { name: 'Deze pagina is niet voor u' })).toBeTruthy();
  });
});
