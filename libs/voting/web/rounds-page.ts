import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { countRuleWords, CurrentDistrict, recessWords } from '@buurtstem/districts-web';
import {
  capital,
  dateInFull,
  dateShort,
  dayInFull,
  Failed,
  Icon,
  monthInFull,
  MomentPipe,
  PageClock,
  StateMessage,
  timeOfDay,
} from '@buurtstem/ui';
import type { RoundSummary } from '@buurtstem/contract';
import { VotingApi } from './voting-api';

const YEAR_MS = 366 * 86_400_000;

/** The round that runs, every count that was published, newest first, and the next count dates. */
@Component({
  selector: 'bs-rounds-page',
  imports: [RouterLink, Failed, Icon, MomentPipe, StateMessage],
  templateUrl: './rounds-page.html',
})
export class RoundsPage {
  protected readonly current = inject(CurrentDistrict);
  private readonly api = inject(VotingApi);
  protected readonly rounds = this.api.rounds();
  private readonly now = inject(PageClock).now();

  private readonly all = computed(() => (this.rounds.hasValue() ? this.rounds.value().items : []));
  protected readonly groups = computed(() => {
    const is = (state: RoundSummary['state']) => this.all().filter((round) => round.state === state);
    return [
      { heading: $localize`Deze ronde`, rounds: is('open') },
      { heading: $localize`Geteld`, rounds: is('counted') },
    ].filter(({ rounds }) => rounds.length > 0);
  });
  /** The count dates of the year ahead, the nearest first; the open round is among them. */
  protected readonly ahead = computed(() =>
    this.all()
      .filter(({ state, closesAt }) => {
        const left = Date.parse(closesAt) - this.now.getTime();
        return state !== 'counted' && left > 0 && left <= YEAR_MS;
      })
      .reverse()
      .map((round) => ({
        ...round,
        words: $localize`${capital(dayInFull(round.closesAt))}:closesAt: ${yearOf(round.closesAt)}:yearOf: om ${timeOfDay(round.closesAt)}:time:`,
      })),
  );
  /** "We tellen elke tweede dinsdag …", and when not. */
  protected readonly rule = computed(() => {
    if (!this.current.rulebook.hasValue()) return [];
    const { countRule, recess } = this.current.rulebook.value();
    return [
      $localize`We tellen ${countRuleWords(countRule)}:countRuleWords:.`,
      ...(recess.length > 0 ? [recessWords(recess)] : []),
    ];
  });

  protected calendar(): string | undefined {
    return this.api.calendar();
  }

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

/** The year on the wall: New Year is an hour earlier in Amsterdam than in UTC. */
function yearOf(moment: string): string {
  return dateInFull(moment).slice(-4);
}
