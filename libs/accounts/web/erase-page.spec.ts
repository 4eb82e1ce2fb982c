import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { fireEvent, within } from '@testing-library/dom';
import type { Account } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { ErasePage } from './erase-page';
import { anAccount } from './testing';
import { Visitor } from './visitor';

async function erasePage(account: Account | null = anAccount()) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  TestBed.inject(CurrentDistrict).choose('west');
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(ErasePage);
  document.body.append(fixture.nativeElement);
  fixture.detectChanges();
  http.expectOne('/api/v1/session').flush({ account });
  http.match(() => true);
  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  await settle();
  const screen = within(fixture.nativeElement as HTMLElement);
  const send = (email: string) => {
    fireEvent.input(screen.getByLabelText(/Uw e-mailadres/), { target: { value: email } });
    fireEvent.click(screen.getByRole('button', { name: 'Verwijder mijn account' }));
  };
  return { http, screen, settle, send };
}

const ACCOUNT = { method: 'DELETE', url: '/api/v1/account' };

describe('erasing the account', () => {
  afterEach(() => document.body.replaceChildren());

  it('says first what goes and what stays', async () => {
    const { screen } = await erasePage();
    expect(
      within(screen.getByRole('region', { name: 'Dit gaat weg' })).getByText(/plannen die nog open zijn/),
    ).toBeTruthy();
    expect(
      within(screen.getByRole('region', { name: 'Dit blijft, zonder uw naam' })).getByText(
        /Trek het dan eerst in/,
      ),
    ).toBeTruthy();
  });

  it('asks for the e-mail address, and sends nothing without it', async () => {
    const { http, screen, settle, send } = await erasePage();
    send(' ');
    await settle();
    expect(screen.getByText(/Vul uw e-mailadres in/)).toBeTruthy();
    http.expectNone(ACCOUNT);
  });

  it('erases, says so, and leaves nobody signed in', async () => {
    const { http, screen, settle, send } = await erasePage();
    send(' ans@voorbeeld.nl ');
    const request = http.expectOne(ACCOUNT);
    expect(request.request.body).toEqual({ email: 'ans@voorbeeld.nl' });
    request.flush(null);
    await settle();
    expect(screen.getByRole('heading', { level: 1, name: 'Uw account is gewist' })).toBeTruthy();
    expect(TestBed.inject(Visitor).isSignedIn()).toBe(false);
  });

  it('says at the field that it is another address, and that nothing is erased', async () => {
    const { http, screen, settle, send } = await erasePage();
    send('piet@voorbeeld.nl');
    http
      .expectOne(ACCOUNT)
      .flush({ code: 'email-does-not-match' }, { status: 422, statusText: 'Unprocessable' });
    await settle();
    expect(screen.getByText(/Dit is niet het e-mailadres van uw account\. Er is niets gewist/)).toBeTruthy();
    expect(screen.getByLabelText(/Uw e-mailadres/).getAttribute('aria-invalid')).toBe('true');
  });

  it('tells the last administrator to appoint another one first', async () => {
    const { http, screen, settle, send } = await erasePage();
    send('ans@voorbeeld.nl');
    http.expectOne(ACCOUNT).flush({ code: 'last-administrator' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(screen.getByRole('alert').textContent).toMatch(/minstens één beheerder[\s\S]*Er is niets gewist/);
  });

  it('asks who is not signed in to do so first', async () => {
    const { screen } = await erasePage(null);
    expect(screen.getByRole('link', { name: 'Inloggen' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Verwijder mijn account' })).toBeNull();
  });
});
