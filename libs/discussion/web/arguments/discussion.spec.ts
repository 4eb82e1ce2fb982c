import { fireEvent, within } from '@testing-library/dom';
import { anAccount } from '@buurtstem/accounts-web/testing';
import type { Account, Argument } from '@buurtstem/contract';
import { anArgument, showAs, windowIs } from '../testing';
import { argumentSort, Discussion } from './discussion';

const ARGUMENTS = '/api/v1/districts/west/proposals/5/arguments';
const INPUTS = { proposal: 5, open: true, returnTo: '/west/plannen/5' };
const FATMA = anArgument({ id: 'f1' });
const WIM = anArgument({
  id: 't1',
  side: 'against',
  authorName: 'Wim Oosterhuis',
  body: 'Drempels geven trillingen.',
});

interface Lists {
  readonly forSide?: Argument[];
  readonly againstSide?: Argument[];
  readonly total?: number;
  readonly next?: string | null;
}

async function discussion(
  { forSide = [FATMA], againstSide = [WIM], total, next = null }: Lists = {},
  visitor: Account | null = anAccount(),
  inputs: Record<string, unknown> = {},
) {
  const shown = await showAs(visitor, Discussion, { ...INPUTS, ...inputs });
  const sort = inputs['sort'] ?? 'best';
  await shown.answer('GET', `${ARGUMENTS}?side=for&sort=${sort}&limit=5`, {
    items: forSide,
    total: total ?? forSide.length,
    next,
  });
  await shown.answer('GET', `${ARGUMENTS}?side=against&sort=${sort}&limit=5`, {
    items: againstSide,
    total: againstSide.length,
    next: null,
  });
  return shown;
}

