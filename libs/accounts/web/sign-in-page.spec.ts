import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Location } from '@angular/common';
import { provideLocationMocks, SpyLocation } from '@angular/common/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { fireEvent, waitFor, within } from '@testing-library/dom';
import { REQUEST_COOKIE } from '@buurtstem/ui';
import { safeReturn } from './sign-in-memory';
import { SignInPage } from './sign-in-page';
import { anAccount } from './testing';

@Component({ selector: 'bs-test-page', template: '' })
class AnyPage {}

const SESSION = '/api/v1/session';
const ANS = anAccount();

interface Question {
  readonly terug?: string;
  readonly aanvraag?: string;
  readonly melding?: string;
  readonly wacht?: string;
  readonly wie?: string;
}

async function signInPage(inputs: Question = {}, address = '/inloggen', cookies: string | null = null) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', component: AnyPage }]),
      provideLocationMocks(),
      { provide: REQUEST_COOKIE, useValue: cookies },
    ],
  });
  (TestBed.inject(Location) as SpyLocation).setInitialPath(address);
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(SignInPage);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  document.body.append(fixture.nativeElement);
  fixture.detectChanges();
  http.expectOne(SESSION).flush({ account: null });
  await fixture.whenStable();
  const screen = within(fixture.nativeElement as HTMLElement);
  const type = (label: RegExp, text: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  return { fixture, http, screen, type, press };
}

describe('signing in', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => document.body.replaceChildren());

  it('asks for an e-mail address, and says what one looks like when it is not one', async () => {
    const { fixture, http, screen, type, press } = await signInPage();
    type(/Uw e-mailadres/, 'ans');
    press('Stuur mij de code');
    await fixture.whenStable();
    expect(screen.getByText('Vul uw e-mailadres in, zoals naam@voorbeeld.nl.')).toBeTruthy();
    http.expectNone('/api/v1/sign-in-requests');
  });

  it('sends the code and goes on to ask for it, remembering where the visitor was', async () => {
    const { http, type, press } = await signInPage({ terug: '/west/plannen/5' });
    type(/Uw e-mailadres/, ' ans@voorbeeld.nl ');
    press('Stuur mij de code');
    const request = http.expectOne('/api/v1/sign-in-requests');
    expect(request.request.body).toEqual({ email: 'ans@voorbeeld.nl' });
    request.flush({ id: 'req1', expiresAt: '2026-11-29T13:42:00Z' });
    await waitFor(() =>
      expect(TestBed.inject(Router).url).toBe('/?aanvraag=req1&terug=%2Fwest%2Fplannen%2F5'),
    );
  });

  it('takes a code with spaces, and returns to where the visitor was', async () => {
    const { http, type, press } = await signInPage({ aanvraag: 'req1', terug: '/west/plannen/5' });
    type(/zes cijfers/, '482 913');
    press('Log in');
    const request = http.expectOne({ method: 'POST', url: SESSION });
    expect(request.request.body).toEqual({ requestId: 'req1', code: '482913' });
    request.flush({ account: ANS });
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/west/plannen/5'));
  });

  it('says above the field that a code is wrong, and what to do', async () => {
    const { fixture, http, screen, type, press } = await signInPage({ aanvraag: 'req1' });
    type(/zes cijfers/, '111111');
    press('Log in');
    http
      .expectOne({ method: 'POST', url: SESSION })
      .flush({ code: 'code-wrong' }, { status: 401, statusText: 'Unauthorized' });
    await waitFor(() => {
      fixture.detectChanges();
      expect(screen.getByText(/Deze code klopt niet/)).toBeTruthy();
    });
    expect(screen.getByLabelText(/zes cijfers/).getAttribute('aria-invalid')).toBe('true');
  });

  it('says at the address that it is a throw-away one', async () => {
    const { fixture, http, screen, type, press } = await signInPage();
    type(/Uw e-mailadres/, 'ans@wegwerp.nl');
    press('Stuur mij de code');
    http
      .expectOne('/api/v1/sign-in-requests')
      .flush(
        { code: 'email-throw-away', errors: [{ field: 'email', code: 'email-throw-away' }] },
        { status: 422, statusText: 'Unprocessable' },
      );
    await waitFor(() => {
      fixture.detectChanges();
      expect(screen.getByText(/Dit is een wegwerpadres/)).toBeTruthy();
    });
    expect(screen.getByLabelText(/Uw e-mailadres/).getAttribute('aria-invalid')).toBe('true');
  });

  it('asks who it is where more people share the address, and goes on as that person', async () => {
    const { fixture, http, screen, type, press } = await signInPage({
      aanvraag: 'req1',
      terug: '/west/plannen/5',
    });
    type(/zes cijfers/, '482913');
    press('Log in');
    const household = { position: 1, limit: 2, others: [{ id: 'u2', displayName: 'Piet Vermeer' }] };
    http.expectOne({ method: 'POST', url: SESSION }).flush({ account: anAccount({ household }) });
    await waitFor(() => {
      fixture.detectChanges();
      expect(screen.getByRole('heading', { name: 'Wie bent u?' })).toBeTruthy();
    });
    expect(screen.getByRole('link', { name: 'Ans Vermeer' }).getAttribute('href')).toBe('/west/plannen/5');
    press('Piet Vermeer');
    const request = http.expectOne({ method: 'POST', url: '/api/v1/session/person' });
    expect(request.request.body).toEqual({ accountId: 'u2' });
    request.flush({ account: anAccount({ id: 'u2', displayName: 'Piet Vermeer' }) });
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/west/plannen/5'));
  });

  it('does not send a code that is not six digits', async () => {
    const { fixture, http, screen, type, press } = await signInPage({ aanvraag: 'req1' });
    type(/zes cijfers/, '1234');
    press('Log in');
    await fixture.whenStable();
    expect(screen.getByText('De code heeft zes cijfers. Vul ze alle zes in.')).toBeTruthy();
    http.expectNone({ method: 'POST', url: SESSION });
  });

  it('does nothing on opening the mailed link, and signs in only on the button', async () => {
    const { http, press, screen } = await signInPage(
      { aanvraag: 'req1' },
      '/inloggen?aanvraag=req1#sleutel=geheim',
    );
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Log in met de link' })).toBeTruthy());
    http.expectNone({ method: 'POST', url: SESSION });
    press('Log in');
    expect(http.expectOne({ method: 'POST', url: SESSION }).request.body).toEqual({
      requestId: 'req1',
      token: 'geheim',
    });
  });

  it('takes the key of the link out of the address bar', async () => {
    const { screen } = await signInPage({ aanvraag: 'req1' }, '/inloggen?aanvraag=req1#sleutel=geheim');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Log in met de link' })).toBeTruthy());
    expect(TestBed.inject(Location).path(true)).toBe('/inloggen?aanvraag=req1');
  });
});

