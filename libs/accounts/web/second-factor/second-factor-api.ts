import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  PasskeyEnrolment,
  SecondFactor,
  SecondFactorChallenge,
  Session,
  TotpEnrolment,
} from '@buurtstem/contract';
import { type Observable, tap } from 'rxjs';
import { Visitor } from '../visitor';

/** The second step of signing in: setting it up, and passing it. */
@Injectable({ providedIn: 'root' })
export class SecondFactorApi {
  private readonly http = inject(HttpClient);
  private readonly visitor = inject(Visitor);

  list(): HttpResourceRef<{ items: SecondFactor[] } | undefined> {
    return httpResource<{ items: SecondFactor[] }>(() => this.visitor.own('/api/v1/account/second-factors'));
  }

  remove(id: string): Observable<unknown> {
    return this.http.delete(`/api/v1/account/second-factors/${id}`);
  }

  enrolTotp(label: string): Observable<TotpEnrolment> {
    return this.http.post<TotpEnrolment>('/api/v1/account/totp-enrolments', { label });
  }

  confirmTotp(enrolment: string, code: string): Observable<Session> {
    return this.taking(`/api/v1/account/totp-enrolments/${enrolment}/confirmation`, { code });
  }

  enrolPasskey(label: string): Observable<PasskeyEnrolment> {
    return this.http.post<PasskeyEnrolment>('/api/v1/account/passkey-enrolments', { label });
  }

  confirmPasskey(enrolment: string, response: object): Observable<Session> {
    return this.taking(`/api/v1/account/passkey-enrolments/${enrolment}/confirmation`, { response });
  }

  challenge(): Observable<SecondFactorChallenge> {
    return this.http.post<SecondFactorChallenge>('/api/v1/session/second-factor-challenge', {});
  }

  confirm(proof: { code: string } | { passkey: object }): Observable<Session> {
    return this.taking('/api/v1/session/second-factor', proof);
  }

  private taking(address: string, body: object): Observable<Session> {
    return this.http.post<Session>(address, body).pipe(tap((session) => this.visitor.take(session)));
  }
}
