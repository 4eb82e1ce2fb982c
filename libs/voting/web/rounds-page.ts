import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { dateShort, Failed, monthInFull, MomentPipe, PageClock, StateMessage } from '@buurtstem/ui';
import type { RoundSummary } from '@buurtstem/contract';
import { VotingApi } from './voting-api';

const PLANNED_SHOWN = 2;

/** The round that runs, every count that was published, newest first, and the next count dates. */
@Component({
  selector: 'bs-rounds-page',
  imports: [RouterLink, Failed, MomentPipe, StateMessage],
  templateUrl: './rounds-page.html',
})
export class RoundsPage {
  protected readonly current = inject(CurrentDistrict);
  protected readonly rounds = inject(VotingApi).rounds();
  private readonly now = inject(PageClock).now();

  private readonly all = computed(() => (this.rounds.hasValue() ? this.rounds.value().items : []));
  /** Years of count dates may be planned; only the nearest say something. */
  protected readonly groups = computed(() => {
    const is = (state: RoundSummary['state']) => this.all().filter((round) => round.state === state);
    return [
      { heading: 'Deze ronde', rounds: is('open') },
      { heading: 'Geteld', rounds: is('counted') },
      { heading: 'Hierna', rounds: is('planned').reverse().slice(0, PLANNED_SHOWN) },
    ].filter(({ rounds }) => rounds.length > 0);
  });

  protected day(round: RoundSummary): string {
    return dateShort(round.closesAt).split('\u00a0')[0] ?? '';
  }

  protected month(round: RoundSummary): string {
    return dateShort(round.closesAt).split('\u00a0')[1] ?? '';
  }

  protected name(round: RoundSummary): string {
    return monthInFull(round.closesAt);
  }

  protected isCounting(round: RoundSummary): boolean {
    return Date.parse(round.closesAt) <= this.now.getTime();
  }
}
