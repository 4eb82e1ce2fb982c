import { Component, computed, input } from '@angular/core';
import { Bar, scaleFor } from './bar';
import { counted, whole } from './format/numbers';

/** The tally of one plan: numbers first, then the bar with the threshold, then what is still needed. */
@Component({
  selector: 'bs-tally',
  imports: [Bar],
  template: `
    <p class="bs-tally__for">
      @if (votesFor() === 1) {
        <span i18n
          ><b>{{ forText() }}</b> stem voor</span
        >
      } @else {
        <span i18n
          ><b>{{ forText() }}</b> stemmen voor</span
        >
      }
    </p>
    <p i18n class="bs-tally__against">
      <b>{{ againstText() }}</b> tegen
    </p>
    <bs-bar [value]="votesFor()" [scale]="scale()" [threshold]="threshold()" />
    <p class="bs-meta">
      @if (note(); as words) {
        {{ words }}
      } @else {
        <strong>{{ needed() }}</strong> {{ toReach() }}
        @if (place(); as words) {
          <br />{{ words }}
        }
      }
    </p>
  `,
  host: { class: 'bs-tally' },
})
export class Tally {
  readonly votesFor = input.required<number>();
  readonly votesAgainst = input.required<number>();
  readonly threshold = input.required<number>();
  readonly rank = input<number | null>(null);
  readonly outOf = input<number | null>(null);
  /** Replaces the sentence on the threshold, for a vote that is not in this number. */
  readonly note = input<string | null>(null);

  protected readonly scale = computed(() => scaleFor([this.votesFor()], this.threshold()));
  protected readonly forText = computed(() => whole(this.votesFor()));
  protected readonly againstText = computed(() => whole(this.votesAgainst()));
  private readonly missing = computed(() => this.threshold() - this.votesFor());
  protected readonly needed = computed(() =>
    this.missing() > 0
      ? $localize`Nog ${counted(this.missing(), $localize`nodig`, $localize`nodig`)}:counted:`
      : $localize`Genoeg stemmen`,
  );
  protected readonly toReach = computed(() =>
    this.missing() > 0
      ? $localize`om de ${whole(this.threshold())}:threshold: te halen.`
      : $localize`om te kunnen winnen.`,
  );
  protected readonly place = computed(() => {
    const [rank, outOf] = [this.rank(), this.outOf()];
    return rank !== null && outOf !== null ? $localize`Plaats ${rank}:rank: van ${outOf}:outOf:.` : null;
  });
}
