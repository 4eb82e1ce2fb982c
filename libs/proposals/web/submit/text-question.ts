import {
  Component,
  effect,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import {
  type FieldTree,
  form,
  FormField,
  submit,
  type TreeValidationResult,
  validate,
} from '@angular/forms/signals';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  Field,
  FieldInput,
  focusFirstError,
  lengthOf,
  lengthWords,
  refusalWords,
  refusedBy,
  shownError,
} from '@buurtstem/ui';
import { PlanDraft } from './plan-draft';
import { StepActions } from './step-actions';
import { questionOf } from './step-words';

/** The phase of an event from before the page ran, which Angular plays again. */
const PLAYED_AGAIN = 101;

/** One question with a text for an answer. What helps with it is projected between the field and the buttons. */
@Component({
  selector: 'bs-text-question',
  imports: [FormField, Field, FieldInput, StepActions],
  template: `<form class="bs-stack bs-stack--l" method="dialog" novalidate (submit)="send($event)">
    <bs-field
      level="page"
      [name]="name()"
      [label]="question(step())"
      [hint]="hint()"
      [error]="error(form.text)"
      [length]="length(form.text().value())"
      [max]="limits[step()].max"
    >
      @if (rows() === 1) {
        <input bsInput type="text" autocomplete="off" [formField]="form.text" />
      } @else {
        <textarea bsInput [attr.rows]="rows()" [formField]="form.text"></textarea>
      }
    </bs-field>
    <ng-content />
    <bs-step-actions (stopped)="stopped.emit()" />
  </form>`,
})
export class TextQuestion {
  readonly step = input.required<'title' | 'summary' | 'body'>();
  /** The id of the field. */
  readonly name = input.required<string>();
  readonly hint = input.required<string>();
  /** In "Vul … in". */
  readonly what = input.required<string>();
  readonly rows = input(1);
  readonly answered = output();
  readonly stopped = output();

  private readonly injector = inject(Injector);
  protected readonly draft = inject(PlanDraft);
  protected readonly limits = TEXT_LENGTHS;
  protected readonly question = questionOf;
  protected readonly error = shownError;
  protected readonly length = lengthOf;
  private readonly isShown = signal(false);
  private readonly model = linkedSignal(() => ({
    text: this.isShown() ? this.draft.texts()[this.step()] : '',
  }));
  protected readonly form: FieldTree<{ text: string }> = form(
    this.model,
    (path) =>
      validate(path.text, ({ value }) => {
        const message = lengthWords(value(), this.limits[this.step()], this.what());
        return message === null ? undefined : { kind: 'length', message };
      }),
    { submission: { action: () => this.answer(), onInvalid: () => focusFirstError(this.form) } },
  );

  constructor() {
    effect(() => {
      const { text } = this.model();
      untracked(() => {
        if (this.isShown()) this.draft.write({ [this.step()]: text });
        this.isShown.set(true);
      });
    });
    effect(() => this.draft.hasMistake.set(shownError(this.form.text) !== null));
  }

  private async answer(): Promise<TreeValidationResult> {
    const answer = await this.draft.answer();
    if (answer.kind === 'conflict') return undefined;
    const refusal = answer.kind === 'refused' ? answer.failure.fields[this.step()] : undefined;
    if (refusal) {
      const message = refusalWords[refusal];
      return refusedBy(this.form, { kind: 'server', message, fieldTree: this.form.text }, this.injector);
    }
    this.answered.emit();
    return undefined;
  }

  /**
   * As Angular's own root of a form does, and also for a press from before the page ran: that one cannot be prevented any more,
   * and asking for it throws. The browser does nothing with a form that is for a dialog.
   */
  protected send(event: Event): void {
    if (event.eventPhase !== PLAYED_AGAIN) event.preventDefault();
    void submit(this.form);
  }
}
