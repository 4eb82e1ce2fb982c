import { Written } from './format/written';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Bar, scaleFor } from './bar';
import { WholePipe } from './format/pipes';
import { thresholdWords } from './format/numbers';
import type { PhotoPicture } from './photo';

/** One line of the standing, as the list needs it. */
export interface StandingLine {
  readonly number: number;
  readonly title: string;
  readonly neighbourhood: { readonly name: string } | null;
  readonly picture: Pick<PhotoPicture, 'url' | 'sources'> | null;
  readonly standing: { readonly votesFor: number; readonly votesAgainst: number };
}

/** The standing as a ranked list on one scale. */
@Component({
  selector: 'bs-standing',
  imports: [RouterLink, Bar, WholePipe, Written],
  template: `<ol class="bs-standing">
    @for (line of lines(); track line.number) {
      <li>
        @if (line.picture; as picture) {
          <picture>
            @for (source of picture.sources; track source.type) {
              <source [attr.type]="source.type" sizes="6rem" [attr.srcset]="source.srcset" />
            }
            <img loading="lazy" [src]="picture.url" alt="" width="96" height="96" />
          </picture>
        } @else {
          <span class="bs-photo--none bs-standing__none" aria-hidden="true"></span>
        }
        <div class="bs-standing__head">
          <h3>
            <a [routerLink]="['/', district(), 'plannen', line.number]" bsWritten>{{ line.title }}</a>
          </h3>
          @if (line.neighbourhood; as neighbourhood) {
            <p class="bs-meta">{{ neighbourhood.name }}</p>
          }
        </div>
        <div class="bs-standing__bar" [class.is-first]="$first">
          <bs-bar
            [value]="line.standing.votesFor"
            [scale]="scale()"
            [threshold]="threshold()"
            [labelled]="$first"
          />
        </div>
        <p class="bs-standing__nums">
          <span i18n class="bs-count"
            ><b>{{ line.standing.votesFor | whole }}</b> voor</span
          >
          <span i18n class="bs-count bs-count--against">{{ line.standing.votesAgainst | whole }} tegen</span>
          <span class="bs-meta">
            @if (line.standing.votesFor >= threshold()) {
              <strong>{{ words(line) }}</strong>
            } @else {
              {{ words(line) }}
            }
          </span>
        </p>
        <span class="nl-number-badge bs-rank"
          ><span i18n class="nl-number-badge__hidden-label">Plaats </span>{{ $index + 1 }}</span
        >
      </li>
    }
  </ol>`,
})
export class StandingList {
  readonly lines = input.required<readonly StandingLine[]>();
  readonly threshold = input.required<number>();
  readonly district = input.required<string>();

  protected readonly scale = computed(() =>
    scaleFor(
      this.lines().map((line) => line.standing.votesFor),
      this.threshold(),
    ),
  );

  protected words(line: StandingLine): string {
    return thresholdWords(line.standing.votesFor, this.threshold());
  }
}
