import { afterNextRender, Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SubjectKind, Urgency } from '@buurtstem/contract';
import { Icon } from '@buurtstem/ui';

interface Option<T> {
  readonly value: T | null;
  readonly words: string;
}

export const SUBJECT_FILTER: readonly Option<SubjectKind>[] = [
  { value: null, words: $localize`Alles` },
  { value: 'proposal', words: $localize`Plannen` },
  { value: 'argument', words: $localize`Argumenten en reacties` },
  { value: 'picture', words: $localize`Foto’s` },
];
export const URGENCY_FILTER: readonly Option<Urgency>[] = [
  { value: null, words: $localize`Alles` },
  { value: 'urgent', words: $localize`Dringend` },
  { value: 'reported', words: $localize`Gemeld` },
  { value: 'new', words: $localize`Niet gemeld` },
];

/** The option that an address names; undefined for none, and for what is no option. */
export function filterIn<T extends string>(
  options: readonly Option<T>[],
  asked: string | undefined,
): T | undefined {
  return options.find(({ value }) => value !== null && value === asked)?.value ?? undefined;
}

/** The filters of a list, as links: they work before scripts run, and a filtered list has an address. */
@Component({
  selector: 'bs-queue-filters',
  imports: [RouterLink, Icon],
  template: `<details class="bs-filter" [open]="isOpen()">
    <summary>
      <span i18n><bs-icon name="filter" /> Filter</span>
    </summary>
    <nav class="bs-filter__body" aria-label="Filter de zaken" i18n-aria-label>
      <div>
        <p i18n class="bs-label" id="filter-soort">Waarover?</p>
        <ul class="bs-chips" aria-labelledby="filter-soort">
          @for (option of subjects; track option.value) {
            <li>
              <a
                [routerLink]="[]"
                [queryParams]="{ subject: option.value }"
                queryParamsHandling="merge"
                [attr.aria-current]="option.value === (subject() ?? null) ? 'true' : null"
                >{{ option.words }}</a
              >
            </li>
          }
        </ul>
      </div>
      @if (withUrgency()) {
        <div>
          <p i18n class="bs-label" id="filter-melding">Gemeld?</p>
          <ul class="bs-chips" aria-labelledby="filter-melding">
            @for (option of urgencies; track option.value) {
              <li>
                <a
                  [routerLink]="[]"
                  [queryParams]="{ urgency: option.value }"
                  queryParamsHandling="merge"
                  [attr.aria-current]="option.value === (urgency() ?? null) ? 'true' : null"
                  >{{ option.words }}</a
                >
              </li>
            }
          </ul>
        </div>
      }
    </nav>
  </details>`,
})
export class QueueFilters {
  readonly subject = input.required<SubjectKind | undefined>();
  readonly urgency = input<Urgency>();
  readonly withUrgency = input(false);
  protected readonly subjects = SUBJECT_FILTER;
  protected readonly urgencies = URGENCY_FILTER;

  private readonly isWide = signal(false);
  /** On a wide screen the filters stand beside the list and are in nobody's way. */
  protected readonly isOpen = computed(
    () => this.isWide() || this.subject() !== undefined || this.urgency() !== undefined,
  );

  constructor() {
    afterNextRender(() => this.isWide.set(matchMedia('(min-width: 64rem)').matches));
  }
}
