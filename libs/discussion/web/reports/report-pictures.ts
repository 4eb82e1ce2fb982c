import { Component, computed, input, linkedSignal } from '@angular/core';
import type { Picture } from '@buurtstem/contract';
import { ModeratorLook } from './moderator-look';
import { Report } from './report';

/** "Meld een foto": one button for the pictures of a plan, since there is no room for one under each. */
@Component({
  selector: 'bs-report-pictures',
  imports: [ModeratorLook, Report],
  template: `<div class="bs-arg__acts">
    @if (mayReport()) {
      <bs-report
        what="De foto"
        i18n-what
        [words]="pictures().length > 1 ? reportOne : reportIt"
        [proposal]="proposal()"
        [subject]="{ subject: 'picture', subjectId: chosen() }"
      >
        @if (pictures().length > 1) {
          <fieldset class="bs-field">
            <legend i18n class="bs-label">Welke foto?</legend>
            @for (picture of pictures(); track picture.id) {
              <label class="bs-choice">
                <input
                  type="radio"
                  name="foto"
                  [value]="picture.id"
                  [checked]="chosen() === picture.id"
                  (change)="chosen.set(picture.id)"
                />
                <span>{{ labels()[$index] }}</span>
              </label>
            }
          </fieldset>
        }
      </bs-report>
    }
    @for (picture of pictures(); track picture.id) {
      <bs-moderator-look
        [proposal]="proposal()"
        [subject]="{ subject: 'picture', subjectId: picture.id }"
        [about]="labels()[$index] ?? ''"
      />
    }
  </div>`,
})
export class ReportPictures {
  protected readonly reportOne = $localize`Meld een foto`;
  protected readonly reportIt = $localize`Meld de foto`;
  /** The number of the plan. */
  readonly proposal = input.required<number>();
  readonly pictures = input.required<readonly Picture[]>();
  /** Nobody reports a picture of their own. */
  readonly mayReport = input.required<boolean>();

  protected readonly chosen = linkedSignal(() => this.pictures()[0]?.id);
  protected readonly labels = computed(() =>
    this.pictures().map(({ alt }, index) =>
      alt ? $localize`Foto ${index + 1}:index:: ${alt}:alt:` : $localize`Foto ${index + 1}:index:`,
    ),
  );
}
