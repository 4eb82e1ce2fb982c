import { Component, computed, inject, input } from '@angular/core';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { PartFailed } from '@buurtstem/ui';
import { VotesChart } from '@buurtstem/ui/chart';
import { VotingApi } from './voting-api';

/** How the votes on a plan came in. Left out where there is nothing to see yet: no votes, or a first day. */
@Component({
  selector: 'bs-votes-over-time',
  imports: [PartFailed, VotesChart],
  template: `@if (days().length > 1 && votes() > 0) {
    <section class="bs-stack" aria-labelledby="stemverloop">
      <h2 id="stemverloop" i18n>Hoe kwamen de stemmen binnen?</h2>
      @defer (on immediate; hydrate on interaction) {
        <bs-votes-chart [days]="days()" [threshold]="threshold()" />
      } @error {
        <bs-part-failed />
      }
    </section>
  }`,
})
export class VotesOverTime {
  readonly number = input.required<number>();

  private readonly current = inject(CurrentDistrict);
  private readonly resource = inject(VotingApi).votesOverTime(this.number);
  protected readonly days = computed(() => (this.resource.hasValue() ? this.resource.value().days : []));
  protected readonly votes = computed(() => {
    const last = this.days().at(-1);
    return last ? last.votesFor + last.votesAgainst : 0;
  });
  protected readonly threshold = computed(() =>
    this.current.rulebook.hasValue() ? this.current.rulebook.value().threshold : 0,
  );
}
