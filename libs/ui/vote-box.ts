import { Component, computed, type ElementRef, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from './icon';
import { Notice } from './notice';
import { fromNow } from './format/dates';
import { LANGUAGE_PATH } from './format/language';
import { whole } from './format/numbers';
import { Tally } from './tally';
import {
  type BallotChoice,
  type BallotVote,
  identityAction,
  voteFailure,
  voteHeading,
  voteNotice,
} from './vote-words';
import { takeOver } from './platform/take-over';
import type { Failure } from './words/problem';
import { choiceWords } from './words/states';

/**
 * The ballot paper of one plan. Two buttons that are pressed or not, never a toggle: pressing the same choice again sends
 * the same vote again. They are submit buttons of a form, so that they also work before any script runs: signed in it
 * posts the vote, signed out it leads to the sign-in page, and the frame of the page keeps the choice
 * (`data-chosen-for`). The buttons stay the same elements in every state: the focus stays where it was.
 */
@Component({
  selector: 'bs-vote-box',
  imports: [RouterLink, Icon, Notice, Tally],
  templateUrl: './vote-box.html',
})
export class VoteBox {
  readonly signedIn = input.required<boolean>();
  /** The visitor's vote; null when signed out or not known yet. */
  readonly vote = input.required<BallotVote | null>();
  readonly votesFor = input.required<number>();
  readonly votesAgainst = input.required<number>();
  readonly threshold = input.required<number>();
  readonly district = input.required<string>();
  /** The address of the plan, to come back to after signing in. */
  readonly returnTo = input.required<string>();
  readonly now = input.required<Date>();
  /** The page that proves who one is; null where none leads to it. */
  readonly identityPage = input<string | null>(null);
  /** When the running round is counted; null when none is running. */
  readonly closesAt = input<string | null>(null);
  readonly rank = input<number | null>(null);
  readonly outOf = input<number | null>(null);
  /** Why one can no longer vote; null while the plan is open. */
  readonly closed = input<string | null>(null);
  readonly sending = input(false);
  readonly failure = input<Omit<Failure, 'fields'> | null>(null);
  readonly withdrawn = input(false);
  /** Whether what failed can be sent again from here; what a form sent without scripts cannot. */
  readonly mayRetry = input(true);

  readonly choose = output<BallotChoice>();
  readonly withdraw = output();
  readonly again = output();

  private readonly buttons = viewChild<ElementRef<HTMLElement>>('choices');

  protected readonly heading = computed(() =>
    this.closed() ? $localize`Stemmen is gesloten` : voteHeading(this.vote()),
  );
  protected readonly notice = computed(() =>
    this.closed() ? null : voteNotice(this.vote(), this.district()),
  );
  protected readonly failed = computed(() => {
    const failure = this.failure();
    return failure === null ? null : voteFailure(failure);
  });
  protected readonly countdown = computed(() => {
    const closesAt = this.closesAt();
    if (this.closed() || this.vote()?.choice || closesAt === null) return null;
    return Date.parse(closesAt) > this.now().getTime()
      ? $localize`De telling is ${fromNow(closesAt, this.now())}:fromNow:`
      : null;
  });
  protected readonly votedWords = computed(() => {
    const choice = this.vote()?.choice;
    return choice ? $localize`U stemde ${choiceWords(choice)}:choiceWords:.` : null;
  });
  /** What the link to that page says; null when the vote does not wait for it. */
  protected readonly identityWords = computed(() => {
    const vote = this.vote();
    return vote?.status === 'waiting' && !this.closed() ? identityAction(vote.neededLevel) : null;
  });
  /** An invalid vote stays as it is: buttons that always refuse would only mislead. */
  protected readonly mayChoose = computed(() => !this.closed() && this.vote()?.status !== 'invalid');
  /** A vote that waits or is held is not in the number. */
  protected readonly tallyNote = computed(() => {
    const status = this.vote()?.status;
    return !this.closed() && (status === 'waiting' || status === 'held')
      ? $localize`Uw stem zit nog niet in dit getal.`
      : this.closed()
        ? finalWords(this.votesFor(), this.threshold())
        : null;
  });
  protected readonly hint = computed(() => {
    if (this.vote()?.choice) return null;
    return this.signedIn()
      ? $localize`U kunt uw stem later nog veranderen of intrekken.`
      : $localize`U logt daarna één keer in. U kunt uw stem later nog veranderen of intrekken.`;
  });

  protected readonly voteAddress = computed(() => `${LANGUAGE_PATH}/formulier${this.returnTo()}/stem`);
  protected readonly signInAddress = `${LANGUAGE_PATH}/inloggen`;
  /** Signed out the choice has no name, and so goes into no address: a link could otherwise vote for somebody. */
  protected readonly fieldName = computed(() => (this.signedIn() ? 'choice' : null));

  protected isPressed(choice: BallotChoice): boolean {
    return this.vote()?.choice === choice;
  }

  protected pick(choice: BallotChoice, event: Event): void {
    if (takeOver(event) && !this.sending()) this.choose.emit(choice);
  }

  protected retry(): void {
    // The button that was pressed disappears together with the message.
    this.buttons()?.nativeElement.querySelector<HTMLElement>('button')?.focus();
    this.again.emit();
  }

  protected takeBack(event: Event): void {
    if (!takeOver(event) || this.sending()) return;
    // The button that was pressed disappears; the choices are the next thing to do.
    this.buttons()?.nativeElement.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    this.withdraw.emit();
  }
}

function finalWords(votesFor: number, threshold: number): string {
  return votesFor >= threshold
    ? $localize`Eindstand: genoeg stemmen om te kunnen winnen.`
    : $localize`Eindstand: ${whole(threshold - votesFor)}:threshold: te weinig om te kunnen winnen.`;
}
