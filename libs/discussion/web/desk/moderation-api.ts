import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AppealVerdict,
  CasePage,
  CaseView,
  DecideCase,
  MergeRequest,
  ModerationCase,
  ModerationSettings,
  Proposal,
  ProposalPage,
  SetModerationSettings,
  SubjectKind,
  Urgency,
} from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import type { Observable } from 'rxjs';

/** A list of cases, with its filters named as in the address of the page and of the API. */
export interface CaseQuery {
  readonly view: CaseView;
  readonly subject?: SubjectKind;
  readonly urgency?: Urgency;
  /** How many at once. */
  readonly limit?: number;
}

const PROPOSALS_AT_ONCE = 5;

/** What the moderators' desk reads and writes in the current district. */
@Injectable({ providedIn: 'root' })
export class ModerationApi {
  private readonly http = inject(HttpClient);
  private readonly district = inject(CurrentDistrict);

  cases(query: () => CaseQuery): HttpResourceRef<CasePage | undefined> {
    return httpResource<CasePage>(() => {
      const url = this.district.path('/moderation-cases');
      return url ? { url, params: { ...query() } } : undefined;
    });
  }

  /** The page after the one whose `next` is given. */
  casesAfter(query: CaseQuery, after: string): Observable<CasePage> {
    return this.http.get<CasePage>(this.address('/moderation-cases'), { params: { ...query, after } });
  }

  case(number: () => number): HttpResourceRef<ModerationCase | undefined> {
    return httpResource<ModerationCase>(() => this.district.path(`/moderation-cases/${number()}`));
  }

  /** Takes a case in hand; again is longer. */
  claim(number: number): Observable<ModerationCase> {
    return this.http.put<ModerationCase>(this.ofCase(number, 'claim'), {});
  }

  release(number: number): Observable<ModerationCase> {
    return this.http.delete<ModerationCase>(this.ofCase(number, 'claim'));
  }

  decide(number: number, decision: DecideCase): Observable<ModerationCase> {
    return this.http.post<ModerationCase>(this.ofCase(number, 'decision'), decision);
  }

  restore(number: number, message: string): Observable<ModerationCase> {
    return this.http.post<ModerationCase>(this.ofCase(number, 'restoration'), { message });
  }

  decideAppeal(number: number, verdict: AppealVerdict, message: string): Observable<ModerationCase> {
    return this.http.post<ModerationCase>(this.ofCase(number, 'appeal-decision'), { verdict, message });
  }

  markSeen(cases: readonly number[]): Observable<{ seen: number }> {
    return this.http.post<{ seen: number }>(this.address('/moderation-cases/seen'), { cases });
  }

  settings(): HttpResourceRef<ModerationSettings | undefined> {
    return httpResource<ModerationSettings>(() => this.district.path('/moderation-settings'));
  }

  readSettings(): Observable<ModerationSettings> {
    return this.http.get<ModerationSettings>(this.address('/moderation-settings'));
  }

  /** `version` is the one that was read: what a colleague saved in between is refused, not overwritten. */
  setSettings(settings: SetModerationSettings): Observable<ModerationSettings> {
    return this.http.put<ModerationSettings>(this.address('/moderation-settings'), settings);
  }

  searchProposals(q: string): Observable<ProposalPage> {
    return this.http.get<ProposalPage>(this.address('/proposals'), {
      params: { state: 'open', limit: PROPOSALS_AT_ONCE, q },
    });
  }

  proposal(number: number): Observable<Proposal> {
    return this.http.get<Proposal>(this.address(`/proposals/${number}`));
  }

  /** Asks both submitters whether the duplicate may go. */
  askMerge(duplicateNumber: number, targetNumber: number, message: string): Observable<MergeRequest> {
    return this.http.post<MergeRequest>(this.address('/merge-requests'), {
      duplicateNumber,
      targetNumber,
      message,
    });
  }

  cancelMerge(merge: string): Observable<MergeRequest> {
    return this.http.delete<MergeRequest>(this.address(`/merge-requests/${merge}`));
  }

  private ofCase(number: number, act: string): string {
    return this.address(`/moderation-cases/${number}/${act}`);
  }

  private address(rest: string): string {
    return this.district.path(rest) ?? '';
  }
}
