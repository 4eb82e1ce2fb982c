import { Component, computed, input } from '@angular/core';
import { dateInFull, dateShort } from '../format/dates';
import { counted, whole } from '../format/numbers';
import { WholePipe } from '../format/pipes';
import { votesLines, type VotesOfDay } from './votes-lines';

/**
 * How the votes on a plan came in. The two lines differ in colour, in stroke and in the shape at their end, and the table
 * below has every number. Drawn with attributes alone: the content security policy refuses inline styles.
 */
@Component({
  selector: 'bs-votes-chart',
  imports: [WholePipe],
  templateUrl: './votes-chart.html',
})
export class VotesChart {
  readonly days = input.required<readonly VotesOfDay[]>();
  /** Votes for that a winner needs; 0 while that is not known. */
  readonly threshold = input.required<number>();

  protected readonly lines = computed(() => votesLines(this.days(), this.threshold()));
  protected readonly last = computed(() => this.days().at(-1));
  protected readonly firstWords = computed(() => dateShort(this.days()[0]?.day ?? ''));
  protected readonly lastWords = computed(() => dateShort(this.last()?.day ?? ''));
  protected readonly rows = computed(() =>
    this.days().map((day) => ({ ...day, words: dateInFull(day.day) })),
  );
  /** What there is to see, in one sentence. */
  protected readonly finding = computed(() => {
    const [first, last] = [this.days()[0], this.last()];
    if (!first || !last) return '';
    const from = dateInFull(first.day);
    const until = dateInFull(last.day);
    const votesFor = counted(last.votesFor, $localize`stem`, $localize`stemmen`);
    const against = whole(last.votesAgainst);
    const reached = this.days().find((day) => day.votesFor >= this.threshold());
    if (this.threshold() === 0 || !reached)
      return $localize`Van ${from}:from: tot en met ${until}:until: kwamen er ${votesFor}:votesFor: voor en ${against}:against: tegen.`;
    const on = dateInFull(reached.day);
    return $localize`Van ${from}:from: tot en met ${until}:until: kwamen er ${votesFor}:votesFor: voor en ${against}:against: tegen. De grens werd gehaald op ${on}:on:.`;
  });
}
