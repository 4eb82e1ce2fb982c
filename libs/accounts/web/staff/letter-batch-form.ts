import { Component, inject, Injector, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import { LETTER_BATCH_LABEL, LETTER_BATCH_SIZE } from '@buurtstem/accounts-domain';
import {
  Act,
  ActResult,
  counted,
  Field,
  FieldInput,
  focusFirstError,
  lengthRule,
  refusalsAt,
  refusedBy,
  shownError,
  whole,
  SentForm,
} from '@buurtstem/ui';
import { tap } from 'rxjs';
import { StaffApi } from './staff-api';
import type { NewLetterBatch } from '@buurtstem/contract';

interface Letters {
  label: string;
  size: string;
}

const EMPTY: Letters = { label: '', size: '' };

/** Asks for a number of codes, to be printed on letters. */
@Component({
  selector: 'bs-letter-batch-form',
  imports: [ActResult, Field, FieldInput, FormField, SentForm],
  template: `
    <h2 i18n id="maak">Maak nieuwe codes</h2>
    <form class="bs-stack" aria-labelledby="maak" [bsSentForm]="form">
      <bs-field
        name="naam"
        label="Naam voor deze brieven"
        i18n-label
        hint="Zo vindt u ze terug. Bijvoorbeeld: Brieven december."
        i18n-hint
        [error]="error(form.label)"
      >
        <input bsInput type="text" autocomplete="off" [formField]="form.label" />
      </bs-field>
      <bs-field
        name="aantal"
        label="Hoeveel codes?"
        i18n-label
        hint="Eén code per brief. Hoogstens 10.000."
        i18n-hint
        [error]="error(form.size)"
      >
        <input bsInput type="text" inputmode="numeric" autocomplete="off" [formField]="form.size" />
      </bs-field>
      <p i18n>U ziet de codes één keer. Zorg dat u het bestand meteen kunt bewaren.</p>
      <div class="bs-actions"><button i18n class="bs-button" type="submit">Maak de codes</button></div>
    </form>
    <bs-act-result [act]="act" />
  `,
  host: { class: 'bs-panel' },
})
export class LetterBatchForm {
  readonly made = output<NewLetterBatch>();

  private readonly injector = inject(Injector);
  private readonly api = inject(StaffApi);
  protected readonly act = new Act();
  protected readonly error = shownError;

  protected readonly form: FieldTree<Letters> = form(
    signal(EMPTY),
    (path) => {
      lengthRule(path.label, () => LETTER_BATCH_LABEL, $localize`een naam`);
      validate(path.size, ({ value }) => {
        const size = sizeOf(value());
        return size >= LETTER_BATCH_SIZE.min && size <= LETTER_BATCH_SIZE.max
          ? undefined
          : {
              kind: 'size',
              message: $localize`Vul een getal in van 1 tot en met ${whole(LETTER_BATCH_SIZE.max)}:max:.`,
            };
      });
    },
    { submission: { action: () => this.make(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async make(): Promise<TreeValidationResult> {
    const { label, size } = this.form().value();
    let made: NewLetterBatch | null = null;
    const failure = await this.act.run(
      this.api.createLetterBatch(label.trim(), sizeOf(size)).pipe(tap((batch) => (made = batch))),
      (batch) =>
        $localize`${counted(batch.codes.length, $localize`code`, $localize`codes`)}:counted: gemaakt.`,
    );
    if (!failure) {
      // The codes themselves say what came of it.
      this.act.forget();
      this.form().reset(EMPTY);
      if (made) this.made.emit(made);
      return undefined;
    }
    const { label: atLabel, size: atSize } = this.form;
    const refusals = refusalsAt(failure, { label: atLabel, size: atSize });
    if (refusals.length === 0) return undefined;
    this.act.forget();
    return refusedBy(this.form, refusals, this.injector);
  }
}

/** People write "1.000" and "1 000". */
function sizeOf(text: string): number {
  const digits = text.replace(/[\s.,]/g, '');
  return /^\d{1,6}$/.test(digits) ? Number(digits) : 0;
}
