import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CountExclusion, CountLine } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { counted, MomentPipe } from '@buurtstem/ui';
import { VotingApi } from './voting-api';

/**
 * Groups of votes on the plans of a count that were declared invalid since, or of which that was undone: how many, and
 * why. What the count itself left out stands in its report already.
 */
@Component({
  selector: 'bs-invalidations',
  imports: [RouterLink, MomentPipe],
  template: `@if (resource.error()) {
      <h2 i18n id="ongeldig">Ongeldig verklaard</h2>
      <p i18n>Wij kunnen dit nu niet laten zien.</p>
    } @else if (items().length > 0) {
      <h2 i18n id="ongeldig">Ongeldig verklaard</h2>
      <p i18n class="bs-text">
        Twee medewerkers samen kunnen stemmen ongeldig verklaren. De reden staat erbij. Zo’n besluit kan
        worden teruggedraaid.
      </p>
      <ul class="bs-rows">
        @for (item of items(); track item.number) {
          <li>
            @if (item.proposal.title) {
              <p i18n>
                <strong>{{ votes(item.votes) }}</strong> op
                <a [routerLink]="['/', current.slug(), 'plannen', item.proposal.number]">{{
                  item.proposal.title
                }}</a>, op {{ item.decidedAt | moment: 'date' }}.
              </p>
            } @else {
              <p i18n>
                <strong>{{ votes(item.votes) }}</strong> op een verborgen plan, op
                {{ item.decidedAt | moment: 'date' }}.
              </p>
            }
            <p i18n>De reden: {{ item.reason }}</p>
            @if (item.undoneAt; as undoneAt) {
              <p>
                <span i18n class="bs-badge bs-badge--done"
                  >Teruggedraaid op {{ undoneAt | moment: 'date' }}</span
                >
              </p>
              <p>{{ item.undoneReason }}</p>
            }
          </li>
        }
      </ul>
    }`,
  host: {
    class: 'bs-stack',
    '[attr.role]': 'items().length > 0 ? "region" : null',
    '[attr.aria-labelledby]': 'items().length > 0 ? "ongeldig" : null',
  },
})
export class Invalidations {
  readonly lines = input.required<readonly CountLine[]>();
  readonly exclusions = input.required<readonly CountExclusion[]>();

  protected readonly current = inject(CurrentDistrict);
  protected readonly resource = inject(VotingApi).invalidations();
  protected readonly items = computed(() => {
    const plans = new Set(this.lines().map(({ number }) => number));
    const all = this.resource.hasValue() ? this.resource.value().items : [];
    const reported = new Set(this.exclusions().map(({ batchNumber }) => batchNumber));
    return all.filter(
      ({ number, proposal, undoneAt }) =>
        plans.has(proposal.number) && (undoneAt !== null || !reported.has(number)),
    );
  });

  protected votes(count: number): string {
    return counted(count, $localize`stem`, $localize`stemmen`);
  }
}
