import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { fireEvent } from '@testing-library/dom';
import { anAccount } from '@buurtstem/accounts-web/testing';
import type { Account, Argument, Reply } from '@buurtstem/contract';
import { anArgument, aReply, showAs } from '../testing';
import { ArgumentItem } from './argument-item';

const ARGUMENT = '/api/v1/districts/west/proposals/5/arguments/a1';
const PLACE = { proposal: 5, open: true, returnTo: '/west/plannen/5' };

const item = (argument: Partial<Argument> = {}, visitor: Account | null = anAccount(), place = PLACE) =>
  showAs(visitor, ArgumentItem, { argument: anArgument(argument), place });
const bodiesOf = (element: HTMLElement) =>
  [...element.querySelectorAll('.bs-arg__reply .bs-pre')].map(({ textContent }) => textContent);

describe('an argument', () => {
  afterEach(() => document.body.replaceChildren());

  it('says who wrote it, when, and who is the submitter', async () => {
    const { fixture, screen } = await item({ replies: [aReply()], replyCount: 1 });
    const text = (fixture.nativeElement as HTMLElement).textContent;
    expect(text).toContain('Fatma Yıldız20\u00a0november\u00a02026');
    expect(screen.getByRole('list', { name: 'Reacties op Fatma Yıldız' }).textContent).toContain(
      'Joris Bakker, indiener',
    );
    expect(text).not.toContain('Fatma Yıldız, indiener');
  });

  it('names whoever erased their account “Een bewoner”', async () => {
    const { screen } = await item({ authorName: '' });
    expect(screen.getByText('Een bewoner')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Reageer op Een bewoner' })).toBeTruthy();
  });

  it('shows markup and addresses as the plain text that they are', async () => {
    const body = 'Kijk op https://voorbeeld.nl <img src=x onerror=alert(1)> [hier](javascript:alert(1))';
    const { fixture, screen } = await item({ body });
    expect(screen.getByText(body)).toBeTruthy();
    expect((fixture.nativeElement as HTMLElement).querySelectorAll('a, img')).toHaveLength(0);
  });

  it('says that a moderator took something out', async () => {
    const { screen } = await item({ redacted: true, editedAt: '2026-11-21T10:00:00Z' });
    expect(screen.getByText('Een moderator haalde hier iets weg.')).toBeTruthy();
    expect(screen.getByText(/^Bewerkt op 21.november.2026$/)).toBeTruthy();
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('reads what a changed text said before, once somebody opens it', async () => {
    const { answer, fixture, http, screen } = await item({ editedAt: '2026-11-21T10:00:00Z', version: 2 });
    const details = (fixture.nativeElement as HTMLElement).querySelector('details')!;
    http.expectNone(`${ARGUMENT}/versions`);
    details.open = true;
    fireEvent(details, new Event('toggle'));
    await answer('GET', `${ARGUMENT}/versions`, {
      items: [{ version: 1, body: 'Hier durft niemand te fietsen.', writtenAt: '2026-11-20T10:05:00Z' }],
    });
    expect(screen.getByText('Hier durft niemand te fietsen.')).toBeTruthy();
    expect(details.textContent).toContain('Tekst van 20\u00a0november\u00a02026, 11.05\u00a0uur');
  });
});

describe('“goed punt”', () => {
  afterEach(() => document.body.replaceChildren());

  it('is given with PUT and taken back with DELETE, and keeps the focus', async () => {
    const { answer, press, screen } = await item();
    const button = screen.getByRole('button', { name: /^Goed punt \(24\)/, pressed: false });
    button.focus();
    await press(/^Goed punt/);
    await answer('PUT', `${ARGUMENT}/my-like`, { likes: 25, liked: true });
    expect(screen.getByRole('button', { name: /^Goed punt \(25\)/, pressed: true })).toBe(button);
    expect(document.activeElement).toBe(button);
    await press(/^Goed punt/);
    await answer('DELETE', `${ARGUMENT}/my-like`, { likes: 24, liked: false });
    expect(screen.getByRole('button', { name: /^Goed punt \(24\)/, pressed: false })).toBe(button);
  });

  it('is asked once when the button is pressed twice', async () => {
    const { asked, press } = await item();
    await press(/^Goed punt/);
    await press(/^Goed punt/);
    expect(asked('PUT', `${ARGUMENT}/my-like`).request.body).toEqual({});
  });

  it('says for how long it is too much', async () => {
    const { asked, press, screen, settle } = await item();
    await press(/^Goed punt/);
    asked('PUT', `${ARGUMENT}/my-like`).flush(
      { code: 'too-many-requests' },
      { status: 429, statusText: 'Too Many', headers: { 'Retry-After': '50' } },
    );
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Probeer het over een minuut opnieuw.');
    expect(screen.getByRole('button', { name: /^Goed punt \(24\)/, pressed: false })).toBeTruthy();
  });

  it('leads who is not signed in to do so, and back to this argument', async () => {
    const { screen } = await item({}, null);
    const link = screen.getByRole('link', { name: /^Goed punt \(24\) ?: de reactie van Fatma Yıldız/ });
    expect(link.getAttribute('href')).toBe('/inloggen?terug=%2Fwest%2Fplannen%2F5%23reactie-a1');
  });

  it('leads who was signed out in the meantime the same way', async () => {
    const { press, refuse } = await item();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await press(/^Goed punt/);
    await refuse('PUT', `${ARGUMENT}/my-like`, 401, { code: 'sign-in-first' });
    expect(navigate).toHaveBeenCalledWith(['/inloggen'], {
      queryParams: { terug: '/west/plannen/5#reactie-a1' },
    });
  });

  it.each([
    ['for the writer', { mine: true }, PLACE],
    ['on a plan that is no longer open', {}, { ...PLACE, open: false }],
  ])('is only a number %s', async (_whom, changes, place) => {
    const { screen } = await item(changes, anAccount(), place);
    expect(screen.getByText(/Goed punt \(24\)/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Goed punt/ })).toBeNull();
  });
});

describe('replies', () => {
  afterEach(() => document.body.replaceChildren());
  const three = ['r1', 'r2', 'r3'].map((id) => aReply({ id, body: `Reactie ${id}` }));
  const page = (items: Reply[], next: string | null, total = 24) => ({ items, total, next });

  it('are written in place: into the field, and back to the button on “Annuleer”', async () => {
    const { press, screen } = await item();
    await press('Reageer op Fatma Yıldız');
    expect(document.activeElement).toBe(screen.getByLabelText('Uw reactie'));
    expect(screen.getByRole('button', { name: 'Reageer op Fatma Yıldız', expanded: true })).toBeTruthy();
    await press('Annuleer');
    expect(screen.queryByLabelText('Uw reactie')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Reageer op Fatma Yıldız' }));
  });

  it('stand at the end as soon as they are placed, without invisible characters, and lock what they reply to', async () => {
    const mine = { ...three[0]!, mine: true, editable: true };
    const shown = await item({ replies: [mine], replyCount: 1 });
    expect(shown.screen.getByRole('button', { name: /^Verander/ })).toBeTruthy();
    await shown.press('Reageer op Fatma Yıldız');
    shown.type('Uw reactie', ' Goed\u200B gezegd. ');
    await shown.press('Plaats mijn reactie');
    const request = await shown.answer(
      'POST',
      `${ARGUMENT}/replies`,
      aReply({ id: 'r9', body: 'Goed gezegd.' }),
    );
    expect(request.body).toEqual({ body: 'Goed gezegd.' });
    expect(bodiesOf(shown.fixture.nativeElement)).toEqual(['Reactie r1', 'Goed gezegd.']);
    expect(shown.said()).toContain('Uw reactie staat erbij.');
    expect(shown.screen.queryByRole('button', { name: /^Verander/ })).toBeNull();
    expect(document.activeElement).toBe(
      shown.screen.getByRole('button', { name: 'Reageer op Fatma Yıldız', expanded: false }),
    );
  });

  it('keep their text when sending fails, and say so beside the field', async () => {
    const { press, type, refuse, screen } = await item();
    await press('Reageer op Fatma Yıldız');
    type('Uw reactie', 'Goed gezegd.');
    await press('Plaats mijn reactie');
    await refuse('POST', `${ARGUMENT}/replies`, 400, {
      code: 'invalid-input',
      errors: [{ field: 'body', code: 'reply-length', message: '' }],
    });
    expect(screen.getByText('Uw reactie is te kort of te lang. Zij is nog niet geplaatst.')).toBeTruthy();
    expect((screen.getByLabelText('Uw reactie') as HTMLTextAreaElement).value).toBe('Goed gezegd.');
    expect(document.activeElement).toBe(screen.getByLabelText('Uw reactie'));
  });

  it('come further by keyset, once each, and the focus goes to the first new one', async () => {
    const { answer, fixture, press, screen } = await item({ replies: three.slice(0, 2), replyCount: 24 });
    await press('Toon nog 22\u00a0reacties op Fatma Yıldız');
    await answer('GET', `${ARGUMENT}/replies?limit=22`, page(three, 'c1'));
    expect(bodiesOf(fixture.nativeElement)).toEqual(['Reactie r1', 'Reactie r2', 'Reactie r3']);
    expect(document.activeElement?.textContent).toContain('Reactie r3');
    await press('Toon nog 21\u00a0reacties op Fatma Yıldız');
    await answer(
      'GET',
      `${ARGUMENT}/replies?limit=20&after=c1`,
      page([aReply({ id: 'r4', body: 'Reactie r4' })], null, 4),
    );
    expect(bodiesOf(fixture.nativeElement)).toHaveLength(4);
    expect(screen.queryByRole('button', { name: /^Toon nog/ })).toBeNull();
  });

  it('say that the others are not there when reading them fails', async () => {
    const { press, refuse, screen } = await item({ replies: three, replyCount: 24 });
    await press(/^Toon nog/);
    await refuse('GET', `${ARGUMENT}/replies?limit=23`, 503, {});
    expect(screen.getByRole('alert').textContent).toContain('Het is nu erg druk.');
    expect(screen.getByRole('button', { name: /^Toon nog/ })).toBeTruthy();
  });

  it('ask who has no name yet for one first, and go on to the reply', async () => {
    const { answer, press, screen, type } = await item({}, anAccount({ displayName: null }));
    await press('Reageer op Fatma Yıldız');
    expect(screen.getByLabelText('Welke naam mag erbij staan?')).toBeTruthy();
    expect(screen.queryByLabelText('Uw reactie')).toBeNull();
    type('Welke naam mag erbij staan?', 'Ans Vermeer');
    await press('Bewaar mijn naam');
    await answer('PATCH', '/api/v1/account', { account: anAccount() });
    expect(document.activeElement).toBe(screen.getByLabelText('Uw reactie'));
  });

  it('ask a visitor to sign in, and back to this argument', async () => {
    const { screen } = await item({}, null);
    expect(screen.getByRole('link', { name: /^Reageer op Fatma Yıldız/ }).getAttribute('href')).toBe(
      '/inloggen?terug=%2Fwest%2Fplannen%2F5%23reactie-a1',
    );
  });

  it('are closed with the plan', async () => {
    const { screen } = await item({ replies: three, replyCount: 3 }, null, { ...PLACE, open: false });
    expect(screen.queryByRole('link', { name: /^Reageer/ })).toBeNull();
  });

  it('have no replies of their own', async () => {
    const { screen } = await item({ replies: three, replyCount: 3 });
    expect(screen.getAllByRole('button', { name: /^Reageer/ })).toHaveLength(1);
    expect(screen.getAllByRole('button', { name: /^Goed punt/ })).toHaveLength(1);
  });
});

describe('changing one’s own text', () => {
  afterEach(() => document.body.replaceChildren());
  const NEW = 'Mijn zoon en zijn vrienden durven hier niet te fietsen.';
  const own = { mine: true, editable: true };

  it('is offered for as long as it can be done, and to nobody else', async () => {
    expect((await item(own)).screen.getByRole('button', { name: 'Verander uw reactie' })).toBeTruthy();
    document.body.replaceChildren();
    TestBed.resetTestingModule();
    const { screen } = await item({ mine: true });
    expect(screen.queryByRole('button', { name: 'Verander uw reactie' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Meld/ })).toBeNull();
  });

  it('starts with the text, sends the version that was read, and shows the answer', async () => {
    const { answer, press, said, screen, type } = await item({ ...own, version: 3 });
    await press('Verander uw reactie');
    expect((screen.getByLabelText('Uw nieuwe tekst') as HTMLTextAreaElement).value).toBe(anArgument().body);
    type('Uw nieuwe tekst', NEW);
    await press('Bewaar mijn tekst');
    const answered = anArgument({ ...own, version: 4, body: NEW, editedAt: '2026-11-21T10:00:00Z' });
    expect((await answer('PATCH', ARGUMENT, answered)).body).toEqual({ body: NEW, version: 3 });
    expect(screen.getByText(NEW)).toBeTruthy();
    expect(screen.getByText(/^Bewerkt op 21/)).toBeTruthy();
    expect(said()).toContain('Uw nieuwe tekst staat erbij.');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Verander uw reactie' }));
  });

  it('shows the newest text after a change elsewhere, keeps what was typed, and can then replace it', async () => {
    const { answer, press, refuse, screen, type } = await item(own);
    await press('Verander uw reactie');
    type('Uw nieuwe tekst', NEW);
    await press('Bewaar mijn tekst');
    await refuse('PATCH', ARGUMENT, 409, { code: 'version-conflict' });
    await answer(
      'GET',
      ARGUMENT,
      anArgument({ ...own, version: 2, body: 'Van mijn telefoon, een andere tekst.' }),
    );
    expect(screen.getByText('Van mijn telefoon, een andere tekst.')).toBeTruthy();
    expect((screen.getByLabelText('Uw nieuwe tekst') as HTMLTextAreaElement).value).toBe(NEW);
    expect(screen.getByText(/U veranderde deze tekst intussen op een andere plek/)).toBeTruthy();
    await press('Bewaar mijn tekst');
    const request = await answer('PATCH', ARGUMENT, anArgument({ ...own, version: 3, body: NEW }));
    expect(request.body).toEqual({ body: NEW, version: 2 });
  });

  it('says that somebody reacted already', async () => {
    const { press, refuse, screen, type } = await item(own);
    await press('Verander uw reactie');
    type('Uw nieuwe tekst', NEW);
    await press('Bewaar mijn tekst');
    await refuse('PATCH', ARGUMENT, 409, { code: 'argument-locked' });
    expect(screen.getByText('Iemand reageerde al hierop. Daarom ligt uw tekst vast.')).toBeTruthy();
  });

  it('works for a reply too, also for one beyond the first ones', async () => {
    const replies = [aReply({ id: 'r1' }), aReply({ id: 'r2', body: 'Eerst dit.', ...own })];
    const { answer, press, screen, type } = await item({ replies, replyCount: 2 });
    await press('Verander uw reactie');
    type('Uw nieuwe tekst', 'En toen dit.');
    await press('Bewaar mijn tekst');
    const edited = { ...replies[1]!, body: 'En toen dit.', version: 2 };
    await answer(
      'PATCH',
      ARGUMENT.replace('a1', 'r2'),
      anArgument({ replies: [replies[0]!], replyCount: 2 }),
    );
    await answer('GET', `${ARGUMENT}/replies?limit=2`, { items: [replies[0], edited], total: 2, next: null });
    expect(screen.getByText('En toen dit.')).toBeTruthy();
    expect(screen.queryByText('Eerst dit.')).toBeNull();
  });
});
