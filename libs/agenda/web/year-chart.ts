import { Component, computed, input } from '@angular/core';
import type { AgendaItem } from '@buurtstem/contract';
import { counted } from '@buurtstem/ui';
import { StackedChart, type StackedPart } from '@buurtstem/ui/chart';
import { isAdopted, isDecided } from './agenda-words';
import { isLate } from './track';

const PARTS: readonly (StackedPart & { readonly is: (item: AgendaItem, now: Date) => boolean })[] = [
  { words: $localize`Klaar`, fill: 'full', is: ({ proposal }) => proposal.state === 'done' },
  { words: $localize`Bezig`, fill: 'stripes', is: isAdopted },
  { words: $localize`Afgewezen`, fill: 'dots', is: isDecided },
  { words: $localize`Te laat`, fill: 'cross', is: isLate },
  { words: $localize`Wacht op een besluit`, fill: 'open', is: () => true },
];
const YEAR = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', year: 'numeric' });

/** What became of the winners of each year; a winner belongs to the year of its decision, or else of its meeting. */
@Component({
  selector: 'bs-year-chart',
  imports: [StackedChart],
  template: `@if (rows().length > 0) {
    <bs-stacked-chart
      name="winnaars-per-jaar"
      i18n-heading
      heading="Wat er van de winnaars werd, per jaar"
      i18n-rowHead
      rowHead="Jaar"
      [finding]="finding()"
      [parts]="parts"
      [rows]="rows()"
    />
  }`,
})
export class YearChart {
  readonly items = input.required<readonly AgendaItem[]>();
  readonly now = input.required<Date>();

  protected readonly parts = PARTS;
  protected readonly rows = computed(() => {
    const years = new Map<string, number[]>();
    for (const item of this.items()) {
      const year = yearOf(item);
      if (year === null) continue;
      const counts = years.get(year) ?? PARTS.map(() => 0);
      const part = PARTS.findIndex(({ is }) => is(item, this.now()));
      counts[part] = (counts[part] ?? 0) + 1;
      years.set(year, counts);
    }
    return [...years]
      .map(([name, counts]) => ({ name, counts }))
      .sort((one, other) => Number(other.name) - Number(one.name));
  });
  /** Of the newest year: "In 2026 kwamen 7 winnaars aan de beurt: 2 klaar, 3 bezig." */
  protected readonly finding = computed(() => {
    const newest = this.rows()[0];
    if (!newest) return '';
    const total = newest.counts.reduce((sum, count) => sum + count, 0);
    const winners = counted(total, $localize`winnaar`, $localize`winnaars`);
    const made = PARTS.flatMap(({ words }, part) => {
      const count = newest.counts[part] ?? 0;
      return count > 0 ? [`${count}\u00a0${words.toLocaleLowerCase()}`] : [];
    }).join(', ');
    return $localize`Van ${winners}:winners: in ${newest.name}:year: is dit de stand: ${made}:made:.`;
  });
}

function yearOf({ outcome, meeting }: AgendaItem): string | null {
  const at = outcome?.decidedAt ?? meeting?.startsAt;
  return at === undefined ? null : YEAR.format(new Date(at));
}
