import { Component, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import type { LengthRange } from '@buurtstem/shared-domain';
import { firstValueFrom, type Observable } from 'rxjs';
import { Notice } from '../notice';
import { type Failure, failureOf, failureWords } from '../words/problem';
import { cleanText } from './clean-text';
import { Field, FieldInput, focusFirstError, refusedBy, shownError } from './field';
import { lengthOf, lengthWords } from './length-rule';
import { SentForm } from './sent-form';

/** One text and one button: a reply, a change, a statement, an appeal, a reason. The text stays in the field when sending fails. */
@Component({
  selector: 'bs-text-form',
  imports: [Field, FieldInput, FormField, Notice, SentForm],
  template: `<form class="bs-stack" [bsSentForm]="form">
    <bs-field
      [name]="name()"
      [label]="label()"
      [hint]="hint()"
      [error]="error(form.text)"
      [length]="length(form.text().value())"
      [max]="limits().max"
    >
      <textarea bsInput rows="4" [formField]="form.text"></textarea>
    </bs-field>
    @if (failure(); as words) {
      <bs-notice kind="error">
        <p>{{ words }}</p>
      </bs-notice>
    }
    <div class="bs-actions">
      <button class="bs-button" [class]="kind()" type="submit">{{ button() }}</button>
      <button i18n class="bs-button bs-button--plain" type="button" (click)="cancelled.emit()">
        Annuleer
      </button>
    </div>
  </form>`,
})
export class TextForm<T> implements OnInit {
  /** The id of the field; also the stem of the ids of hint and error. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string | null>(null);
  readonly button = input.required<string>();
  /** Class of the button beside `bs-button`, such as `bs-button--danger`. */
  readonly kind = input('');
  readonly limits = input.required<LengthRange>();
  /** In "Vul … in". */
  readonly what = input.required<string>();
  /** What stands in the field at first; what is typed is never replaced. */
  readonly text = input('');
  /** What to ask of the API with the text. */
  readonly request = input.required<(text: string) => Observable<T>>();
  /** Better words than the usual ones for a refusal. */
  readonly words = input<Partial<Record<Failure['code'], string>>>({});
  readonly sent = output<T>();
  readonly cancelled = output();

  private readonly injector = inject(Injector);
  private readonly model = signal({ text: '' });
  protected readonly failure = signal<string | null>(null);
  protected readonly error = shownError;
  protected readonly length = lengthOf;
  protected readonly form: FieldTree<{ text: string }> = form(
    this.model,
    (path) =>
      validate(path.text, ({ value }) => {
        const message = lengthWords(value(), this.limits(), this.what());
        return message === null ? undefined : { kind: 'length', message };
      }),
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  ngOnInit(): void {
    this.model.set({ text: this.text() });
  }

  private async send(): Promise<TreeValidationResult> {
    this.failure.set(null);
    try {
      const answer = await firstValueFrom(this.request()(cleanText(this.model().text)));
      this.form().reset({ text: '' });
      this.sent.emit(answer);
      return undefined;
    } catch (error) {
      const failure = failureOf(error);
      const [atText] = Object.values(failure.fields);
      if (atText) {
        const refusal = { kind: 'server', message: failureWords(atText), fieldTree: this.form.text };
        return refusedBy(this.form, refusal, this.injector);
      }
      // Not beside the field: the form would then ask for another text before it sends again.
      this.failure.set(this.words()[failure.code] ?? failureWords(failure));
      return undefined;
    }
  }
}
