import { Component, inject, input, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, FormRoot, type TreeValidationResult } from '@angular/forms/signals';
import {
  failureOf,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  lengthRule,
  shownError,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import type { LengthRange } from '@buurtstem/shared-domain';
import { Visitor } from './visitor';

/** Asks once for the name that stands beside someone's plans and arguments. */
@Component({
  selector: 'bs-display-name',
  imports: [FormField, FormRoot, Field, FieldInput],
  template: `<form class="bs-stack" method="dialog" [formRoot]="form">
    <bs-field
      name="naam"
      label="Welke naam mag erbij staan?"
      hint="Iedereen ziet deze naam bij uw plannen en reacties. Uw e-mailadres ziet niemand."
      [error]="error(form.name)"
    >
      <input bsInput type="text" autocomplete="name" [formField]="form.name" />
    </bs-field>
    <button class="bs-button" type="submit">Bewaar mijn naam</button>
  </form>`,
  host: { class: 'bs-panel' },
})
export class DisplayName {
  /** The bounds that the rules set (`TEXT_LENGTHS.displayName`). */
  readonly length = input.required<LengthRange>();
  readonly saved = output();
  private readonly visitor = inject(Visitor);

  protected readonly form: FieldTree<{ name: string }> = form(
    signal({ name: '' }),
    (path) => lengthRule(path.name, () => this.length(), 'uw naam'),
    { submission: { action: () => this.save(), onInvalid: () => focusFirstError(this.form) } },
  );
  protected readonly error = shownError;

  private async save(): Promise<TreeValidationResult> {
    try {
      await firstValueFrom(this.visitor.rename(this.form.name().value().trim()));
      this.saved.emit();
      return undefined;
    } catch (error) {
      const { code, fields } = failureOf(error);
      return {
        kind: 'server',
        message: failureWords(fields['displayName'] ?? code),
        fieldTree: this.form.name,
      };
    }
  }
}
