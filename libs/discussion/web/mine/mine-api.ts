import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { Visitor } from '@buurtstem/accounts-web';
import type { MergeRequest, MergeRequestList, MyDecision, MyDecisionList } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import type { Observable } from 'rxjs';

/** What moderators decided on, or ask about, what the visitor wrote here. Nothing is asked while nobody is signed in. */
@Injectable({ providedIn: 'root' })
export class MineApi {
  private readonly http = inject(HttpClient);
  private readonly visitor = inject(Visitor);
  private readonly district = inject(CurrentDistrict);

  decisions(): HttpResourceRef<MyDecisionList | undefined> {
    return httpResource<MyDecisionList>(() => this.visitor.own(this.district.path('/my-decisions')));
  }

  appeal(caseNumber: number, text: string): Observable<MyDecision> {
    return this.http.post<MyDecision>(this.address(`/my-decisions/${caseNumber}/appeal`), { text });
  }

  mergeRequests(): HttpResourceRef<MergeRequestList | undefined> {
    return httpResource<MergeRequestList>(() => this.visitor.own(this.district.path('/my-merge-requests')));
  }

  answerMerge(id: string, agrees: boolean): Observable<MergeRequest> {
    return this.http.put<MergeRequest>(this.address(`/my-merge-requests/${id}/answer`), { agrees });
  }

  private address(rest: string): string {
    return this.district.path(rest) ?? '';
  }
}
