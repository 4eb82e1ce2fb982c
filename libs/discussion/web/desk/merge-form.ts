import { Component, inject, Injector, input, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import type { CaseProposal } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  type Act,
  cleanText,
  counted,
  failureOf,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  Icon,
  isMissing,
  lengthOf,
  lengthRule,
  refusalsAt,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { ModerationApi } from './moderation-api';

interface MergeDraft {
  /** The number of the plan that stays. */
  target: string;
  message: string;
}

const NUMBER = /^#?\s*([1-9]\d{0,8})$/;

/** Asks the submitters of two plans to make one of them. Votes stay where they are. */
@Component({
  selector: 'bs-merge-form',
  imports: [Field, FieldInput, FormField, Icon, SentForm],
  templateUrl: './merge-form.html',
  host: { class: 'bs-panel', role: 'region', 'aria-labelledby': 'samenvoegen' },
})
export class MergeForm {
  /** The plan that would go. */
  readonly proposal = input.required<CaseProposal>();
  readonly act = input.required<Act>();
  readonly asked = output();

  private readonly api = inject(ModerationApi);
  private readonly injector = inject(Injector);
  protected readonly found = signal<readonly CaseProposal[]>([]);
  protected readonly searched = signal<string | null>(null);
  protected readonly searchError = signal<string | null>(null);
  protected readonly limits = TEXT_LENGTHS.message;
  protected readonly error = shownError;
  protected readonly length = lengthOf;

  protected readonly form: FieldTree<MergeDraft> = form(
    signal<MergeDraft>({ target: '', message: '' }),
    (path) => {
      validate(path.target, ({ value }) =>
        value() === ''
          ? { kind: 'target', message: $localize`Zoek en kies het plan dat blijft.` }
          : undefined,
      );
      lengthRule(path.message, () => this.limits, $localize`een bericht aan de indieners`);
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  protected async search(event: Event, text: string): Promise<void> {
    event.preventDefault();
    const wanted = text.trim();
    this.searchError.set(wanted === '' ? $localize`Vul de naam of het nummer van een plan in.` : null);
    if (wanted === '') return;
    try {
      const found = await this.matching(wanted);
      const others = found.filter(({ number }) => number !== this.proposal().number);
      this.found.set(others);
      this.searched.set(
        others.length === 0
          ? $localize`Geen ander open plan gevonden.`
          : $localize`${counted(others.length, $localize`plan`, $localize`plannen`)}:counted: gevonden.`,
      );
      this.form.target().value.set('');
    } catch (error) {
      this.found.set([]);
      this.searched.set(failureWords(failureOf(error)));
    }
  }

  private async matching(text: string): Promise<readonly CaseProposal[]> {
    const number = NUMBER.exec(text)?.[1];
    if (number === undefined) return (await firstValueFrom(this.api.searchProposals(text))).items;
    try {
      const one = await firstValueFrom(this.api.proposal(Number(number)));
      return one.state === 'open' ? [one] : [];
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  private async send(): Promise<TreeValidationResult> {
    const { target, message } = this.form().value();
    const failure = await this.act().run(
      this.api.askMerge(this.proposal().number, Number(target), cleanText(message)),
      () =>
        $localize`De vraag is verstuurd aan de indieners van beide plannen. Tot hun antwoord verandert er niets.`,
    );
    if (!failure) {
      this.asked.emit();
      return undefined;
    }
    const refusals = refusalsAt(
      failure,
      { targetNumber: this.form.target, message: this.form.message },
      {
        'merge-with-itself': 'targetNumber',
        'message-length': 'message',
        'proposal-not-found': 'targetNumber',
      },
    );
    if (refusals.length === 0) return undefined;
    this.act().forget();
    return refusedBy(this.form, refusals, this.injector);
  }
}
