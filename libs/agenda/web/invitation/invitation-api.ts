import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { Visitor } from '@buurtstem/accounts-web';
import type { AnswerInvitation, MeetingInvitation } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import type { Observable } from 'rxjs';

/** The invitation of the submitter of a winner to the committee. */
@Injectable({ providedIn: 'root' })
export class InvitationApi {
  private readonly http = inject(HttpClient);
  private readonly district = inject(CurrentDistrict);
  private readonly visitor = inject(Visitor);

  /** Asks nothing while nobody is signed in. */
  mine(proposal: () => number): HttpResourceRef<MeetingInvitation | undefined> {
    return httpResource<MeetingInvitation>(() =>
      this.visitor.own(this.district.path(`/proposals/${proposal()}/my-invitation`)),
    );
  }

  answer(proposal: number, answer: AnswerInvitation): Observable<MeetingInvitation> {
    const address = this.district.path(`/proposals/${proposal}/my-invitation`) ?? '';
    return this.http.put<MeetingInvitation>(address, answer);
  }
}
