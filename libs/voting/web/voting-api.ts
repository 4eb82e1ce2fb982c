import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Choice, Count, InvalidationList, MyVote, RoundSummary, Standings } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import type { Observable } from 'rxjs';

/** Votes, standings and counts of the current district. */
@Injectable({ providedIn: 'root' })
export class VotingApi {
  private readonly http = inject(HttpClient);
  private readonly district = inject(CurrentDistrict);

  standings(limit: number): HttpResourceRef<Standings | undefined> {
    return httpResource<Standings>(() => this.district.path(`/standings?limit=${limit}`));
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

  /** Groups of votes that were declared invalid, with the reason; those that were undone too. */
  invalidations(): HttpResourceRef<InvalidationList | undefined> {
    return httpResource<InvalidationList>(() => this.district.path('/invalidations'));
  }

  private voteAddress(number: number): string {
    return this.district.path(`/proposals/${number}/my-vote`) ?? '';
  }
}
