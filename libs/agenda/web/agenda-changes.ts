import { Component, computed, input } from '@angular/core';
import type { AgendaChange } from '@buurtstem/contract';
import { capital, dateInFull, Icon } from '@buurtstem/ui';
import { changeWords } from './agenda-words';

/** How a winner came onto its agenda and moved since: what nobody chose has no reason, all the rest has. */
@Component({
  selector: 'bs-agenda-changes',
  imports: [Icon],
  template: `@if (byRuleAlone(); as words) {
      <p class="bs-meta bs-with-icon">
        <bs-icon name="lock" /><span>{{ words }}</span>
      </p>
    } @else if (lines().length > 0) {
      <details class="bs-filter">
        <summary>
          <span i18n
            >Hoe kwam dit op de agenda?<span class="bs-hidden"> ({{ title() }})</span></span
          >
        </summary>
        <ol class="bs-filter__body bs-line">
          @for (line of lines(); track $index) {
            <li>
              <p>
                <strong>{{ line.when }}</strong><br />{{ line.what }}
              </p>
              @if (line.reason) {
                <p class="bs-note bs-pre">{{ line.reason }}</p>
              } @else if (line.isByRule) {
                <p class="bs-meta bs-with-icon">
                  <bs-icon name="lock" /><span i18n>Ging vanzelf, door de spelregels.</span>
                </p>
              }
            </li>
          }
        </ol>
      </details>
    }`,
})
export class AgendaChanges {
  readonly changes = input.required<readonly AgendaChange[]>();
  /** Of the plan, for who hears the summary without its place. */
  readonly title = input.required<string>();

  /** Where nobody chose anything, one line says it all. */
  protected readonly byRuleAlone = computed(() => {
    const [only, ...others] = this.changes();
    return only && others.length === 0 && only.verb === 'scheduled' && only.to
      ? $localize`Kwam hier vanzelf door de telling, op ${dateInFull(only.changedAt)}:changedAt:.`
      : null;
  });
  protected readonly lines = computed(() =>
    this.changes().map((change) => ({
      when: capital(dateInFull(change.changedAt)),
      what: changeWords(change),
      reason: change.reason,
      isByRule: change.verb === 'scheduled' || change.verb === 'superseded',
    })),
  );
}
