import { Component, inject, Injector, input, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, FormRoot, type TreeValidationResult } from '@angular/forms/signals';
import type { Proposal } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  cleanText,
  failureOf,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  lengthOf,
  lengthRule,
  Notice,
  refusedBy,
  shownError,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { ProposalsApi } from './proposals-api';

/** What the submitter may still do with a plan that people voted on: add a dated note, or withdraw it with a reason. */
const TASKS = {
  note: {
    label: 'Wat wilt u toevoegen?',
    hint: 'Uw aanvulling komt met de datum van vandaag onder het plan. De tekst zelf blijft zoals hij was.',
    what: 'uw aanvulling',
    button: 'Plaats mijn aanvulling',
    kind: '',
    field: 'text',
  },
  withdrawal: {
    label: 'Waarom trekt u het plan in?',
    hint: 'Iedereen kan de reden lezen. Mensen kunnen daarna niet meer stemmen. Dit kunt u niet terugdraaien.',
    what: 'de reden',
    button: 'Trek mijn plan in',
    kind: 'bs-button--danger',
    field: 'reason',
  },
} as const;

@Component({
  selector: 'bs-note-form',
  imports: [FormField, FormRoot, Field, FieldInput, Notice],
  template: `<form class="bs-stack" method="dialog" [formRoot]="form">
    <bs-field
      [name]="task()"
      [label]="words().label"
      [hint]="words().hint"
      [error]="error(form.text)"
      [length]="length()"
      [max]="limits().max"
    >
      <textarea bsInput rows="4" [formField]="form.text"></textarea>
    </bs-field>
    @if (failure(); as words) {
      <bs-notice kind="error">
        <p>{{ words }}</p>
      </bs-notice>
    }
    <button class="bs-button" [class]="words().kind" type="submit">{{ words().button }}</button>
  </form>`,
})
export class NoteForm {
  readonly proposal = input.required<number>();
  readonly task = input.required<keyof typeof TASKS>();
  readonly changed = output<Proposal>();

  private readonly api = inject(ProposalsApi);
  private readonly injector = inject(Injector);
  protected readonly words = () => TASKS[this.task()];
  protected readonly limits = () => (this.task() === 'note' ? TEXT_LENGTHS.note : TEXT_LENGTHS.reason);
  protected readonly form: FieldTree<{ text: string }> = form(
    signal({ text: '' }),
    (path) => lengthRule(path.text, () => this.limits(), 'een tekst'),
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );
  protected readonly failure = signal<string | null>(null);
  protected readonly error = shownError;
  protected readonly length = () => lengthOf(this.form.text().value());

  private async send(): Promise<TreeValidationResult> {
    this.failure.set(null);
    const text = cleanText(this.form.text().value());
    try {
      const request =
        this.task() === 'note'
          ? this.api.addNote(this.proposal(), text)
          : this.api.withdraw(this.proposal(), text);
      const proposal = await firstValueFrom(request);
      this.form().reset({ text: '' });
      this.changed.emit(proposal);
      return undefined;
    } catch (error) {
      const failure = failureOf(error);
      const atText = failure.fields[this.words().field];
      if (atText) {
        const refusal = { kind: 'server', message: failureWords(atText), fieldTree: this.form.text };
        return refusedBy(this.form, refusal, this.injector);
      }
      // Not beside the field: the form would then ask for another text before it sends again.
      this.failure.set(failureWords(failure));
      return undefined;
    }
  }
}
