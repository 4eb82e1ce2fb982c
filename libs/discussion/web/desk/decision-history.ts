import { Component, computed, input } from '@angular/core';
import type { ModerationCase } from '@buurtstem/contract';
import { dayAndTime } from '@buurtstem/ui';
import { reasonName } from '../reason-words';
import { nameOf, verdictWords } from './case-words';

/** What was decided on a case, by whom, when, why, and what the author read of it; with the appeal in its place. */
@Component({
  selector: 'bs-decision-history',
  template: `<h2 i18n id="verloop">Wat is er besloten?</h2>
    <ol class="bs-rows">
      @for (event of events(); track $index) {
        <li>
          <h3>{{ event.what }}</h3>
          <p class="bs-meta">{{ event.who }}, {{ event.when }}</p>
          @if (event.reason; as reason) {
            <p i18n>Reden: {{ reason }}</p>
          }
          @if (event.text; as text) {
            <blockquote class="bs-note bs-pre">{{ text }}</blockquote>
          }
        </li>
      }
    </ol>`,
  host: { class: 'bs-stack bs-stack--s', role: 'region', 'aria-labelledby': 'verloop' },
})
export class DecisionHistory {
  readonly case = input.required<ModerationCase>();

  protected readonly events = computed(() => {
    const { decisions, appeal } = this.case();
    const events = decisions.map(({ verdict, reason, message, decidedBy, decidedAt }) => ({
      at: decidedAt,
      what: verdictWords(verdict),
      who: nameOf(decidedBy),
      reason: reason === null ? null : reasonName(reason),
      text: message,
    }));
    const filed = appeal && {
      at: appeal.filedAt,
      what: $localize`Bezwaar van de schrijver`,
      who: $localize`De schrijver`,
      reason: null,
      text: appeal.text,
    };
    return [...events, ...(filed ? [filed] : [])]
      .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
      .map((event) => ({ ...event, when: dayAndTime(event.at) }));
  });
}
