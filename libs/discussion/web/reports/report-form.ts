import { Component, inject, input, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import { REASON_CODES, type ReasonCode } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  cleanText,
  failureOf,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  Icon,
  lengthOf,
  lengthRule,
  Notice,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { DiscussionApi } from '../discussion-api';
import { reasonHint, reasonName } from '../reason-words';
import type { Subject } from '../subject';

interface Draft {
  reason: ReasonCode | '';
  note: string;
}

const REASONS = REASON_CODES.map((code) => ({ code, name: reasonName(code), hint: reasonHint(code) }));
const EMPTY: Draft = { reason: '', note: '' };

/** Asks the moderators to look at something: a reason, and a note if one likes. Also for who has no account. */
@Component({
  selector: 'bs-report-form',
  imports: [Field, FieldInput, FormField, Icon, Notice, SentForm],
  template: `<form class="bs-stack" [bsSentForm]="form">
    <fieldset class="bs-field" [attr.aria-describedby]="error(form.reason) ? name() + '-reden-fout' : null">
      <legend i18n class="bs-label">Wat is er mis?</legend>
      @if (error(form.reason); as words) {
        <p class="bs-error" [id]="name() + '-reden-fout'">
          <bs-icon name="alert" /><span><span i18n class="bs-hidden">Fout: </span>{{ words }}</span>
        </p>
      }
      @for (reason of reasons; track reason.code) {
        <label class="bs-choice">
          <input type="radio" [value]="reason.code" [formField]="form.reason" />
          <span
            >{{ reason.name }}<br /><span class="bs-meta">{{ reason.hint }}</span></span
          >
        </label>
      }
    </fieldset>
    <bs-field
      [name]="name()"
      label="Wilt u er iets bij zeggen? (mag leeg blijven)"
      i18n-label
      hint="Alleen moderators lezen dit."
      i18n-hint
      [error]="error(form.note)"
      [length]="length(form.note().value())"
      [max]="limits.max"
    >
      <textarea bsInput rows="3" [formField]="form.note"></textarea>
    </bs-field>
    <p i18n class="bs-meta">Een moderator beslist. Veel meldingen verbergen niets vanzelf.</p>
    @if (failure(); as words) {
      <bs-notice kind="error">
        <p><strong i18n>Uw melding is niet verstuurd.</strong> {{ words }}</p>
      </bs-notice>
    }
    <div class="bs-actions">
      <button i18n class="bs-button" type="submit">Verstuur mijn melding</button>
      <button i18n class="bs-button bs-button--plain" type="button" (click)="cancelled.emit()">
        Annuleer
      </button>
    </div>
  </form>`,
})
export class ReportForm {
  /** The number of the plan. */
  readonly proposal = input.required<number>();
  readonly subject = input.required<Subject>();
  /** The id of the note's field; also the stem of the ids of hint and errors. */
  readonly name = input.required<string>();
  readonly sent = output();
  readonly cancelled = output();

  private readonly api = inject(DiscussionApi);
  protected readonly reasons = REASONS;
  protected readonly limits = TEXT_LENGTHS.reportNote;
  protected readonly failure = signal<string | null>(null);
  protected readonly form: FieldTree<Draft> = form(
    signal<Draft>(EMPTY),
    (path) => {
      validate(path.reason, ({ value }) =>
        value() === '' ? { kind: 'reason', message: $localize`Kies wat er mis is.` } : undefined,
      );
      lengthRule(path.note, () => this.limits, $localize`een toelichting`);
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );
  protected readonly error = shownError;
  protected readonly length = lengthOf;

  private async send(): Promise<TreeValidationResult> {
    const { reason, note } = this.form().value();
    if (reason === '') return undefined;
    this.failure.set(null);
    const words = cleanText(note);
    try {
      await firstValueFrom(
        this.api.report(this.proposal(), { ...this.subject(), reason, ...(words && { note: words }) }),
      );
      this.form().reset(EMPTY);
      this.sent.emit();
      return undefined;
    } catch (error) {
      const failure = failureOf(error);
      const atNote = failure.fields['note'];
      if (atNote) return { kind: 'server', message: failureWords(atNote), fieldTree: this.form.note };
      this.failure.set(failureWords(failure));
      return undefined;
    }
  }
}
