import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import type { Argument, Choice } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  cleanText,
  failureOf,
  failureSaid,
  failureWords,
  Field,
  FieldInput,
  fieldsBefore,
  focusFirstError,
  Icon,
  LANGUAGE_PATH,
  lengthOf,
  lengthRule,
  Notice,
  PostForm,
  refusedBy,
  shownError,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { DiscussionApi } from '../discussion-api';

interface ArgumentDraft {
  side: '' | Choice;
  body: string;
}

/** What the fields themselves say once they are touched. */
const AT_A_FIELD: readonly string[] = ['invalid-input', 'argument-length'];

/** One argument for or against, also without scripts. The text stays in the field when sending fails. */
@Component({
  selector: 'bs-argument-form',
  imports: [FormField, Field, FieldInput, Icon, Notice, PostForm],
  template: `<form class="bs-stack" [attr.action]="languagePath + address()" [bsPostForm]="form">
    <fieldset class="bs-field" [attr.aria-describedby]="error(form.side) ? 'kant-fout' : null">
      <legend i18n class="bs-label">Is uw argument voor of tegen het plan?</legend>
      @if (error(form.side); as words) {
        <p class="bs-error" id="kant-fout">
          <bs-icon name="alert" /><span><span i18n class="bs-hidden">Fout: </span>{{ words }}</span>
        </p>
      }
      <label i18n class="bs-choice"><input type="radio" value="for" [formField]="form.side" /> Voor</label>
      <label i18n class="bs-choice"
        ><input type="radio" value="against" [formField]="form.side" /> Tegen</label
      >
    </fieldset>
    <bs-field
      name="argument"
      label="Uw argument"
      i18n-label
      hint="Schrijf één argument, in gewone woorden. Iedereen kan het lezen, met uw naam erbij."
      i18n-hint
      [error]="error(form.body)"
      [length]="length()"
      [max]="limits.max"
    >
      <textarea bsInput rows="4" [formField]="form.body"></textarea>
    </bs-field>
    @if (failure(); as words) {
      <bs-notice kind="error">
        <p>{{ words }}</p>
      </bs-notice>
    }
    <div class="bs-actions"><button i18n class="bs-button" type="submit">Plaats mijn argument</button></div>
  </form>`,
})
export class ArgumentForm implements OnInit {
  readonly proposal = input.required<number>();
  /** Why the form was refused that was sent without scripts, as the address of the page says; and how long to wait. */
  readonly said = input<string>();
  readonly wait = input<string>();
  readonly placed = output<Argument>();

  private readonly api = inject(DiscussionApi);
  private readonly injector = inject(Injector);
  private readonly district = inject(CurrentDistrict);
  private readonly before = fieldsBefore();
  protected readonly languagePath = LANGUAGE_PATH;
  private readonly draft = signal<ArgumentDraft>({ side: '', body: '' });
  protected readonly limits = TEXT_LENGTHS.argument;
  protected readonly address = computed(
    () => `/formulier/${this.district.slug()}/plannen/${this.proposal()}/argument`,
  );
  protected readonly form: FieldTree<ArgumentDraft> = form(
    this.draft,
    (path) => {
      validate(path.side, ({ value }) =>
        value() === '' ? { kind: 'side', message: $localize`Kies voor of tegen.` } : undefined,
      );
      lengthRule(path.body, () => this.limits, $localize`uw argument`);
    },
    {
      submission: { action: () => this.place(), onInvalid: () => focusFirstError(this.form) },
      name: 'argument',
    },
  );
  protected readonly failure = signal<string | null>(null);
  protected readonly error = shownError;
  protected readonly length = () => lengthOf(this.form.body().value());

  ngOnInit(): void {
    const side = this.before(this.address(), 'side');
    const body = this.before(this.address(), 'body');
    this.draft.set({ side: side === 'for' || side === 'against' ? side : '', body });
    const said = this.said();
    if (said === undefined) return;
    this.form.side().markAsTouched();
    this.form.body().markAsTouched();
    const isAtField = AT_A_FIELD.includes(said) && this.form().invalid();
    if (!isAtField) this.failure.set(failureWords(failureSaid(said, this.wait())));
  }

  private async place(): Promise<TreeValidationResult> {
    const { side, body } = this.form().value();
    if (side === '') return undefined;
    this.failure.set(null);
    try {
      const argument = await firstValueFrom(this.api.argue(this.proposal(), side, cleanText(body)));
      this.form().reset({ side: '', body: '' });
      this.placed.emit(argument);
      return undefined;
    } catch (error) {
      const failure = failureOf(error);
      const atBody = failure.fields['body'];
      if (atBody) {
        const refusal = { kind: 'server', message: failureWords(atBody), fieldTree: this.form.body };
        return refusedBy(this.form, refusal, this.injector);
      }
      // Not beside the field: the form would then ask for another text before it sends again.
      this.failure.set(failureWords(failure));
      return undefined;
    }
  }
}
