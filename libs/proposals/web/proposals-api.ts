import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  DistrictMap,
  PinList,
  Place,
  Proposal,
  ProposalKind,
  ProposalPage,
  SimilarProposalList,
} from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import type { Observable } from 'rxjs';

export interface ProposalText {
  kind: ProposalKind;
  title: string;
  summary: string;
  body: string;
  neighbourhood: string | null;
  theme: string | null;
  place: Place | null;
}

/** What leaves plans out, named as in the address of the page and of the API. */
export interface ProposalFilters {
  state?: string;
  kind?: string;
  neighbourhood?: string;
  theme?: string;
  q?: string;
}

export interface ProposalQuery extends ProposalFilters {
  sort?: 'votes' | 'newest' | 'random';
  limit?: number;
  after?: string;
}

/** Plans of the current district. */
@Injectable({ providedIn: 'root' })
export class ProposalsApi {
  private readonly http = inject(HttpClient);
  private readonly district = inject(CurrentDistrict);

  list(query: () => ProposalQuery): HttpResourceRef<ProposalPage | undefined> {
    return httpResource<ProposalPage>(() => {
      const url = this.district.path('/proposals');
      return url ? { url, params: withoutEmpty(query()) } : undefined;
    });
  }

  /** Without a zoom there is no map yet, and nothing is asked. */
  pins(query: () => (ProposalFilters & { zoom: number }) | undefined): HttpResourceRef<PinList | undefined> {
    return httpResource<PinList>(() => {
      const [url, asked] = [this.district.path('/proposal-pins'), query()];
      return url && asked ? { url, params: withoutEmpty(asked) } : undefined;
    });
  }

  map(isNeeded: () => boolean): HttpResourceRef<DistrictMap | undefined> {
    return httpResource<DistrictMap>(() => (isNeeded() ? this.district.path('/map') : undefined));
  }

  /** An undefined number asks nothing. */
  one(number: () => number | undefined): HttpResourceRef<Proposal | undefined> {
    return httpResource<Proposal>(() => {
      const asked = number();
      return asked === undefined ? undefined : this.district.path(`/proposals/${asked}`);
    });
  }

  /** The same once, for who does not go on showing it. */
  read(number: number): Observable<Proposal> {
    return this.http.get<Proposal>(this.address(`/proposals/${number}`));
  }

  /** Public plans that are like what somebody is writing. */
  similar(text: string): Observable<SimilarProposalList> {
    return this.http.get<SimilarProposalList>(this.address('/similar-proposals'), { params: { text } });
  }

  saveDraft(text: ProposalText): Observable<Proposal> {
    return this.http.post<Proposal>(this.address('/proposals'), text);
  }

  /** `version` is the one that was read: a change made elsewhere in between is refused, not overwritten. */
  edit(number: number, text: ProposalText & { version: number }): Observable<Proposal> {
    return this.http.patch<Proposal>(this.address(`/proposals/${number}`), text);
  }

  publish(number: number): Observable<Proposal> {
    return this.http.post<Proposal>(this.address(`/proposals/${number}/publication`), {});
  }

  withdraw(number: number, reason: string): Observable<Proposal> {
    return this.http.post<Proposal>(this.address(`/proposals/${number}/withdrawal`), { reason });
  }

  addNote(number: number, text: string): Observable<Proposal> {
    return this.http.post<Proposal>(this.address(`/proposals/${number}/notes`), { text });
  }

  private address(rest: string): string {
    return this.district.path(rest) ?? '';
  }
}

function withoutEmpty(query: ProposalQuery & { zoom?: number }): Record<string, string | number> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));
}
