import { Component, inject, Injector, input, linkedSignal, output } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import type { Accessibility, AccessibilityStatus } from '@buurtstem/contract';
import { ACCESSIBILITY_STATUSES, mistakesInClaim } from '@buurtstem/pages-domain';
import {
  Act,
  ActResult,
  Field,
  FieldInput,
  focusFirstError,
  refusalsAt,
  refusalWords,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { statusWords } from '../accessibility-words';
import { PagesApi } from '../pages-api';

interface Claim {
  status: string;
  contact: string;
  auditUrl: string;
}

/** What the district says of its accessibility: stands above the statement, whoever wrote that. */
@Component({
  selector: 'bs-accessibility-form',
  imports: [ActResult, Field, FieldInput, FormField, SentForm],
  template: `
    <h2 id="status-kop" i18n>Toegankelijkheid</h2>
    <p i18n>Deze status staat boven de verklaring. Kies A of B alleen na een onderzoek door iemand anders.</p>
    <form class="bs-stack" aria-labelledby="status-kop" [bsSentForm]="form">
      <bs-field name="status" label="Status" i18n-label>
        <select bsInput [formField]="form.status">
          @for (status of statuses; track status.value) {
            <option [value]="status.value">{{ status.words }}</option>
          }
        </select>
      </bs-field>
      <bs-field
        name="contact"
        label="E-mailadres voor meldingen"
        i18n-label
        hint="Dit adres staat op de site. Het mag leeg blijven."
        i18n-hint
        [error]="error(form.contact)"
      >
        <input bsInput type="email" autocomplete="off" spellcheck="false" [formField]="form.contact" />
      </bs-field>
      <bs-field
        name="rapport"
        label="Adres van het rapport"
        i18n-label
        hint="Nodig bij status A en B. Het begint met https://."
        i18n-hint
        [error]="error(form.auditUrl)"
      >
        <input bsInput type="url" autocomplete="off" spellcheck="false" [formField]="form.auditUrl" />
      </bs-field>
      <div class="bs-actions">
        <button class="bs-button bs-button--second" type="submit" i18n>Bewaar de status</button>
      </div>
    </form>
    <bs-act-result [act]="act" />
  `,
  host: { class: 'bs-panel' },
})
export class AccessibilityForm {
  readonly claim = input.required<Accessibility>();
  readonly claimed = output<Accessibility>();

  private readonly api = inject(PagesApi);
  private readonly injector = inject(Injector);
  protected readonly act = new Act();
  protected readonly error = shownError;
  protected readonly statuses = ACCESSIBILITY_STATUSES.map((value) => ({ value, words: statusWords(value) }));
  private readonly model = linkedSignal<Claim>(() => claimOf(this.claim()));

  protected readonly form: FieldTree<Claim> = form(
    this.model,
    (path) => {
      for (const field of ['contact', 'auditUrl'] as const)
        validate(path[field], () => {
          const mistake = mistakesInClaim(this.wanted()).find((one) => one.field === field);
          return mistake && { kind: 'claim', message: refusalWords[mistake.code] };
        });
    },
    { submission: { action: () => this.save(), onInvalid: () => focusFirstError(this.form) } },
  );

  private wanted() {
    const { status, contact, auditUrl } = this.model();
    return { status: status as AccessibilityStatus, contact: contact.trim(), auditUrl: auditUrl.trim() };
  }

  private async save(): Promise<TreeValidationResult> {
    let claimed: Accessibility | null = null;
    const failure = await this.act.run(
      this.api.claim({ ...this.wanted(), version: this.claim().version }),
      (answer) => {
        claimed = answer;
        return $localize`De status is bewaard.`;
      },
    );
    if (claimed) this.claimed.emit(claimed);
    if (!failure) return undefined;
    const { contact, auditUrl } = this.form;
    const refusals = refusalsAt(failure, { contact, auditUrl });
    if (refusals.length === 0) return undefined;
    this.act.forget();
    return refusedBy(this.form, refusals, this.injector);
  }
}

function claimOf({ status, contact, auditUrl }: Accessibility): Claim {
  return { status, contact, auditUrl };
}
