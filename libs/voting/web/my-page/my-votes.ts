import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MyVoteOnProposal, Receipt } from '@buurtstem/contract';
import { choiceWords, failureOf, failureWords, Icon, Notice, Photo } from '@buurtstem/ui';
import { VotingApi } from '../voting-api';
import { MyPageApi } from './my-page-api';
import { badgeOf, explanationOf, planWords } from './my-vote-words';
import { VoteReceipt } from './vote-receipt';

/** Every vote with how it stands, its receipt, and the button that takes it back. */
@Component({
  selector: 'bs-my-votes',
  imports: [RouterLink, Icon, Notice, Photo, VoteReceipt],
  templateUrl: './my-votes.html',
  host: { class: 'bs-stack', role: 'region', 'aria-labelledby': 'stemmen' },
})
export class MyVotes {
  protected readonly planWords = planWords;
  readonly votes = input.required<readonly MyVoteOnProposal[]>();
  readonly district = input.required<string>();
  readonly changed = output();

  private readonly api = inject(VotingApi);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly receipts = inject(MyPageApi).receipts();
  private readonly byPlan = computed(() => {
    const all = this.receipts.hasValue() ? this.receipts.value().items : [];
    const byPlan = new Map<number, Receipt[]>();
    for (const receipt of all) {
      byPlan.set(receipt.proposalNumber, [...(byPlan.get(receipt.proposalNumber) ?? []), receipt]);
    }
    return byPlan;
  });
  /** Receipts of plans that one no longer has a vote on: they stay to be seen. */
  protected readonly takenBack = computed(() => {
    const voted = new Set(this.votes().map(({ proposal }) => proposal.number));
    return [...this.byPlan().values()].filter(([receipt]) => receipt && !voted.has(receipt.proposalNumber));
  });
  protected readonly said = signal<string | null>(null);
  protected readonly failure = signal<string | null>(null);
  private sending = false;

  protected readonly badge = badgeOf;
  protected readonly choiceWords = choiceWords;

  protected explanation({ vote }: MyVoteOnProposal): string | null {
    return explanationOf(vote);
  }

  protected receiptsOf({ proposal }: MyVoteOnProposal): readonly Receipt[] {
    return this.byPlan().get(proposal.number) ?? [];
  }

  /** An invalid vote stays as it is, and the votes on a closed plan too. */
  protected canWithdraw({ proposal, vote }: MyVoteOnProposal): boolean {
    return proposal.state === 'open' && vote.status !== 'invalid';
  }

  protected withdraw({ proposal }: MyVoteOnProposal): void {
    if (this.sending) return;
    this.sending = true;
    this.said.set(null);
    this.failure.set(null);
    this.api.withdraw(proposal.number).subscribe({
      next: () => {
        this.sending = false;
        this.said.set($localize`Uw stem op ‘${proposal.title}:title:’ is ingetrokken.`);
        this.receipts.reload();
        this.changed.emit();
        // The button that was pressed disappears with its row.
        this.heading().nativeElement.focus();
      },
      error: (error: unknown) => {
        this.sending = false;
        this.failure.set(
          $localize`Uw stem op ‘${proposal.title}:title:’ is niet veranderd. ${failureWords(failureOf(error))}:failureWords:`,
        );
      },
    });
  }
}
