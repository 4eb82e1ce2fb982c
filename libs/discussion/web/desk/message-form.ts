import { Component, inject, Injector, input, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, submit, type TreeValidationResult } from '@angular/forms/signals';
import type { ModerationCase } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  type Act,
  cleanText,
  Field,
  FieldInput,
  focusFirstError,
  Icon,
  type IconName,
  lengthOf,
  lengthRule,
  refusalsAt,
  refusedBy,
  shownError,
} from '@buurtstem/ui';
import { type Observable, tap } from 'rxjs';

/** One of the things that can be done with the message. */
export interface MessageChoice {
  readonly words: string;
  readonly icon: IconName;
  readonly request: (message: string) => Observable<ModerationCase>;
  /** What was done, said after it. */
  readonly said: string;
}

/** A message to an author, and the one or two things that can be decided with it. */
@Component({
  selector: 'bs-message-form',
  imports: [FormField, Field, FieldInput, Icon],
  template: `<form class="bs-stack" novalidate (submit)="$event.preventDefault()">
    <bs-field
      [name]="name()"
      [label]="label()"
      [hint]="hint()"
      [error]="error(form.text)"
      [length]="length(form.text().value())"
      [max]="limits.max"
    >
      <textarea bsInput rows="5" [formField]="form.text"></textarea>
    </bs-field>
    <div class="bs-actions">
      @for (choice of choices(); track choice.words) {
        <button class="bs-button bs-button--second" type="button" (click)="choose(choice)">
          <bs-icon [name]="choice.icon" /> {{ choice.words }}
        </button>
      }
    </div>
  </form>`,
})
export class MessageForm {
  /** The id of the field; also the stem of the ids of hint and error. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly choices = input.required<readonly MessageChoice[]>();
  readonly act = input.required<Act>();
  readonly finished = output<ModerationCase>();
  readonly refused = output();

  private readonly injector = inject(Injector);
  private readonly chosen = signal<MessageChoice | null>(null);
  protected readonly limits = TEXT_LENGTHS.message;
  protected readonly error = shownError;
  protected readonly length = lengthOf;
  protected readonly form: FieldTree<{ text: string }> = form(
    signal({ text: '' }),
    (path) => lengthRule(path.text, () => this.limits, $localize`een bericht aan de schrijver`),
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  protected async choose(choice: MessageChoice): Promise<void> {
    this.chosen.set(choice);
    await submit(this.form);
  }

  private async send(): Promise<TreeValidationResult> {
    const choice = this.chosen();
    if (!choice) return undefined;
    const failure = await this.act().run(
      choice.request(cleanText(this.form.text().value())).pipe(tap((one) => this.finished.emit(one))),
      () => choice.said,
    );
    if (!failure) return undefined;
    const refusals = refusalsAt(failure, { message: this.form.text }, { 'message-length': 'message' });
    if (refusals.length === 0) {
      this.refused.emit();
      return undefined;
    }
    this.act().forget();
    return refusedBy(this.form, refusals, this.injector);
  }
}
