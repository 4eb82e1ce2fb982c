import { Component, computed, inject, Injector, input, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  type Act,
  cleanText,
  dayAndTime,
  Field,
  FieldInput,
  focusFirstError,
  lengthOf,
  lengthRule,
  PageClock,
  refusalsAt,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { concatMap, type Observable } from 'rxjs';
import { AgendaApi } from '../agenda-api';
import { isToCome } from '../meeting-words';
import { AgendaDeskApi } from './desk-api';

const QUEUE = 'queue';

/** Takes a winner to another meeting or back into the queue; never without a reason that everybody reads. */
@Component({
  selector: 'bs-move-form',
  imports: [Field, FieldInput, FormField, SentForm],
  template: `<form class="bs-stack" [attr.aria-label]="label()" [bsSentForm]="form">
    @if (meetings.error()) {
      <p i18n>Wij kunnen de andere vergaderingen nu niet laten zien. In de rij zetten kan wel.</p>
    }
    <bs-field name="waarheen" label="Waarheen?" i18n-label [error]="error(form.target)">
      <select bsInput [formField]="form.target">
        <option i18n value="">Kies</option>
        @for (meeting of others(); track meeting.id) {
          <option [value]="meeting.id">{{ meeting.words }}</option>
        }
        <option i18n value="queue">Terug in de rij voor een volgende vergadering</option>
      </select>
    </bs-field>
    <bs-field
      name="verplaats-reden"
      label="Waarom verplaatst u dit plan?"
      i18n-label
      hint="Iedereen gaat deze reden lezen. De indiener krijgt hem ook per e-mail."
      i18n-hint
      [error]="error(form.reason)"
      [length]="length(form.reason().value())"
      [max]="limits.max"
    >
      <textarea bsInput rows="3" [formField]="form.reason"></textarea>
    </bs-field>
    <div class="bs-actions">
      <button i18n class="bs-button bs-button--danger" type="submit">Verplaats het plan</button>
      <button i18n class="bs-button bs-button--second" type="button" (click)="cancelled.emit()">
        Ga terug
      </button>
    </div>
  </form>`,
})
export class MoveForm {
  protected readonly label = computed(() => $localize`Verplaats ${this.title()}:title:`);
  readonly item = input.required<string>();
  readonly title = input.required<string>();
  /** The meeting that it leaves. */
  readonly from = input.required<string>();
  readonly act = input.required<Act>();
  /** What to read anew once it is gone. */
  readonly then = input.required<() => Observable<unknown>>();
  readonly moved = output();
  readonly cancelled = output();

  private readonly api = inject(AgendaDeskApi);
  private readonly injector = inject(Injector);
  private readonly now = inject(PageClock).now();
  protected readonly meetings = inject(AgendaApi).meetings();
  protected readonly limits = TEXT_LENGTHS.publishedReason;
  protected readonly error = shownError;
  protected readonly length = lengthOf;
  protected readonly others = computed(() =>
    (this.meetings.hasValue() ? this.meetings.value().items : [])
      .filter((meeting) => meeting.id !== this.from() && isToCome(meeting, this.now))
      .map(({ id, startsAt }) => ({
        id,
        words: $localize`Vergadering van ${dayAndTime(startsAt)}:startsAt:`,
      })),
  );

  protected readonly form: FieldTree<{ target: string; reason: string }> = form(
    signal({ target: '', reason: '' }),
    (path) => {
      validate(path.target, ({ value }) =>
        value() === '' ? { kind: 'missing', message: $localize`Kies waar het plan heen gaat.` } : undefined,
      );
      lengthRule(path.reason, () => this.limits, $localize`een reden`);
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<TreeValidationResult> {
    const { target, reason } = { target: this.form.target().value(), reason: this.form.reason().value() };
    const meeting = target === QUEUE ? null : target;
    const failure = await this.act().run(
      this.api.move(this.item(), { meeting, reason: cleanText(reason) }).pipe(concatMap(() => this.then()())),
      () =>
        meeting === null
          ? $localize`${this.title()}:title: staat weer in de rij. Iedereen leest de reden.`
          : $localize`${this.title()}:title: staat nu op de andere agenda. Iedereen leest de reden.`,
    );
    if (!failure) {
      this.moved.emit();
      return undefined;
    }
    const refusals = refusalsAt(
      failure,
      { reason: this.form.reason, meeting: this.form.target },
      { 'reason-missing': 'reason', 'meeting-not-planned': 'meeting', 'meeting-has-started': 'meeting' },
    );
    if (refusals.length === 0) return undefined;
    this.act().forget();
    return refusedBy(this.form, refusals, this.injector);
  }
}
