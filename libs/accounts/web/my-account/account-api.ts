import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  ChosenPreferences,
  MyInvitation,
  Notification,
  NotificationPreferences,
  Session,
  SessionSummary,
} from '@buurtstem/contract';
import { type Observable, tap } from 'rxjs';
import { Visitor } from '../visitor';

const PREFERENCES = '/api/v1/account/notification-preferences';

/** What belongs to the account itself, in whichever district. Nothing is asked while nobody is signed in. */
@Injectable({ providedIn: 'root' })
export class AccountApi {
  private readonly http = inject(HttpClient);
  private readonly visitor = inject(Visitor);

  sessions(): HttpResourceRef<{ items: SessionSummary[] } | undefined> {
    return httpResource<{ items: SessionSummary[] }>(() => this.visitor.own('/api/v1/account/sessions'));
  }

  endSession(id: string): Observable<unknown> {
    return this.http.delete(`/api/v1/account/sessions/${id}`);
  }

  signOutEverywhere(): Observable<unknown> {
    return this.http.delete('/api/v1/account/sessions').pipe(tap(() => this.visitor.forget()));
  }

  invitations(): HttpResourceRef<{ items: MyInvitation[] } | undefined> {
    return httpResource<{ items: MyInvitation[] }>(() => this.visitor.own('/api/v1/account/invitations'));
  }

  acceptInvitation(id: string): Observable<Session> {
    return this.http
      .post<Session>(`/api/v1/account/invitations/${id}/acceptance`, {})
      .pipe(tap((session) => this.visitor.take(session)));
  }

  notifications(): HttpResourceRef<{ items: Notification[] } | undefined> {
    return httpResource<{ items: Notification[] }>(() => this.visitor.own('/api/v1/account/notifications'));
  }

  preferences(): HttpResourceRef<NotificationPreferences | undefined> {
    return httpResource<NotificationPreferences>(() => this.visitor.own(PREFERENCES));
  }

  choosePreferences(chosen: ChosenPreferences): Observable<NotificationPreferences> {
    return this.http.put<NotificationPreferences>(PREFERENCES, chosen);
  }

  confirmAddress(): Observable<unknown> {
    return this.http.post('/api/v1/account/mail-address-confirmations', {});
  }

  /** Takes the account and all that is personal away; `email` is typed, so that nobody does it by accident. */
  erase(email: string): Observable<unknown> {
    return this.http.delete('/api/v1/account', { body: { email } }).pipe(tap(() => this.visitor.forget()));
  }
}
