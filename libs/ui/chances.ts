import { Component, computed, input } from '@angular/core';
import { capital, dateShort, fromNow } from './format/dates';
import { spelled } from './format/numbers';

/** One count date of a plan. */
export interface ChanceDate {
  readonly closesAt: string;
  readonly state: 'used' | 'now' | 'next';
}

const ORDER = [
  $localize`Eerste`,
  $localize`Tweede`,
  $localize`Derde`,
  $localize`Vierde`,
  $localize`Vijfde`,
  $localize`Zesde`,
];

/** The count dates of a plan: a filled circle has happened, an open one is to come; the words say the same. */
@Component({
  selector: 'bs-chances',
  template: `<section class="bs-stack" aria-labelledby="kansen">
    <h2 id="kansen">{{ heading() }}</h2>
    <ol class="bs-dots">
      @for (chance of chances(); track chance.closesAt) {
        <li [class.is-done]="chance.state === 'used'" [class.is-now]="chance.state === 'now'">
          <b>{{ day(chance) }}</b>{{ words(chance, $index, $last) }}
        </li>
      }
    </ol>
    @if (!isOver()) {
      <p i18n class="bs-meta">Stemmen blijven staan. Ze tellen bij elke telling weer mee.</p>
    }
  </section>`,
})
export class Chances {
  readonly chances = input.required<readonly ChanceDate[]>();
  readonly now = input.required<Date>();

  /** A plan that won or ended has no chances left; its counts are what happened. */
  protected readonly isOver = computed(() => this.chances().every(({ state }) => state === 'used'));

  protected readonly heading = computed(() => {
    const count = this.chances().length;
    if (this.isOver())
      return $localize`Dit plan deed mee aan ${spelled(count)}:count: ${count === 1 ? $localize`telling` : $localize`tellingen`}:words:`;
    return $localize`${capital(spelled(count))}:count: ${count === 1 ? $localize`kans` : $localize`kansen`}:words: om te winnen`;
  });

  protected day(chance: ChanceDate): string {
    return dateShort(chance.closesAt);
  }

  protected words(chance: ChanceDate, index: number, last: boolean): string {
    if (chance.state === 'used') return $localize`Geteld`;
    if (chance.state === 'now') return capital(fromNow(chance.closesAt, this.now()));
    return last
      ? $localize`Laatste kans`
      : $localize`${ORDER[index] ?? index + 1 + $localize`e`}:which: kans`;
  }
}
