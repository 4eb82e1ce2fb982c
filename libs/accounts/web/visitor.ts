import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, Injector } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import type { Account, Session, SignInRequest } from '@buurtstem/contract';
import { filter, first, map, type Observable, tap } from 'rxjs';

/** Proof that the visitor reads the mail: the six digits, or the key in the link. */
export type SignInProof = { requestId: string; code: string } | { requestId: string; token: string };

/** Who is looking at the site, and how they sign in and out. */
@Injectable({ providedIn: 'root' })
export class Visitor {
  private readonly http = inject(HttpClient);
  private readonly injector = inject(Injector);
  readonly session = httpResource<Session>(() => '/api/v1/session');
  readonly account = computed(() => (this.session.hasValue() ? this.session.value().account : null));
  private readonly accountId = computed(() => this.account()?.id ?? null);
  readonly isSignedIn = computed(() => this.account() !== null);
  readonly name = computed(() => this.account()?.displayName ?? this.account()?.email ?? null);

  /** Once it is known who it is; `unknown` where the API did not say. */
  whenKnown(): Observable<Account | null | 'unknown'> {
    return toObservable(this.session.status, { injector: this.injector }).pipe(
      filter((status) => status === 'resolved' || status === 'local' || status === 'error'),
      first(),
      map((status) => (status === 'error' ? 'unknown' : this.account())),
    );
  }

  /** The address of something of one's own; undefined while nobody is signed in. Another person asks anew. */
  own(address: string | undefined): string | undefined {
    return this.accountId() === null ? undefined : address;
  }

  requestSignIn(email: string): Observable<SignInRequest> {
    return this.http.post<SignInRequest>('/api/v1/sign-in-requests', { email });
  }

  signIn(proof: SignInProof): Observable<Session> {
    return this.taking(this.http.post<Session>('/api/v1/session', proof));
  }

  signOut(): Observable<unknown> {
    return this.http.delete('/api/v1/session').pipe(tap(() => this.forget()));
  }

  /** Sets the name beside the visitor's plans and arguments. */
  rename(displayName: string): Observable<Session> {
    return this.taking(this.http.patch<Session>('/api/v1/account', { displayName }));
  }

  /** Goes on as another person on the same e-mail address. */
  switchTo(accountId: string): Observable<Session> {
    return this.taking(this.http.post<Session>('/api/v1/session/person', { accountId }));
  }

  /** Adds a person to the e-mail address, and goes on as that person. */
  addPerson(displayName: string): Observable<Session> {
    return this.taking(this.http.post<Session>('/api/v1/account/household', { displayName }));
  }

  /** Takes over a session that the API answered with elsewhere. */
  take(session: Session): void {
    this.session.set(session);
  }

  /** Nobody is signed in any more. */
  forget(): void {
    this.session.set({ account: null });
  }

  private taking(answer: Observable<Session>): Observable<Session> {
    return answer.pipe(tap((session) => this.take(session)));
  }
}
