import { Component, computed, input } from '@angular/core';
import type { Chance, ProposalEvent } from '@buurtstem/contract';
import { dateInFull, dayAndTime, proposalStateWords } from '@buurtstem/ui';

const FIRST_WORDS: Readonly<Record<string, string>> = {
  open: $localize`Plan geplaatst`,
  won: $localize`Plan gewonnen`,
};

/** What happened with a plan, oldest first, and the count that comes next. */
@Component({
  selector: 'bs-proposal-history',
  template: `<section class="bs-stack" aria-labelledby="verloop">
    <h2 i18n id="verloop">Verloop</h2>
    <ol class="bs-line">
      @for (step of steps(); track $index) {
        <li [class.is-next]="step.toCome">
          <strong>{{ step.words }}</strong><br /><span class="bs-meta">{{ step.when }}</span>
          @if (step.reason) {
            <p>{{ step.reason }}</p>
          }
        </li>
      }
    </ol>
  </section>`,
})
export class ProposalHistory {
  readonly events = input.required<readonly ProposalEvent[]>();
  readonly chances = input.required<readonly Chance[]>();
  readonly isOpen = input.required<boolean>();

  protected readonly steps = computed(() => {
    const past = this.events()
      .filter((event) => event.toState !== 'draft')
      .map((event) => ({
        words: FIRST_WORDS[event.toState] ?? proposalStateWords(event.toState),
        when: dateInFull(event.at),
        reason: event.reason,
        toCome: false,
      }));
    const next = this.isOpen() ? this.chances().find(({ state }) => state !== 'used') : undefined;
    return next
      ? [
          ...past,
          { words: $localize`Volgende telling`, when: dayAndTime(next.closesAt), reason: '', toCome: true },
        ]
      : past;
  });
}
