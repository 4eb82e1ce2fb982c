import { Component, inject, Injector, input, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import {
  Field,
  FieldInput,
  failureOf,
  failureWords,
  focusFirstError,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { CODE_DIGITS, digitsOf } from '../code-digits';

/** The six digits that the authenticator app shows now. */
@Component({
  selector: 'bs-code-form',
  imports: [Field, FieldInput, FormField, SentForm],
  template: `<form class="bs-stack" [bsSentForm]="form">
    <bs-field
      name="appcode"
      label="De zes cijfers uit uw app"
      i18n-label
      hint="De cijfers veranderen elke halve minuut."
      i18n-hint
      [error]="error(form.code)"
    >
      <input
        bsInput
        class="bs-input--code"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        [formField]="form.code"
      />
    </bs-field>
    <div class="bs-actions">
      <button class="bs-button" type="submit">{{ button() }}</button>
    </div>
  </form>`,
})
export class CodeForm {
  readonly button = input.required<string>();
  /** Sends the code; what it refuses is said at the field. */
  readonly send = input.required<(code: string) => Observable<unknown>>();

  private readonly injector = inject(Injector);
  protected readonly error = shownError;

  protected readonly form: FieldTree<{ code: string }> = form(
    signal({ code: '' }),
    (path) => {
      validate(path.code, ({ value }) =>
        digitsOf(value()).length === CODE_DIGITS
          ? undefined
          : { kind: 'digits', message: $localize`De code heeft zes cijfers. Vul ze alle zes in.` },
      );
    },
    { submission: { action: () => this.submit(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async submit(): Promise<TreeValidationResult> {
    try {
      await firstValueFrom(this.send()(digitsOf(this.form.code().value())));
      return undefined;
    } catch (error) {
      const message = failureWords(failureOf(error));
      return refusedBy(this.form, { kind: 'server', message, fieldTree: this.form.code }, this.injector);
    }
  }
}