describe('the discussion', () => {
  beforeEach(() => windowIs('wide'));
  afterEach(() => document.body.replaceChildren());

  it('has a column for each side, with its number', async () => {
    const { screen } = await discussion();
    const voor = within(screen.getByRole('region', { name: 'Argumenten voor' }));
    expect(voor.getByRole('heading', { name: 'Voor (1)' })).toBeTruthy();
    expect(voor.getByText('Fatma Yıldız')).toBeTruthy();
    expect(
      within(screen.getByRole('region', { name: 'Argumenten tegen' })).getByText('Wim Oosterhuis'),
    ).toBeTruthy();
  });

  it('says that a side has no argument yet', async () => {
    const { screen } = await discussion({ againstSide: [] });
    expect(screen.getByText('Nog geen argument tegen.')).toBeTruthy();
  });

  it('is on a phone two tabs that go by arrow keys', async () => {
    windowIs('narrow');
    const { screen, settle } = await discussion();
    const [voor, tegen] = screen.getAllByRole('tab');
    expect(voor!.getAttribute('aria-selected')).toBe('true');
    expect(screen.queryByText('Wim Oosterhuis')?.closest('[hidden]')).toBeTruthy();
    fireEvent.keyDown(voor!, { key: 'ArrowRight' });
    await settle();
    expect(document.activeElement).toBe(tegen);
    expect(screen.getByRole('tabpanel', { name: 'Tegen (1)' }).textContent).toContain('Wim Oosterhuis');
  });

  it.each([
    ['a side', '#tegen', 1],
    ['an argument in it', `#reactie-${WIM.id}`, 1],
    ['something else', '#plan', 0],
  ])(
    'turns on a phone to what a jump to %s was about, before there were tabs',
    async (_what, hash, index) => {
      windowIs('narrow');
      Element.prototype.scrollIntoView = jest.fn();
      window.location.hash = hash;
      const { screen } = await discussion();
      expect(screen.getAllByRole('tab')[index]!.getAttribute('aria-selected')).toBe('true');
      window.location.hash = '';
    },
  );

  it('offers the two orders as links, so that they work before scripts, and says which it is', async () => {
    const { screen } = await discussion({}, anAccount(), { sort: 'newest' });
    const order = within(screen.getByRole('group', { name: 'Volgorde van de reacties' }));
    expect(order.getByRole('link', { name: 'Nieuwste' }).getAttribute('aria-current')).toBe('true');
    expect(order.getByRole('link', { name: 'Nieuwste' }).getAttribute('href')).toContain(
      'volgorde=nieuwste#args',
    );
    expect(order.getByRole('link', { name: 'Beste' }).getAttribute('aria-current')).toBeNull();
    expect(screen.getByText(/2.reacties\.\s+De nieuwste staan bovenaan\./)).toBeTruthy();
  });

  it.each([
    ['nieuwste', 'newest'],
    [undefined, 'best'],
    ['iets anders', 'best'],
  ])('reads the order from the address: %s', (query, sort) => {
    expect(argumentSort(query)).toBe(sort);
  });

  it('goes on by keyset, shows nothing twice, and puts the visitor at the first new one', async () => {
    const { answer, press, screen } = await discussion({ total: 3, next: 'c1' });
    await press('Toon nog 2\u00a0reacties voor');
    await answer('GET', `${ARGUMENTS}?side=for&sort=best&after=c1&limit=20`, {
      items: [FATMA, anArgument({ id: 'f2', authorName: 'Henk de Boer' }), anArgument({ id: 'f3' })],
      total: 3,
      next: null,
    });
    const items = within(screen.getByRole('region', { name: 'Argumenten voor' })).getAllByRole('listitem');
    expect(items).toHaveLength(3);
    expect(document.activeElement).toBe(items[1]);
    expect(screen.queryByRole('button', { name: /^Toon/ })).toBeNull();
  });

  it('says that the others are not there when reading them fails', async () => {
    const { press, refuse, said, screen } = await discussion({ total: 3, next: 'c1' });
    await press(/^Toon nog/);
    await refuse('GET', `${ARGUMENTS}?side=for&sort=best&after=c1&limit=20`, 503, {});
    expect(said()).toContain('De andere reacties zijn er nu even niet.');
    expect(screen.getByRole('button', { name: /^Toon nog/ })).toBeTruthy();
  });

  it('leaves a page that comes after the order was changed out of the other list', async () => {
    const { answer, asked, fixture, press, screen, settle } = await discussion({ total: 3, next: 'c1' });
    await press(/^Toon nog/);
    const late = asked('GET', `${ARGUMENTS}?side=for&sort=best&after=c1&limit=20`);
    fixture.componentRef.setInput('sort', 'newest');
    await settle();
    const newest = [anArgument({ id: 'n1' })];
    await answer('GET', `${ARGUMENTS}?side=for&sort=newest&limit=5`, { items: newest, total: 1, next: null });
    late.flush({ items: [anArgument({ id: 'f2' })], total: 3, next: null });
    await settle();
    expect(
      within(screen.getByRole('region', { name: 'Argumenten voor' })).getAllByRole('listitem'),
    ).toHaveLength(1);
  });

  it('puts a new argument at the top of its side, turns to that side, and says so', async () => {
    windowIs('narrow');
    const { answer, press, said, screen, type } = await discussion();
    fireEvent.click(screen.getByLabelText('Tegen'));
    type('Uw argument', '  Dit kost te veel parkeerplaatsen in de straat.  ');
    await press('Plaats mijn argument');
    const body = 'Dit kost te veel parkeerplaatsen in de straat.';
    const request = await answer(
      'POST',
      ARGUMENTS,
      anArgument({ id: 't2', side: 'against', body, likes: 0 }),
    );
    expect(request.body).toEqual({ side: 'against', body });
    expect(said()).toContain('Uw argument staat erbij.');
    const panel = screen.getByRole('tabpanel', { name: 'Tegen (2)' });
    expect(within(panel).getAllByRole('listitem')[0]!.textContent).toContain(body);
  });

  it('asks for a side and a text before it sends anything', async () => {
    const { http, press, screen } = await discussion();
    await press('Plaats mijn argument');
    expect(screen.getByText('Kies voor of tegen.')).toBeTruthy();
    expect(screen.getByText('Vul uw argument in.')).toBeTruthy();
    http.expectNone({ method: 'POST' });
  });

  it('says for how long it is too much, keeps the text, and sends it again on request', async () => {
    const { asked, press, screen, settle, type } = await discussion();
    fireEvent.click(screen.getByLabelText('Voor'));
    type('Uw argument', 'Een lang genoeg argument voor dit plan.');
    await press('Plaats mijn argument');
    asked('POST', ARGUMENTS).flush(
      { code: 'too-many-requests' },
      { status: 429, statusText: 'Too Many', headers: { 'Retry-After': '240' } },
    );
    await settle();
    expect(screen.getByText(/Probeer het over 4.minuten opnieuw/)).toBeTruthy();
    expect((screen.getByLabelText('Uw argument') as HTMLTextAreaElement).value).toContain('lang genoeg');
    await press('Plaats mijn argument');
    expect(asked('POST', ARGUMENTS).request.body).toMatchObject({ side: 'for' });
  });

  it('asks a visitor to sign in, and back to the same order', async () => {
    const { screen } = await discussion({}, null, { sort: 'newest' });
    expect(screen.getByRole('link', { name: /Log in en geef uw argument/ }).getAttribute('href')).toBe(
      '/inloggen?terug=%2Fwest%2Fplannen%2F5%3Fvolgorde%3Dnieuwste',
    );
  });

  it('can only be read once the plan is closed', async () => {
    const { screen } = await discussion({}, anAccount(), { open: false });
    expect(screen.getByText(/Dit plan is niet meer open/)).toBeTruthy();
    expect(screen.queryByText('Geef uw argument')).toBeNull();
  });

  it('says that it is not there when reading it fails', async () => {
    const shown = await showAs(anAccount(), Discussion, INPUTS);
    await shown.refuse('GET', `${ARGUMENTS}?side=for&sort=best&limit=5`, 503, {});
    expect(shown.said()).toContain('De reacties zijn er nu even niet.');
  });
});
