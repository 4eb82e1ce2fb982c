import { Component, computed, input } from '@angular/core';
import { capital, dayAndTime, daysUntil, timeOfDay } from './format/dates';
import { counted } from './format/numbers';

/** The round as the panel needs it. */
export interface PanelRound {
  readonly state: 'planned' | 'open' | 'counted';
  readonly closesAt: string;
}

interface PanelWords {
  readonly big: string;
  readonly small: string;
  readonly sentence: string;
}

/** What the yellow panel says: days left, the last day, counting, or no round. */
export function roundWords(round: PanelRound | null, now: Date): PanelWords {
  if (!round || round.state === 'planned') {
    return {
      big: $localize`Even pauze`,
      small: $localize`er loopt geen ronde`,
      sentence: $localize`U kunt plannen lezen en indienen. Stemmen kan weer als de volgende ronde begint.`,
    };
  }
  const moment = dayAndTime(round.closesAt);
  if (round.state === 'counted' || Date.parse(round.closesAt) <= now.getTime()) {
    return {
      big: $localize`We tellen`,
      small: $localize`de uitslag komt zo`,
      sentence: $localize`Deze ronde stopte ${moment}:moment:. Nieuwe stemmen tellen mee in de volgende ronde.`,
    };
  }
  const left = daysUntil(round.closesAt, now);
  if (left === 0) {
    return {
      big: $localize`Vandaag`,
      small: $localize`om ${timeOfDay(round.closesAt)}:closesAt: tellen we`,
      sentence: $localize`Dit is de laatste dag van deze ronde. U kunt nu nog stemmen.`,
    };
  }
  return {
    big: $localize`Nog ${counted(left, $localize`dag`, $localize`dagen`)}:counted:`,
    small: $localize`om te stemmen`,
    sentence: $localize`${capital(moment)}:moment: tellen we de stemmen van deze ronde.`,
  };
}

/** Holds the page's h1. No ticking clock: a live region that changes by itself disturbs. */
@Component({
  selector: 'bs-round-panel',
  template: `
    <h1 class="bs-round__days">
      {{ words().big }} <small>{{ words().small }}</small>
    </h1>
    <p>{{ words().sentence }}</p>
  `,
  host: { class: 'bs-round' },
})
export class RoundPanel {
  readonly round = input.required<PanelRound | null>();
  readonly now = input.required<Date>();
  protected readonly words = computed(() => roundWords(this.round(), this.now()));
}
