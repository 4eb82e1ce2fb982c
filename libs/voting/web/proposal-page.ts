import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Proposal } from '@buurtstem/contract';
import { argumentSort, Discussion, Statements } from '@buurtstem/discussion-web';
import { ModeratorLook, Report, ReportPictures } from '@buurtstem/discussion-web/deferred';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { pagePath } from '@buurtstem/proposals-domain';
import { CommitteePanel, ProposalHistory, ProposalsApi, SharePanel } from '@buurtstem/proposals-web';
import { OwnerPanel } from '@buurtstem/proposals-web/deferred';
import {
  Chances,
  describePage,
  Failed,
  Icon,
  isMissing,
  kindWords,
  listed,
  lastValue,
  MomentPipe,
  NotFound,
  Notice,
  PageClock,
  Paragraphs,
  PartFailed,
  personName,
  PhotoStrip,
  proposalStateWords,
  PublicAddress,
  type SharedPage,
  Written,
} from '@buurtstem/ui';
import { Ballot } from './ballot';
import { VotesOverTime } from './votes-over-time';

/** One plan with the ballot paper beside it. */
@Component({
  selector: 'bs-proposal-page',
  imports: [
    RouterLink,
    Ballot,
    Chances,
    CommitteePanel,
    Discussion,
    Failed,
    Icon,
    ModeratorLook,
    MomentPipe,
    NotFound,
    Notice,
    OwnerPanel,
    Paragraphs,
    PartFailed,
    PhotoStrip,
    ProposalHistory,
    Report,
    ReportPictures,
    SharePanel,
    Statements,
    VotesOverTime,
    Written,
  ],
  templateUrl: './proposal-page.html',
})
export class ProposalPage {
  readonly number = input.required({ transform: numberAttribute });
  /** The order of the discussion (`?volgorde=`). */
  readonly volgorde = input<string>();
  /** What came of a form that was sent without scripts. */
  readonly melding = input<string>();
  readonly wacht = input<string>();
  /** Which form that was, where it is not the vote. */
  readonly bij = input<string>();

  protected readonly current = inject(CurrentDistrict);
  protected readonly now = inject(PageClock).now();
  protected readonly resource = inject(ProposalsApi).one(this.number);
  private readonly address = inject(PublicAddress);
  private readonly last = lastValue(this.resource);
  /** Never the plan of the address before this one. */
  protected readonly proposal = computed(() => {
    const proposal = this.last();
    return proposal?.number === this.number() ? proposal : null;
  });
  protected readonly returnTo = computed(() => `/${this.current.slug()}/plannen/${this.number()}`);
  protected readonly isArgument = computed(() => this.bij() === 'argument');
  protected readonly sort = computed(() => argumentSort(this.volgorde()));
  protected readonly isMissing = isMissing;

  constructor() {
    describePage(() => {
      const proposal = this.proposal();
      return proposal && { title: proposal.title, description: proposal.summary, ...this.shared(proposal) };
    });
  }

  protected badge(proposal: Proposal): string | null {
    if (proposal.state !== 'open') return proposalStateWords(proposal.state);
    return proposal.kind === 'plan' ? null : kindWords(proposal.kind);
  }

  protected byline(proposal: Proposal): string {
    return $localize`${kindWords(proposal.kind)}:kindWords: van`;
  }

  /** The submitter, and who joined since: "Joris Bakker, Ans Vermeer en Kees". */
  protected submitters({ submitterName, coSubmitters }: Proposal): string {
    return listed([submitterName, ...coSubmitters].map(personName));
  }

  /** Nobody else sees a draft, so nothing asks to share it. */
  private shared({ number, title, standing, pictures, publishedAt }: Proposal): { share?: SharedPage } {
    const district = this.current.slug();
    if (publishedAt === null || district === null) return {};
    const path = pagePath({ district, number });
    const words = $localize`${title}:title:. Stemmen voor: ${standing.votesFor}:votes:.`;
    const photo = pictures[0]?.alt;
    return {
      share: {
        path,
        image: `/api/v1/districts/${district}/proposals/${number}/share-card`,
        imageAlt: photo ? `${words} ${$localize`Foto: ${photo}:photo:.`}` : words,
        embed: `/api/v1/oembed?url=${encodeURIComponent(this.address.of(path))}`,
      },
    };
  }

  protected replace(proposal: Proposal): void {
    this.resource.set(proposal);
  }
}
