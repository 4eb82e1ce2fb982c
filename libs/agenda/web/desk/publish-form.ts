import { Component, input, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, validate } from '@angular/forms/signals';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { type Act, cleanText, Field, FieldInput, focusFirstError, lengthOf, shownError } from '@buurtstem/ui';

/** Asks before an agenda becomes public; from the second version on with what changed. */
@Component({
  selector: 'bs-publish-form',
  imports: [FormField, Field, FieldInput],
  template: `<form
    class="bs-panel"
    novalidate
    id="publiceren"
    tabindex="-1"
    aria-label="Publiceer agenda"
    i18n-aria-label
    (submit)="send($event)"
  >
    <p i18n>
      <strong>Iedereen ziet dan versie {{ version() }} van deze agenda.</strong> U kunt hem later nog
      veranderen. De oude versies blijven te lezen.
    </p>
    @if (version() > 1) {
      <bs-field
        name="wat-veranderde"
        label="Wat is er veranderd? (hoeft niet)"
        i18n-label
        hint="Bewoners lezen dit onder de agenda."
        i18n-hint
        [error]="error(form.note)"
        [length]="length(form.note().value())"
        [max]="max"
      >
        <textarea bsInput rows="2" [formField]="form.note"></textarea>
      </bs-field>
    }
    <div class="bs-actions">
      <button i18n class="bs-button" type="submit">Ja, publiceer versie {{ version() }}</button>
      <button i18n class="bs-button bs-button--second" type="button" (click)="cancelled.emit()">
        Ga terug
      </button>
    </div>
  </form>`,
})
export class PublishForm {
  readonly version = input.required<number>();
  readonly act = input.required<Act>();
  readonly confirmed = output<string>();
  readonly cancelled = output();

  protected readonly error = shownError;
  protected readonly length = lengthOf;
  protected readonly max = TEXT_LENGTHS.publishedReason.max;
  protected readonly form: FieldTree<{ note: string }> = form(signal({ note: '' }), (path) => {
    validate(path.note, ({ value }) =>
      lengthOf(value()) > this.max
        ? { kind: 'length', message: $localize`Dit is te lang. U kunt hier ${this.max}:max: tekens kwijt.` }
        : undefined,
    );
  });

  protected send(event: Event): void {
    event.preventDefault();
    if (this.form().invalid()) {
      this.form.note().markAsTouched();
      focusFirstError(this.form);
      return;
    }
    this.confirmed.emit(cleanText(this.form.note().value()));
  }
}
