import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  DryRun,
  PaperVote,
  PaperVoteChecksMade,
  PaperVotesEntered,
  PaperVoteToEnter,
  ProposalPage,
  VoteBatch,
  VoteBatchList,
  VoteCriteria,
  VoteSignalList,
} from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import type { Observable } from 'rxjs';

/** The most that the list of proposals gives at once. */
const PROPOSALS_AT_ONCE = 50;

/** What the clerk's desks read and write in the current district. */
@Injectable({ providedIn: 'root' })
export class DeskApi {
  private readonly http = inject(HttpClient);
  private readonly district = inject(CurrentDistrict);

  signals(): HttpResourceRef<VoteSignalList | undefined> {
    return httpResource<VoteSignalList>(() => this.district.path('/vote-signals'));
  }

  batches(): HttpResourceRef<VoteBatchList | undefined> {
    return httpResource<VoteBatchList>(() => this.district.path('/vote-batches'));
  }

  batch(number: () => number): HttpResourceRef<VoteBatch | undefined> {
    return httpResource<VoteBatch>(() => this.district.path(`/vote-batches/${number()}`));
  }

  /** Undefined asks nothing: where there is nothing to decide, nobody need know what it would change. */
  dryRun(number: () => number | undefined): HttpResourceRef<DryRun | undefined> {
    return httpResource<DryRun>(() => {
      const asked = number();
      return asked === undefined ? undefined : this.district.path(`/vote-batches/${asked}/dry-run`);
    });
  }

  hold(proposalNumber: number, criteria: VoteCriteria, note: string): Observable<VoteBatch> {
    return this.http.post<VoteBatch>(this.address('/vote-batches'), { proposalNumber, criteria, note });
  }

  propose(batch: number, reason: string): Observable<VoteBatch> {
    return this.http.post<VoteBatch>(this.ofBatch(batch, 'invalidation-proposal'), { reason });
  }

  /** `votes` as in the dry run that was seen: another number is refused. */
  invalidate(batch: number, votes: number): Observable<VoteBatch> {
    return this.http.post<VoteBatch>(this.ofBatch(batch, 'invalidation'), { votes });
  }

  release(batch: number, reason: string): Observable<VoteBatch> {
    return this.http.post<VoteBatch>(this.ofBatch(batch, 'release'), { reason });
  }

  reinstate(batch: number, reason: string): Observable<VoteBatch> {
    return this.http.post<VoteBatch>(this.ofBatch(batch, 'reinstatement'), { reason });
  }

  openProposals(): HttpResourceRef<ProposalPage | undefined> {
    return httpResource<ProposalPage>(() => {
      const url = this.district.path('/proposals');
      return url ? { url, params: { state: 'open', limit: PROPOSALS_AT_ONCE } } : undefined;
    });
  }

  checkPaper(proposal: number, votes: readonly PaperVote[]): Observable<PaperVoteChecksMade> {
    return this.http.post<PaperVoteChecksMade>(this.address(`/proposals/${proposal}/paper-vote-checks`), {
      votes,
    });
  }

  enterPaper(
    proposal: number,
    sheet: string,
    votes: readonly PaperVoteToEnter[],
  ): Observable<PaperVotesEntered> {
    return this.http.post<PaperVotesEntered>(this.address(`/proposals/${proposal}/paper-votes`), {
      sheet,
      votes,
    });
  }

  private ofBatch(batch: number, act: string): string {
    return this.address(`/vote-batches/${batch}/${act}`);
  }

  private address(rest: string): string {
    return this.district.path(rest) ?? '';
  }
}