describe('the place to return to', () => {
  it.each([
    ['/west/plannen/5?x=1', '/west/plannen/5?x=1'],
    ['https://elders.nl', '/'],
    ['//elders.nl', '/'],
    ['/\\elders.nl', '/'],
    ['/inloggen?terug=/x', '/'],
    [undefined, '/'],
  ])('makes of %s: %s', (address, expected) => {
    expect(safeReturn(address)).toBe(expected);
  });

  describe('without scripts', () => {
    const formOf = (field: HTMLElement) => field.closest('form')!;

    it('posts the address and the code, each under its own name, and comes back to where the visitor was', async () => {
      const asks = await signInPage({ terug: '/west/plannen/5' });
      const email = asks.screen.getByLabelText<HTMLInputElement>(/Uw e-mailadres/);
      expect([email.name, formOf(email).method, formOf(email).getAttribute('action')]).toEqual([
        'inloggen.email',
        'post',
        '/formulier/inlogcode?terug=%2Fwest%2Fplannen%2F5',
      ]);
    });

    it('posts the code with the request that it belongs to, and asks for another one for the same address', async () => {
      const { screen } = await signInPage(
        { terug: '/west', aanvraag: 'req1' },
        '/inloggen',
        'a=1; buurtstem-email=ans%40voorbeeld.nl; b=%E0%A4%A',
      );
      const code = screen.getByLabelText<HTMLInputElement>(/zes cijfers/);
      expect([code.name, formOf(code).getAttribute('action')]).toEqual([
        'inloggen.code',
        '/formulier/inloggen?terug=%2Fwest&aanvraag=req1',
      ]);
      const again = formOf(screen.getByRole('button', { name: 'Stuur een nieuwe code' }));
      expect(new FormData(again).get('email')).toBe('ans@voorbeeld.nl');
      expect(screen.getByText('ans@voorbeeld.nl')).toBeTruthy();
    });

    it('says at the field why a form was refused, and fills in again what was typed', async () => {
      const { screen } = await signInPage(
        { melding: 'too-many-requests', wacht: '240' },
        '/inloggen',
        '__Host-buurtstem-email=ans%40voorbeeld.nl',
      );
      const email = screen.getByLabelText<HTMLInputElement>(/Uw e-mailadres/);
      expect(email.value).toBe('ans@voorbeeld.nl');
      expect(email.getAttribute('aria-invalid')).toBe('true');
      expect(screen.getByText(/Probeer het over 4\sminuten opnieuw/)).toBeTruthy();
    });

    it.each([
      [{ melding: 'invalid-input', aanvraag: 'req1' }, 'De code heeft zes cijfers. Vul ze alle zes in.'],
      [{ melding: 'invalid-input' }, 'Vul uw e-mailadres in, zoals naam@voorbeeld.nl.'],
      [
        { melding: '<b>gratis' },
        'Er ging iets mis bij ons. Wij kunnen dit nu niet bewaren. Probeer het over een minuut weer.',
      ],
    ])('knows words for %j', async (question, words) => {
      const { screen } = await signInPage(question);
      expect(screen.getByText(words)).toBeTruthy();
    });

    it('does not blame who pressed Voor for not being signed in', async () => {
      const { screen } = await signInPage({ melding: 'sign-in-first' });
      expect(screen.getByLabelText(/Uw e-mailadres/).getAttribute('aria-invalid')).toBeNull();
    });
  });
});
