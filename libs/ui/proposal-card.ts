import { Written } from './format/written';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Bar } from './bar';
import { counted, thresholdWords } from './format/numbers';
import { WholePipe } from './format/pipes';
import { Icon } from './icon';
import { Photo, type PhotoPicture } from './photo';
import { proposalStateWords } from './words/states';

/** A plan as a card needs it. */
export interface CardProposal {
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly neighbourhood: { readonly name: string } | null;
  readonly chancesLeft: number;
  readonly picture: PhotoPicture | null;
  readonly standing: { readonly votesFor: number; readonly votesAgainst: number };
  readonly argumentCount: number;
}

/** A photo with text under it; one link, on the title, whose target is the whole card. */
@Component({
  selector: 'bs-proposal-card',
  imports: [RouterLink, Bar, Icon, Photo, WholePipe, Written],
  templateUrl: './proposal-card.html',
})
export class ProposalCard {
  readonly proposal = input.required<CardProposal>();
  readonly district = input.required<string>();
  readonly threshold = input.required<number>();

  protected readonly scale = computed(() => Math.max(this.threshold(), 1));
  protected readonly badge = computed(() => {
    const { state, chancesLeft } = this.proposal();
    if (state !== 'open') return { words: proposalStateWords(state), kind: 'bs-badge--quiet' };
    return chancesLeft === 1 ? { words: $localize`Laatste kans`, kind: 'bs-badge--round' } : null;
  });
  protected readonly needed = computed(() =>
    thresholdWords(this.proposal().standing.votesFor, this.threshold()),
  );
  protected readonly reactions = computed(() =>
    counted(this.proposal().argumentCount, $localize`reactie`, $localize`reacties`),
  );
}
