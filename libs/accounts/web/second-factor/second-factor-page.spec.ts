import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { fireEvent, waitFor, within } from '@testing-library/dom';
import type { Account, SecondFactorChallenge } from '@buurtstem/contract';
import { anAccount } from '../testing';
import { Passkeys } from './passkeys';
import { SecondFactorPage } from './second-factor-page';

@Component({ selector: 'bs-test-page', template: '' })
class AnyPage {}

/** Plays the device that keeps the passkeys. */
class DeviceOfTheSpec {
  answer: object | Error = { id: 'passkey' };
  readonly create = () => this.give();
  readonly use = () => this.give();

  private give(): Promise<object> {
    return this.answer instanceof Error ? Promise.reject(this.answer) : Promise.resolve(this.answer);
  }
}

const clerk = (staffAccess: Account['staffAccess']): Account =>
  anAccount({ roles: [{ district: 'west', role: 'clerk' }], staffAccess });
const FACTORS = '/api/v1/account/second-factors';
const CHALLENGE = '/api/v1/session/second-factor-challenge';

async function secondFactorPage(
  account: Account | null,
  challenge: SecondFactorChallenge = { kinds: ['totp'], passkeyOptions: null },
) {
  const device = new DeviceOfTheSpec();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', component: AnyPage }]),
      { provide: Passkeys, useValue: device },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(SecondFactorPage);
  fixture.componentRef.setInput('terug', '/west/balie');
  document.body.append(fixture.nativeElement);
  fixture.detectChanges();
  http.expectOne('/api/v1/session').flush({ account });
  const factors = [
    {
      id: 'f1',
      kind: 'totp' as const,
      label: 'Mijn telefoon',
      createdAt: '2026-11-01T09:00:00Z',
      lastUsedAt: null,
    },
  ];
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((done) => setTimeout(done));
      fixture.detectChanges();
      for (const asked of http.match(CHALLENGE)) asked.flush(challenge);
      for (const asked of http.match({ method: 'GET', url: FACTORS })) asked.flush({ items: factors });
    }
  };
  await settle();
  const screen = within(fixture.nativeElement as HTMLElement);
  const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
  const typeCode = (value: string) =>
    fireEvent.input(screen.getByLabelText(/De zes cijfers uit uw app/), { target: { value } });
  return { http, screen, settle, press, typeCode, device };
}

const url = () => TestBed.inject(Router).url;

