import { Component, inject, Injector, input, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult } from '@angular/forms/signals';
import type { Meeting } from '@buurtstem/contract';
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
  SentForm,
} from '@buurtstem/ui';
import { AgendaDeskApi } from './desk-api';

/** Calls a meeting off with a reason, and asks once more before it does. */
@Component({
  selector: 'bs-cancel-form',
  imports: [Field, FieldInput, FormField, SentForm],
  template: `<form class="bs-stack" aria-label="Zeg de vergadering af" i18n-aria-label [bsSentForm]="form">
    <bs-field
      name="afzeggen-reden"
      label="Waarom gaat de vergadering niet door?"
      i18n-label
      hint="Iedereen gaat deze reden lezen. Indieners krijgen hem ook per e-mail."
      i18n-hint
      [error]="error(form.reason)"
      [length]="length(form.reason().value())"
      [max]="limits.max"
    >
      <textarea bsInput rows="3" [formField]="form.reason"></textarea>
    </bs-field>
    @if (isSure()) {
      <div class="bs-panel" role="group" aria-label="Weet u het zeker?" i18n-aria-label>
        <p i18n>
          <strong>De vergadering gaat dan niet door.</strong> Dit kunt u niet terugdraaien. De plannen gaan
          vanzelf naar de volgende vergadering met een open agenda.
        </p>
        <div class="bs-actions">
          <button i18n class="bs-button bs-button--danger" type="submit">Ja, zeg de vergadering af</button>
          <button i18n class="bs-button bs-button--second" type="button" (click)="isSure.set(false)">
            Nee, ga terug
          </button>
        </div>
      </div>
    } @else {
      <button i18n class="bs-button bs-button--danger" type="submit">Zeg de vergadering af</button>
    }
  </form>`,
})
export class CancelForm {
  readonly meeting = input.required<string>();
  readonly act = input.required<Act>();
  readonly finished = output<Meeting>();

  private readonly api = inject(AgendaDeskApi);
  private readonly injector = inject(Injector);
  protected readonly isSure = signal(false);
  protected readonly limits = TEXT_LENGTHS.publishedReason;
  protected readonly error = shownError;
  protected readonly length = lengthOf;
  protected readonly form: FieldTree<{ reason: string }> = form(
    signal({ reason: '' }),
    (path) => lengthRule(path.reason, () => this.limits, $localize`een reden`),
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<TreeValidationResult> {
    if (!this.isSure()) {
      this.isSure.set(true);
      return undefined;
    }
    let answer: Meeting | null = null;
    const failure = await this.act().run(
      this.api.cancel(this.meeting(), cleanText(this.form.reason().value())),
      (meeting) => {
        answer = meeting;
        return $localize`De vergadering gaat niet door. Indieners krijgen bericht.`;
      },
    );
    this.isSure.set(false);
    if (!failure) {
      if (answer) this.finished.emit(answer);
      return undefined;
    }
    const refusals = refusalsAt(failure, { reason: this.form.reason }, { 'reason-missing': 'reason' });
    if (refusals.length === 0) return undefined;
    this.act().forget();
    return refusedBy(this.form, refusals, this.injector);
  }
}
