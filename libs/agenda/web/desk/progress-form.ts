import { Component, inject, Injector, input, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, FormRoot, type TreeValidationResult } from '@angular/forms/signals';
import type { AgendaItem } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  type Act,
  cleanText,
  Field,
  FieldInput,
  focusFirstError,
  lengthOf,
  lengthRule,
  refusalsAt,
  refusedBy,
  shownError,
} from '@buurtstem/ui';
import { AgendaDeskApi } from './desk-api';

/** As the API takes it. */
const RESPONSIBLE = { min: 2, max: 100 };

interface ProgressDraft {
  text: string;
  responsible: string;
  finishes: boolean;
}

/** Tells everybody how it goes with a plan that was adopted, until the work is done. */
@Component({
  selector: 'bs-progress-form',
  imports: [FormField, FormRoot, Field, FieldInput],
  template: `<form
    class="bs-stack"
    method="dialog"
    novalidate
    [attr.aria-label]="'Bericht over ' + item().title"
    [formRoot]="form"
  >
    <bs-field
      [name]="'bericht-' + item().id"
      label="Wat is er gebeurd?"
      hint="Zeg wat er klaar is, wat het kostte en wat er nog komt. Noem een datum."
      [error]="error(form.text)"
      [length]="length(form.text().value())"
      [max]="limits.max"
    >
      <textarea bsInput rows="5" [formField]="form.text"></textarea>
    </bs-field>
    <bs-field
      [name]="'wie-' + item().id"
      label="Wie doet het werk?"
      hint="Een team of afdeling van de gemeente, zoals ‘Groen en spelen’."
      [error]="error(form.responsible)"
    >
      <input bsInput type="text" autocomplete="off" [formField]="form.responsible" />
    </bs-field>
    <label class="bs-choice">
      <input type="checkbox" [formField]="form.finishes" />
      <span>Het werk is klaar. Hierna volgt geen bericht meer.</span>
    </label>
    <div class="bs-actions">
      <button class="bs-button" type="submit">Plaats het bericht</button>
      <ng-content />
    </div>
  </form>`,
})
export class ProgressForm {
  readonly item = input.required<AgendaItem>();
  readonly act = input.required<Act>();
  readonly finished = output();

  private readonly api = inject(AgendaDeskApi);
  private readonly injector = inject(Injector);
  protected readonly limits = TEXT_LENGTHS.progressReport;
  protected readonly error = shownError;
  protected readonly length = lengthOf;
  private readonly model = signal<ProgressDraft>({ text: '', responsible: '', finishes: false });
  protected readonly form: FieldTree<ProgressDraft> = form(
    this.model,
    (path) => {
      lengthRule(path.text, () => this.limits, 'het bericht');
      lengthRule(path.responsible, () => RESPONSIBLE, 'wie het werk doet');
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<TreeValidationResult> {
    const { text, responsible, finishes } = this.model();
    const report = { text: cleanText(text), responsible: cleanText(responsible), finishes };
    const failure = await this.act().run(this.api.report(this.item().id, report), () =>
      finishes
        ? `Het bericht staat erbij. ${this.item().title} is klaar.`
        : `Het bericht over ${this.item().title} staat erbij.`,
    );
    if (!failure) {
      this.finished.emit();
      return undefined;
    }
    const refusals = refusalsAt(
      failure,
      { text: this.form.text, responsible: this.form.responsible },
      { 'progress-length': 'text' },
    );
    if (refusals.length === 0) return undefined;
    this.act().forget();
    return refusedBy(this.form, refusals, this.injector);
  }
}
