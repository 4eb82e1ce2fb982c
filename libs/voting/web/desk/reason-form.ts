import { Component, inject, Injector, input, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult } from '@angular/forms/signals';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  type Act,
  Field,
  FieldInput,
  focusFirstError,
  lengthOf,
  lengthRule,
  refusalsAt,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import type { Observable } from 'rxjs';

/** One text and one button: for each act of the fraud desk that asks why. */
@Component({
  selector: 'bs-reason-form',
  imports: [Field, FieldInput, FormField, SentForm],
  template: `<form class="bs-stack" [bsSentForm]="form">
    <bs-field
      [name]="name()"
      [label]="label()"
      [hint]="hint()"
      [error]="error(form.text)"
      [length]="length(form.text().value())"
      [max]="limits.max"
    >
      <textarea bsInput rows="4" [formField]="form.text"></textarea>
    </bs-field>
    <div class="bs-actions">
      <button class="bs-button" [class.bs-button--danger]="isGrave()" type="submit">{{ button() }}</button>
      <ng-content />
    </div>
  </form>`,
})
export class ReasonForm<T> {
  /** The id of the field; also the stem of the ids of hint and error. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly button = input.required<string>();
  /** Whether it takes votes away from the count. */
  readonly isGrave = input(false);
  readonly act = input.required<Act>();
  /** What to ask of the API with the text. */
  readonly request = input.required<(text: string) => Observable<T>>();
  /** What was done, said after it. */
  readonly said = input.required<(answer: T) => string>();
  readonly finished = output();

  private readonly injector = inject(Injector);
  protected readonly limits = TEXT_LENGTHS.reason;
  protected readonly error = shownError;
  protected readonly length = lengthOf;

  protected readonly form: FieldTree<{ text: string }> = form(
    signal({ text: '' }),
    (path) => lengthRule(path.text, () => this.limits, $localize`een reden`),
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<TreeValidationResult> {
    const text = this.form.text().value().trim();
    const failure = await this.act().run(this.request()(text), this.said());
    const refusals = failure
      ? refusalsAt(failure, { reason: this.form.text, note: this.form.text }, { 'reason-missing': 'reason' })
      : [];
    if (refusals.length > 0) {
      this.act().forget();
      return refusedBy(this.form, refusals, this.injector);
    }
    this.finished.emit();
    return undefined;
  }
}
