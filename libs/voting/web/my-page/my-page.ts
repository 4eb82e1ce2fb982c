import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Devices,
  Household,
  Invitations,
  Messages,
  MyData,
  SignInFirst,
  Visitor,
} from '@buurtstem/accounts-web';
import { MergeQuestions, MyDecisions } from '@buurtstem/discussion-web';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Failed, Notice, lastValue } from '@buurtstem/ui';
import { MyPageApi } from './my-page-api';
import { MyPlans } from './my-plans';
import { waitingWords } from './my-vote-words';
import { MyVotes } from './my-votes';
import { NotVoted } from './not-voted';

/** Everything about the visitor in this district, starting with what still has to be done. */
@Component({
  selector: 'bs-my-page',
  imports: [
    RouterLink,
    Devices,
    Failed,
    Household,
    Invitations,
    MergeQuestions,
    Messages,
    MyData,
    MyDecisions,
    MyPlans,
    MyVotes,
    Notice,
    NotVoted,
    SignInFirst,
  ],
  templateUrl: './my-page.html',
})
export class MyPage {
  private readonly notVoted = viewChild(NotVoted);
  protected readonly current = inject(CurrentDistrict);
  protected readonly visitor = inject(Visitor);
  protected readonly resource = inject(MyPageApi).votes();
  private readonly last = lastValue(this.resource);

  protected readonly slug = computed(() => this.current.slug() ?? '');
  protected readonly returnTo = computed(() => `/${this.slug()}/mijn`);
  /** What to say to who just signed out here. */
  protected readonly signedOut = signal<string | null>(null);
  protected readonly votes = computed(() => this.last()?.items ?? null);
  protected readonly heading = computed(() => {
    const name = this.visitor.account()?.displayName?.trim().split(/\s+/)[0];
    return name ? $localize`Dag ${name}:name:, dit zijn uw stemmen` : $localize`Dit zijn uw stemmen`;
  });
  protected readonly waiting = computed(() => {
    const mine = this.last();
    const first = mine?.items.find(({ vote }) => vote.status === 'waiting')?.vote;
    return mine && first ? waitingWords(mine.waiting, first) : null;
  });
  /** One person on one address needs no word about sharing it. */
  protected readonly shares = computed(() => {
    const household = this.visitor.account()?.household;
    return household !== undefined && (household.limit > 1 || household.others.length > 0);
  });

  protected voteChanged(): void {
    this.resource.reload();
    this.notVoted()?.reload();
  }
}
