import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Proposal } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Discussion, OwnerPanel, ProposalHistory, ProposalsApi } from '@buurtstem/proposals-web';
import {
  Chances,
  describePage,
  Failed,
  Icon,
  isMissing,
  kindWords,
  lastValue,
  MomentPipe,
  NotFound,
  PageClock,
  Paragraphs,
  personName,
  Photo,
  proposalStateWords,
} from '@buurtstem/ui';
import { Ballot } from './ballot';

/** One plan with the ballot paper beside it. */
@Component({
  selector: 'bs-proposal-page',
  imports: [
    RouterLink,
    Ballot,
    Chances,
    Discussion,
    Failed,
    Icon,
    MomentPipe,
    NotFound,
    OwnerPanel,
    Paragraphs,
    Photo,
    ProposalHistory,
  ],
  templateUrl: './proposal-page.html',
})
export class ProposalPage {
  readonly number = input.required({ transform: numberAttribute });

  protected readonly current = inject(CurrentDistrict);
  protected readonly now = inject(PageClock).now();
  protected readonly resource = inject(ProposalsApi).one(this.number);
  private readonly last = lastValue(this.resource);
  /** Never the plan of the address before this one. */
  protected readonly proposal = computed(() => {
    const proposal = this.last();
    return proposal?.number === this.number() ? proposal : null;
  });
  protected readonly returnTo = computed(() => `/${this.current.slug()}/plannen/${this.number()}`);
  protected readonly isMissing = isMissing;
  protected readonly personName = personName;

  constructor() {
    describePage(() => {
      const proposal = this.proposal();
      return proposal && { title: proposal.title, description: proposal.summary };
    });
  }

  protected badge(proposal: Proposal): string | null {
    if (proposal.state !== 'open') return proposalStateWords(proposal.state);
    return proposal.kind === 'plan' ? null : kindWords(proposal.kind);
  }

  protected byline(proposal: Proposal): string {
    return `${kindWords(proposal.kind)} van`;
  }

  protected replace(proposal: Proposal): void {
    this.resource.set(proposal);
  }
}
