import { Component, computed, input } from '@angular/core';
import type { FollowUpYear } from '@buurtstem/contract';
import { Bar, WholePipe } from '@buurtstem/ui';

const COLUMNS = [
  { key: 'submitted', words: $localize`Ingediend` },
  { key: 'onAgenda', words: $localize`Op de agenda` },
  { key: 'adopted', words: $localize`Aangenomen` },
  { key: 'rejected', words: $localize`Afgewezen` },
  { key: 'done', words: $localize`Klaar` },
] as const satisfies readonly { key: keyof FollowUpYear; words: string }[];

/** How many plans came how far, a year at a time. Each year has its own scale: what counts is the share. */
@Component({
  selector: 'bs-year-table',
  imports: [Bar, WholePipe],
  template: `<div class="bs-stack bs-stack--l">
    @for (year of years(); track year.year) {
      <table class="bs-table bs-table--years">
        <caption>
          <strong>{{ year.year }}</strong>
        </caption>
        <thead class="bs-hidden">
          <tr>
            <th i18n scope="col">Hoever kwamen plannen?</th>
            <th i18n scope="col">Aantal</th>
            <th i18n scope="col">Balk</th>
          </tr>
        </thead>
        <tbody>
          @for (line of year.lines; track line.words) {
            <tr>
              <th scope="row">{{ line.words }}</th>
              <td class="is-num">{{ line.count | whole }}</td>
              <td><bs-bar [value]="line.count" [scale]="year.scale" /></td>
            </tr>
          }
        </tbody>
      </table>
    }
  </div>`,
})
export class YearTable {
  readonly items = input.required<readonly FollowUpYear[]>();

  protected readonly years = computed(() =>
    this.items().map((year) => ({
      year: year.year,
      lines: COLUMNS.map(({ key, words }) => ({ words, count: year[key] })),
      scale: Math.max(1, ...COLUMNS.map(({ key }) => year[key])),
    })),
  );
}
