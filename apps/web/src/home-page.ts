import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AgendaApi } from '@buurtstem/agenda-web';
import type { AgendaItem } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { ProposalsApi } from '@buurtstem/proposals-web';
import { agendaItemBadge, agendaItemSentence } from '@buurtstem/agenda-web';
import {
  counted,
  describePage,
  Icon,
  MomentPipe,
  PageClock,
  Photo,
  ProposalCard,
  RoundPanel,
  roundWords,
  spelled,
  StandingList,
  StateMessage,
  whileVisible,
  Written,
} from '@buurtstem/ui';
import { VotingApi } from '@buurtstem/voting-web';

const WINNERS_SHOWN = 3;
const FRONT_RUNNERS = 5;

/** The district's front door: how long one can vote, how it stands, what became of earlier winners. */
@Component({
  selector: 'bs-home-page',
  imports: [
    RouterLink,
    Icon,
    MomentPipe,
    Photo,
    ProposalCard,
    RoundPanel,
    StandingList,
    StateMessage,
    Written,
  ],
  templateUrl: './home-page.html',
})
export class HomePage {
  protected readonly current = inject(CurrentDistrict);
  protected readonly now = inject(PageClock).now();
  private readonly voting = inject(VotingApi);
  protected readonly standings = this.voting.standings(FRONT_RUNNERS);
  protected readonly today = inject(ProposalsApi).list(() => ({ sort: 'random', limit: 3 }));
  protected readonly agenda = inject(AgendaApi).items();

  protected readonly winners = computed(() =>
    this.agenda.hasValue() ? this.agenda.value().items.slice(0, WINNERS_SHOWN) : [],
  );
  protected readonly plans = computed(() => {
    const open = this.current.value()?.openProposals ?? 0;
    if (open === 0) return $localize`Bekijk de plannen`;
    return open === 1
      ? $localize`Bekijk het plan`
      : $localize`Bekijk alle ${counted(open, $localize`plan`, $localize`plannen`)}:plans:`;
  });
  protected readonly chances = computed(() => {
    const rulebook = this.current.rulebook;
    const chances = rulebook.hasValue() ? rulebook.value().chances : 0;
    return `${spelled(chances)} ${chances === 1 ? $localize`kans` : $localize`kansen`}`;
  });

  constructor() {
    whileVisible(() =>
      this.voting.standingsNow(FRONT_RUNNERS).subscribe({
        next: (standings) => this.standings.set(standings),
        // The numbers stay as they were, and are asked for again.
        error: () => undefined,
      }),
    );
    describePage(() => {
      const district = this.current.value();
      if (!district) return null;
      const { big, small } = roundWords(district.currentRound, this.now);
      return { title: `${big} ${small}` };
    });
  }

  protected badge(item: AgendaItem) {
    return agendaItemBadge(item);
  }

  protected sentence(item: AgendaItem): string {
    return agendaItemSentence(item);
  }
}
