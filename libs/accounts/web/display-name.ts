import { Component, inject, Injector, input, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, FormRoot, type TreeValidationResult } from '@angular/forms/signals';
import {
  cleanText,
  failureOf,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  lengthRule,
  Notice,
  refusedBy,
  shownError,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import type { LengthRange } from '@buurtstem/shared-domain';
import { Visitor } from './visitor';

/** Asks once for the name that stands beside someone's plans and arguments. */
@Component({
  selector: 'bs-display-name',
  imports: [FormField, FormRoot, Field, FieldInput, Notice],
  template: `<form class="bs-stack" method="dialog" [formRoot]="form">
    <bs-field
      name="naam"
      label="Welke naam mag erbij staan?"
      i18n-label
      hint="Iedereen ziet deze naam bij uw plannen en reacties. Uw e-mailadres ziet niemand."
      i18n-hint
      [error]="error(form.name)"
    >
      <input bsInput type="text" autocomplete="name" [formField]="form.name" />
    </bs-field>
    @if (failure(); as words) {
      <bs-notice kind="error">
        <p>{{ words }}</p>
      </bs-notice>
    }
    <button i18n class="bs-button" type="submit">Bewaar mijn naam</button>
  </form>`,
  host: { class: 'bs-panel' },
})
export class DisplayName {
  /** The bounds that the rules set (`TEXT_LENGTHS.displayName`). */
  readonly length = input.required<LengthRange>();
  readonly saved = output();
  private readonly visitor = inject(Visitor);
  private readonly injector = inject(Injector);
  protected readonly failure = signal<string | null>(null);

  protected readonly form: FieldTree<{ name: string }> = form(
    signal({ name: '' }),
    (path) => lengthRule(path.name, () => this.length(), $localize`uw naam`),
    { submission: { action: () => this.save(), onInvalid: () => focusFirstError(this.form) } },
  );
  protected readonly error = shownError;

  private async save(): Promise<TreeValidationResult> {
    this.failure.set(null);
    try {
      await firstValueFrom(this.visitor.rename(cleanText(this.form.name().value())));
      this.saved.emit();
      return undefined;
    } catch (error) {
      const failure = failureOf(error);
      const refusal = failure.fields['displayName'];
      // Not beside the field where it is not about the name: the form would ask for another one before it sends again.
      if (!refusal) this.failure.set(failureWords(failure));
      return refusal
        ? refusedBy(
            this.form,
            { kind: 'server', message: failureWords(refusal), fieldTree: this.form.name },
            this.injector,
          )
        : undefined;
    }
  }
}
