import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { Session, SignInRequest } from '@buurtstem/contract';
import { type Observable, tap } from 'rxjs';

/** Proof that the visitor reads the mail: the six digits, or the key in the link. */
export type SignInProof = { requestId: string; code: string } | { requestId: string; token: string };

/** Who is looking at the site, and how they sign in and out. */
@Injectable({ providedIn: 'root' })
export class Visitor {
  private readonly http = inject(HttpClient);
  readonly session = httpResource<Session>(() => '/api/v1/session');
  readonly account = computed(() => (this.session.hasValue() ? this.session.value().account : null));
  readonly isSignedIn = computed(() => this.account() !== null);
  readonly name = computed(() => this.account()?.displayName ?? this.account()?.email ?? null);

  requestSignIn(email: string): Observable<SignInRequest> {
    return this.http.post<SignInRequest>('/api/v1/sign-in-requests', { email });
  }

  signIn(proof: SignInProof): Observable<Session> {
    return this.http
      .post<Session>('/api/v1/session', proof)
      .pipe(tap((session) => this.session.set(session)));
  }

  signOut(): Observable<unknown> {
    return this.http.delete('/api/v1/session').pipe(tap(() => this.session.set({ account: null })));
  }

  /** Sets the name beside the visitor's plans and arguments. */
  rename(displayName: string): Observable<Session> {
    return this.http
      .patch<Session>('/api/v1/account', { displayName })
      .pipe(tap((session) => this.session.set(session)));
  }
}
