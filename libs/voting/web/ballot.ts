import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Visitor } from '@buurtstem/accounts-web';
import type { Choice, MyVote, Proposal, Standing } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  closedReason,
  type Failure,
  failureOf,
  failureSaid,
  PageClock,
  VoteBox,
  whileVisible,
} from '@buurtstem/ui';
import type { Observable } from 'rxjs';
import { ChosenVoteMemory } from './chosen-vote';
import { VotingApi } from './voting-api';

/** What the address of the page says after a vote was withdrawn without scripts. */
const WITHDRAWN = 'ingetrokken';

/** The visitor's vote on one plan: holds the state, the box only shows it. */
@Component({
  selector: 'bs-ballot',
  imports: [VoteBox],
  template: `<bs-vote-box
    [signedIn]="visitor.isSignedIn()"
    [vote]="vote()"
    [votesFor]="standing().votesFor"
    [votesAgainst]="standing().votesAgainst"
    [threshold]="threshold()"
    [district]="current.value()?.name ?? ''"
    [returnTo]="returnTo()"
    [identityPage]="identityPage()"
    [now]="now"
    [closesAt]="closesAt()"
    [rank]="proposal().rank"
    [outOf]="proposal().openCount"
    [closed]="closed()"
    [sending]="sending()"
    [failure]="failure()"
    [withdrawn]="withdrawn()"
    [mayRetry]="lastTry() !== null"
    (choose)="cast($event)"
    (withdraw)="withdraw()"
    (again)="sendAgain()"
  />`,
})
export class Ballot {
  readonly proposal = input.required<Proposal>();
  /** What came of a vote that was sent without scripts, as the address of the page says (`?melding=`, `?wacht=`). */
  readonly said = input<string>();
  readonly wait = input<string>();

  private readonly api = inject(VotingApi);
  private readonly router = inject(Router);
  private readonly chosen = inject(ChosenVoteMemory);
  protected readonly visitor = inject(Visitor);
  protected readonly current = inject(CurrentDistrict);
  protected readonly now = inject(PageClock).now();

  private readonly number = computed(() => this.proposal().number);
  private readonly isDraft = computed(() => this.proposal().state === 'draft');
  private readonly myVote = this.api.myVote(() =>
    this.visitor.isSignedIn() && !this.isDraft() ? this.number() : undefined,
  );
  protected readonly vote = computed(() => (this.myVote.hasValue() ? this.myVote.value() : null));
  /** As the plan said, and moved at once by the own vote: the shared number is cached for a moment. */
  protected readonly standing = linkedSignal<Standing>(() => this.proposal().standing);

  protected readonly threshold = computed(() =>
    this.current.rulebook.hasValue() ? this.current.rulebook.value().threshold : 0,
  );
  protected readonly closesAt = computed(
    () => this.proposal().chances.find(({ state }) => state === 'now')?.closesAt ?? null,
  );
  protected readonly closed = computed(() => {
    const { state, chances } = this.proposal();
    return closedReason(state, chances.filter((chance) => chance.state === 'used').length);
  });
  protected readonly returnTo = computed(() => `/${this.current.slug()}/plannen/${this.number()}`);
  protected readonly identityPage = computed(() => `/${this.current.slug()}/bevestigen`);

  protected readonly sending = signal(false);
  protected readonly failure = linkedSignal<Failure | null>(() => {
    const said = this.said();
    return said === undefined || said === WITHDRAWN ? null : failureSaid(said, this.wait());
  });
  /** Anybody can write an address: only where there is no vote is it said that one was withdrawn. */
  protected readonly withdrawn = linkedSignal(
    () => this.said() === WITHDRAWN && this.myVote.hasValue() && this.myVote.value().choice === null,
  );
  private sent = 0;
  protected readonly lastTry = signal<(() => void) | null>(null);

  constructor() {
    whileVisible(() => this.refresh());
    // The choice made before signing in is cast as soon as it is known who the visitor is.
    effect(() => {
      if (!this.visitor.isSignedIn() || this.closed()) return;
      const choice = this.chosen.take(this.returnTo());
      if (choice) untracked(() => this.cast(choice));
    });
  }

  protected cast(choice: Choice): void {
    if (!this.visitor.isSignedIn()) return this.signInFirst(choice);
    this.lastTry.set(() => this.cast(choice));
    this.send(this.api.cast(this.number(), choice), choice);
  }

  protected withdraw(): void {
    this.lastTry.set(() => this.withdraw());
    this.send(this.api.withdraw(this.number()), null);
  }

  protected sendAgain(): void {
    this.lastTry()?.();
  }

  /** The votes of the neighbours since; an answer that was under way while the visitor voted says less than the vote's. */
  private refresh(): void {
    if (this.closed() || this.isDraft() || this.sending()) return;
    const sent = this.sent;
    this.api.standingNow(this.number()).subscribe({
      next: (standing) => {
        if (sent === this.sent) this.standing.set(standing);
      },
      // The numbers stay as they were, and are asked for again.
      error: () => undefined,
    });
  }

  private send(request: Observable<MyVote>, wish: Choice | null): void {
    this.sent += 1;
    this.sending.set(true);
    this.failure.set(null);
    this.withdrawn.set(false);
    request.subscribe({
      next: (vote) => {
        this.standing.update((standing) => moved(standing, this.vote(), vote));
        this.myVote.set(vote);
        this.withdrawn.set(wish === null);
        this.sending.set(false);
      },
      error: (error: unknown) => {
        this.sending.set(false);
        const failure = failureOf(error);
        if (failure.code === 'sign-in-first' && wish) return this.signInFirst(wish);
        this.failure.set(failure);
      },
    });
  }

  private signInFirst(choice: Choice): void {
    this.chosen.keep({ plan: this.returnTo(), choice });
    void this.router.navigate(['/inloggen'], { queryParams: { terug: this.returnTo() } });
  }
}

/** The standing after the visitor's own vote changed from one to the other; votes that do not count change nothing. */
export function moved(standing: Standing, from: MyVote | null | undefined, to: MyVote): Standing {
  const counted = (vote: MyVote | null | undefined, choice: Choice) =>
    vote?.choice === choice && vote.status === 'counts' ? 1 : 0;
  return {
    votesFor: standing.votesFor - counted(from, 'for') + counted(to, 'for'),
    votesAgainst: standing.votesAgainst - counted(from, 'against') + counted(to, 'against'),
  };
}