describe('the second step', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks who is not signed in to do so first, and comes back', async () => {
    const { screen } = await secondFactorPage(null);
    expect(screen.getByRole('link', { name: 'Inloggen' }).getAttribute('href')).toBe(
      '/inloggen?terug=%2Ftweede-stap%3Fterug%3D%252Fwest%252Fbalie',
    );
  });

  it('tells a resident that none is needed', async () => {
    const { screen } = await secondFactorPage(anAccount());
    expect(screen.getByText(/U hebt geen tweede stap nodig/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ga verder' }).getAttribute('href')).toBe('/west/balie');
  });

  it('sets up an app: the picture, the key as text, and the first code', async () => {
    const { http, screen, settle, press, typeCode } = await secondFactorPage(clerk('enrol'));
    press('Gebruik een app');
    http
      .expectOne('/api/v1/account/totp-enrolments')
      .flush({ id: 'e1', secret: 'ABCDEFGHIJ', uri: 'otpauth://totp/x', qr: ['101', '010', '111'] });
    await settle();
    const picture = screen.getByRole('img', { name: /QR-code/ });
    expect(picture.querySelector('path')?.getAttribute('d')).toBe(
      'M0 0h1v1h-1zM2 0h1v1h-1zM1 1h1v1h-1zM0 2h1v1h-1zM1 2h1v1h-1zM2 2h1v1h-1z',
    );
    expect(screen.getByText('ABCD EFGH IJ')).toBeTruthy();
    typeCode('123 456');
    press('Koppel mijn app');
    const request = http.expectOne('/api/v1/account/totp-enrolments/e1/confirmation');
    expect(request.request.body).toEqual({ code: '123456' });
    request.flush({ account: clerk('open') });
    await settle();
    expect(screen.getByText('Uw tweede stap is ingesteld.')).toBeTruthy();
  });

  it('sets up a passkey of this device', async () => {
    const { http, screen, settle, press } = await secondFactorPage(clerk('enrol'));
    press('Maak een passkey');
    http.expectOne('/api/v1/account/passkey-enrolments').flush({ id: 'e2', options: {} });
    await settle();
    const request = http.expectOne('/api/v1/account/passkey-enrolments/e2/confirmation');
    expect(request.request.body).toEqual({ response: { id: 'passkey' } });
    request.flush({ account: clerk('open') });
    await settle();
    expect(screen.getByText('Uw tweede stap is ingesteld.')).toBeTruthy();
  });

  it('says it when the device gives no passkey, and leaves the choice open', async () => {
    const { http, screen, settle, press, device } = await secondFactorPage(clerk('enrol'));
    device.answer = new Error('cancelled');
    press('Maak een passkey');
    http.expectOne('/api/v1/account/passkey-enrolments').flush({ id: 'e2', options: {} });
    await settle();
    expect(screen.getByRole('alert').textContent).toMatch(/Uw apparaat gaf geen passkey/);
    expect(screen.getByRole('button', { name: 'Gebruik een app' })).toBeTruthy();
  });

  it('passes with a code, and goes on to where the visitor was', async () => {
    const { http, screen, press, typeCode } = await secondFactorPage(clerk('confirm'));
    expect(screen.getByLabelText(/De zes cijfers uit uw app/).getAttribute('autocomplete')).toBe(
      'one-time-code',
    );
    expect(screen.queryByRole('button', { name: 'Gebruik mijn passkey' })).toBeNull();
    typeCode('123456');
    press('Bevestig');
    const request = http.expectOne('/api/v1/session/second-factor');
    expect(request.request.body).toEqual({ code: '123456' });
    request.flush({ account: clerk('open') });
    await waitFor(() => expect(url()).toBe('/west/balie'));
  });

  it('passes with a passkey', async () => {
    const { http, press, settle } = await secondFactorPage(clerk('confirm'), {
      kinds: ['passkey'],
      passkeyOptions: { challenge: 'x' },
    });
    press('Gebruik mijn passkey');
    await settle();
    const request = http.expectOne('/api/v1/session/second-factor');
    expect(request.request.body).toEqual({ passkey: { id: 'passkey' } });
    request.flush({ account: clerk('open') });
    await waitFor(() => expect(url()).toBe('/west/balie'));
  });

  it.each([
    [422, { code: 'second-factor-wrong' }, {}, /Deze code klopt niet\. Wacht op de volgende code/],
    [429, { code: 'too-many-requests' }, { 'Retry-After': '300' }, /Probeer het over 5\sminuten opnieuw/],
  ])('says at the field what was refused with %i', async (status, body, headers, words) => {
    const { http, screen, settle, press, typeCode } = await secondFactorPage(clerk('confirm'));
    typeCode('000000');
    press('Bevestig');
    http.expectOne('/api/v1/session/second-factor').flush(body, { status, statusText: 'Refused', headers });
    await settle();
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByLabelText(/De zes cijfers uit uw app/).getAttribute('aria-invalid')).toBe('true');
  });

  it('lists what was set up, and says that the last one stays', async () => {
    const { http, screen, settle, press } = await secondFactorPage(clerk('open'));
    press(/Haal weg ?: Mijn telefoon/);
    http
      .expectOne({ method: 'DELETE', url: `${FACTORS}/f1` })
      .flush({ code: 'second-factor-last' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(screen.getByRole('alert').textContent).toMatch(/Dit is uw enige tweede stap/);
  });
});
