import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult } from '@angular/forms/signals';
import { Router } from '@angular/router';
import {
  cleanText,
  failureOf,
  failureSaid,
  failureWords,
  Field,
  FieldInput,
  fieldsBefore,
  focusFirstError,
  LANGUAGE_PATH,
  lengthRule,
  Notice,
  PostForm,
  refusedBy,
  shownError,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import type { LengthRange } from '@buurtstem/shared-domain';
import { Visitor } from './visitor';

const ADDRESS = '/formulier/naam';
/** What the field itself says once it is touched. */
const AT_THE_FIELD: readonly string[] = ['invalid-input', 'display-name-length'];

/** Asks once for the name that stands beside someone's plans and arguments. */
@Component({
  selector: 'bs-display-name',
  imports: [FormField, Field, FieldInput, Notice, PostForm],
  template: `<form class="bs-stack" [attr.action]="action()" [bsPostForm]="form">
    <bs-field
      name="naam"
      label="Welke naam mag erbij staan?"
      i18n-label
      hint="Iedereen ziet deze naam bij uw plannen en reacties. Uw e-mailadres ziet niemand."
      i18n-hint
      [error]="error(form.displayName)"
    >
      <input bsInput type="text" autocomplete="name" [formField]="form.displayName" />
    </bs-field>
    @if (failure(); as words) {
      <bs-notice kind="error">
        <p>{{ words }}</p>
      </bs-notice>
    }
    <button i18n class="bs-button" type="submit">Bewaar mijn naam</button>
  </form>`,
  host: { class: 'bs-panel' },
})
export class DisplayName implements OnInit {
  /** The bounds that the rules set (`TEXT_LENGTHS.displayName`). */
  readonly length = input.required<LengthRange>();
  /** Where a form goes on to that is sent without scripts; else the page that it is on. */
  readonly returnTo = input<string>();
  /** Why such a form was refused, as the address of the page says; and how long to wait. */
  readonly said = input<string>();
  readonly wait = input<string>();
  readonly saved = output();
  private readonly visitor = inject(Visitor);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly before = fieldsBefore();
  private readonly model = signal({ displayName: '' });
  protected readonly failure = signal<string | null>(null);

  protected readonly form: FieldTree<{ displayName: string }> = form(
    this.model,
    (path) => lengthRule(path.displayName, () => this.length(), $localize`uw naam`),
    {
      submission: { action: () => this.save(), onInvalid: () => focusFirstError(this.form) },
      name: 'naam',
    },
  );
  protected readonly action = computed(() => {
    const question = new URLSearchParams({ terug: this.returnTo() ?? this.router.url });
    return `${LANGUAGE_PATH}${ADDRESS}?${question.toString()}`;
  });
  protected readonly error = shownError;

  ngOnInit(): void {
    this.model.set({ displayName: this.before(ADDRESS, 'displayName') });
    const said = this.said();
    if (said === undefined) return;
    this.form.displayName().markAsTouched();
    const isAtField = AT_THE_FIELD.includes(said) && this.form().invalid();
    if (!isAtField) this.failure.set(failureWords(failureSaid(said, this.wait())));
  }

  private async save(): Promise<TreeValidationResult> {
    this.failure.set(null);
    try {
      await firstValueFrom(this.visitor.rename(cleanText(this.form.displayName().value())));
      this.saved.emit();
      return undefined;
    } catch (error) {
      const failure = failureOf(error);
      const refusal = failure.fields['displayName'];
      // Not beside the field where it is not about the name: the form would ask for another one before it sends again.
      if (!refusal) this.failure.set(failureWords(failure));
      return refusal
        ? refusedBy(
            this.form,
            { kind: 'server', message: failureWords(refusal), fieldTree: this.form.displayName },
            this.injector,
          )
        : undefined;
    }
  }
}
