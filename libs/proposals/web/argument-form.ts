import { Component, inject, input, output, signal } from '@angular/core';
import {
  type FieldTree,
  form,
  FormField,
  FormRoot,
  type TreeValidationResult,
  validate,
} from '@angular/forms/signals';
import type { Argument } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  failureOf,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  Icon,
  lengthOf,
  lengthRule,
  refusalWords,
  shownError,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { ProposalsApi } from './proposals-api';

interface ArgumentDraft {
  side: '' | 'for' | 'against';
  body: string;
}

/** One argument for or against. The text stays in the field when sending fails. */
@Component({
  selector: 'bs-argument-form',
  imports: [FormField, FormRoot, Field, FieldInput, Icon],
  template: `<form class="bs-stack" method="dialog" [formRoot]="form">
    <fieldset class="bs-field" [attr.aria-describedby]="error(form.side) ? 'kant-fout' : null">
      <legend class="bs-label">Is uw argument voor of tegen het plan?</legend>
      @if (error(form.side); as words) {
        <p class="bs-error" id="kant-fout">
          <bs-icon name="alert" /><span>{{ words }}</span>
        </p>
      }
      <label class="bs-choice"><input type="radio" value="for" [formField]="form.side" /> Voor</label>
      <label class="bs-choice"><input type="radio" value="against" [formField]="form.side" /> Tegen</label>
    </fieldset>
    <bs-field
      name="argument"
      label="Uw argument"
      hint="Schrijf één argument, in gewone woorden. Iedereen kan het lezen, met uw naam erbij."
      [error]="error(form.body)"
      [length]="length()"
      [max]="limits.max"
    >
      <textarea bsInput rows="4" [formField]="form.body"></textarea>
    </bs-field>
    <div class="bs-actions"><button class="bs-button" type="submit">Plaats mijn argument</button></div>
  </form>`,
})
export class ArgumentForm {
  readonly proposal = input.required<number>();
  readonly placed = output<Argument>();

  private readonly proposals = inject(ProposalsApi);
  protected readonly limits = TEXT_LENGTHS.argument;
  protected readonly form: FieldTree<ArgumentDraft> = form(
    signal<ArgumentDraft>({ side: '', body: '' }),
    (path) => {
      validate(path.side, ({ value }) =>
        value() === '' ? { kind: 'side', message: 'Kies voor of tegen.' } : undefined,
      );
      lengthRule(path.body, () => this.limits, 'uw argument');
    },
    { submission: { action: () => this.place(), onInvalid: () => focusFirstError(this.form) } },
  );
  protected readonly error = shownError;
  protected readonly length = () => lengthOf(this.form.body().value());

  private async place(): Promise<TreeValidationResult> {
    const { side, body } = this.form().value();
    if (side === '') return undefined;
    try {
      const argument = await firstValueFrom(this.proposals.argue(this.proposal(), side, body.trim()));
      this.form().reset({ side: '', body: '' });
      this.placed.emit(argument);
      return undefined;
    } catch (error) {
      const { code, fields } = failureOf(error);
      const message = fields['body'] ? refusalWords[fields['body']] : failureWords(code);
      return { kind: 'server', message, fieldTree: this.form.body };
    }
  }
}
