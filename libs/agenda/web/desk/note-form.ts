import { Component, computed, inject, Injector, input, linkedSignal, output } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult } from '@angular/forms/signals';
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
  SentForm,
} from '@buurtstem/ui';
import { AgendaDeskApi } from './desk-api';

/** What the official says of a plan before the committee talks about it; everybody reads it at once. */
@Component({
  selector: 'bs-context-note-form',
  imports: [Field, FieldInput, FormField, SentForm],
  template: `<form class="bs-stack" [attr.aria-label]="label()" [bsSentForm]="form">
    <bs-field
      [name]="'uitleg-' + item().id"
      label="Uw uitleg"
      i18n-label
      hint="Wie gaat erover? Wat kan wel en niet? Wat kost het ongeveer? Iedereen leest dit meteen."
      i18n-hint
      [error]="error(form.text)"
      [length]="length(form.text().value())"
      [max]="limits.max"
    >
      <textarea bsInput rows="8" [formField]="form.text"></textarea>
    </bs-field>
    <div class="bs-actions">
      <button class="bs-button" type="submit">{{ button() }}</button>
      <ng-content />
    </div>
  </form>`,
})
export class ContextNoteForm {
  protected readonly label = computed(() => $localize`Uitleg bij ${this.item().title}:title:`);
  readonly item = input.required<AgendaItem>();
  readonly act = input.required<Act>();
  readonly finished = output();

  private readonly api = inject(AgendaDeskApi);
  private readonly injector = inject(Injector);
  protected readonly limits = TEXT_LENGTHS.contextNote;
  protected readonly error = shownError;
  protected readonly length = lengthOf;
  protected readonly button = computed(() =>
    this.item().contextNote ? $localize`Vervang de uitleg` : $localize`Publiceer de uitleg`,
  );
  private readonly published = computed(() => this.item().contextNote?.text ?? '');
  /** Begins with what is published; what is typed on top of it stays, whatever comes of sending it. */
  private readonly model = linkedSignal<string, { text: string }>({
    source: this.published,
    computation: (published, previous) =>
      previous && previous.value.text !== previous.source ? previous.value : { text: published },
  });
  protected readonly form: FieldTree<{ text: string }> = form(
    this.model,
    (path) => lengthRule(path.text, () => this.limits, $localize`de uitleg`),
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<TreeValidationResult> {
    const failure = await this.act().run(
      this.api.writeNote(this.item().id, cleanText(this.model().text)),
      () => $localize`De uitleg bij ${this.item().title}:title: is gepubliceerd.`,
    );
    if (!failure) {
      this.finished.emit();
      return undefined;
    }
    const refusals = refusalsAt(failure, { text: this.form.text }, { 'context-note-length': 'text' });
    if (refusals.length === 0) return undefined;
    this.act().forget();
    return refusedBy(this.form, refusals, this.injector);
  }
}
