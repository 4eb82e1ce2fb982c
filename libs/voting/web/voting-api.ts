import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  Choice,
  Count,
  CountReportList,
  InvalidationList,
  MyVote,
  RoundSummary,
  Standing,
  Standings,
  VotesOverTime,
} from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { map, type Observable } from 'rxjs';

/** Votes, standings and counts of the current district. */
@Injectable({ providedIn: 'root' })
export class VotingApi {
  private readonly http = inject(HttpClient);
  private readonly district = inject(CurrentDistrict);

  standings(limit: number): HttpResourceRef<Standings | undefined> {
    return httpResource<Standings>(() => this.district.path(`/standings?limit=${limit}`));
  }

  /** The front runners once more, as they stand now. */
  standingsNow(limit: number): Observable<Standings> {
    return this.http.get<Standings>(this.district.path(`/standings?limit=${limit}`) ?? '');
  }

  /** The votes of a plan as they stand now. */
  standingNow(number: number): Observable<Standing> {
    return this.http
      .get<Standing>(this.district.path(`/proposals/${number}/standing`) ?? '')
      .pipe(map(({ votesFor, votesAgainst }) => ({ votesFor, votesAgainst })));
  }

  votesOverTime(number: () => number): HttpResourceRef<VotesOverTime | undefined> {
    return httpResource<VotesOverTime>(() => this.district.path(`/proposals/${number()}/votes-over-time`));
  }

  /** Undefined numbers ask nothing: nobody is signed in. */
  myVote(number: () => number | undefined): HttpResourceRef<MyVote | undefined> {
    return httpResource<MyVote>(() => {
      const asked = number();
      return asked === undefined ? undefined : this.district.path(`/proposals/${asked}/my-vote`);
    });
  }

  /** Sets the vote; sending the same choice twice leaves the same vote (PUT). */
  cast(number: number, choice: Choice): Observable<MyVote> {
    return this.http.put<MyVote>(this.voteAddress(number), { choice });
  }

  withdraw(number: number): Observable<MyVote> {
    return this.http.delete<MyVote>(this.voteAddress(number));
  }

  rounds(): HttpResourceRef<{ items: RoundSummary[] } | undefined> {
    return httpResource<{ items: RoundSummary[] }>(() => this.district.path('/rounds'));
  }

  count(round: () => number): HttpResourceRef<Count | undefined> {
    return httpResource<Count>(() => this.district.path(`/rounds/${round()}/count`));
  }

  /** The reports of a round that was counted more than once; undefined asks nothing. */
  reports(round: () => number | undefined): HttpResourceRef<CountReportList | undefined> {
    return httpResource<CountReportList>(() => {
      const asked = round();
      return asked === undefined ? undefined : this.district.path(`/rounds/${asked}/reports`);
    });
  }

  /** Where a report can be downloaded: its text, and the same for paper. */
  reportFile(round: number, version: number, kind: 'text' | 'paper'): string | undefined {
    return this.district.path(`/rounds/${round}/reports/${version}${kind === 'paper' ? '/pdf' : ''}`);
  }

  /** Where calendar programs find the count dates. */
  calendar(): string | undefined {
    return this.district.path('/count-dates-calendar');
  }

  /** Groups of votes that were declared invalid, with the reason; those that were undone too. */
  invalidations(): HttpResourceRef<InvalidationList | undefined> {
    return httpResource<InvalidationList>(() => this.district.path('/invalidations'));
  }

  private voteAddress(number: number): string {
    return this.district.path(`/proposals/${number}/my-vote`) ?? '';
  }
}
