import { Component, inject, Injector, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import type { MyIdentity } from '@buurtstem/contract';
import {
  failureOf,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { IdentityApi } from './identity-api';

/** The code from the letter that the municipality sent. */
@Component({
  selector: 'bs-letter-code-form',
  imports: [Field, FieldInput, FormField, SentForm],
  template: `<form class="bs-stack" [bsSentForm]="form">
    <bs-field
      name="briefcode"
      label="De code uit uw brief"
      i18n-label
      hint="Hoofdletters, spaties en streepjes maken niet uit."
      i18n-hint
      [error]="error(form.code)"
    >
      <input
        bsInput
        type="text"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        [formField]="form.code"
      />
    </bs-field>
    <div class="bs-actions"><button i18n class="bs-button" type="submit">Gebruik deze code</button></div>
  </form>`,
})
export class LetterCodeForm {
  readonly proven = output<MyIdentity>();

  private readonly injector = inject(Injector);
  private readonly api = inject(IdentityApi);
  protected readonly error = shownError;

  protected readonly form: FieldTree<{ code: string }> = form(
    signal({ code: '' }),
    (path) => {
      validate(path.code, ({ value }) =>
        value().trim() === ''
          ? { kind: 'empty', message: $localize`Vul de code uit uw brief in.` }
          : undefined,
      );
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<TreeValidationResult> {
    try {
      this.proven.emit(await firstValueFrom(this.api.useLetterCode(this.form.code().value().trim())));
      return undefined;
    } catch (error) {
      const failure = failureOf(error);
      const code = failure.code === 'invalid-input' ? 'letter-code-wrong' : failure;
      return refusedBy(
        this.form,
        { kind: 'server', message: failureWords(code), fieldTree: this.form.code },
        this.injector,
      );
    }
  }
}
