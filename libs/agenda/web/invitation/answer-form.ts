import { Component, computed, inject, Injector, input, linkedSignal, output } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import type { AnswerInvitation, InvitationState, MeetingInvitation } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  Act,
  ActResult,
  Choices,
  cleanText,
  Field,
  FieldInput,
  focusFirstError,
  lengthOf,
  lengthWords,
  refusalsAt,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { tap } from 'rxjs';
import { InvitationApi } from './invitation-api';

type Answer = AnswerInvitation['answer'];

const ANSWERS: readonly { readonly value: Answer; readonly words: string }[] = [
  { value: 'accept', words: $localize`Ik kom` },
  { value: 'delegate', words: $localize`Iemand anders komt voor mij` },
  { value: 'decline', words: $localize`Ik kan niet` },
];

const GIVEN: Partial<Record<InvitationState, Answer>> = {
  accepted: 'accept',
  delegated: 'delegate',
  declined: 'decline',
};

const SAID: Record<Answer, string> = {
  accept: $localize`U komt. De griffie weet het nu ook.`,
  delegate: $localize`Iemand anders komt voor u. De griffie weet het nu ook.`,
  decline: $localize`U komt niet. De commissie bespreekt uw plan toch. De griffie weet het nu ook.`,
};

interface AnswerDraft {
  answer: Answer | '';
  delegateName: string;
  needs: string;
}

/** Where the submitter says who comes to the meeting, and what they need there. It can be changed until it begins. */
@Component({
  selector: 'bs-answer-form',
  imports: [ActResult, Choices, Field, FieldInput, FormField, SentForm],
  template: `<bs-act-result [act]="act" />
    <form class="bs-stack" aria-label="Uw antwoord" i18n-aria-label [bsSentForm]="form">
      <bs-choices name="antwoord" legend="Komt u?" i18n-legend [error]="error(form.answer)">
        @for (answer of answers; track answer.value) {
          <label class="bs-choice bs-choice--tile">
            <input type="radio" [value]="answer.value" [formField]="form.answer" />
            <span>{{ answer.words }}</span>
          </label>
        }
      </bs-choices>
      @if (model().answer === 'delegate') {
        <bs-field name="vervanger" label="Wie komt er voor u?" i18n-label [error]="error(form.delegateName)">
          <input bsInput type="text" autocomplete="off" [formField]="form.delegateName" />
        </bs-field>
      }
      @if (comes()) {
        <bs-field
          name="nodig"
          label="Wat hebt u daar nodig? (hoeft niet)"
          i18n-label
          hint="Een scherm, een plek voor een rolstoel, een tolk. De griffie regelt het of belt u."
          i18n-hint
          [error]="error(form.needs)"
          [length]="length(form.needs().value())"
          [max]="limits.max"
        >
          <textarea bsInput rows="3" [formField]="form.needs"></textarea>
        </bs-field>
      }
      <div class="bs-actions">
        <button class="bs-button" type="submit">
          @if (isAnswered()) {
            <span i18n>Verander mijn antwoord</span>
          } @else {
            <span i18n>Verstuur mijn antwoord</span>
          }
        </button>
      </div>
    </form>`,
  host: { class: 'bs-stack' },
})
export class AnswerForm {
  readonly invitation = input.required<MeetingInvitation>();
  readonly answered = output<MeetingInvitation>();

  private readonly api = inject(InvitationApi);
  private readonly injector = inject(Injector);
  protected readonly act = new Act();
  protected readonly answers = ANSWERS;
  protected readonly limits = TEXT_LENGTHS.needs;
  protected readonly error = shownError;
  protected readonly length = lengthOf;

  protected readonly model = linkedSignal<AnswerDraft>(() => ({
    answer: GIVEN[this.invitation().state] ?? '',
    delegateName: this.invitation().delegateName,
    needs: this.invitation().needs,
  }));
  protected readonly comes = computed(() => ['accept', 'delegate'].includes(this.model().answer));
  protected readonly isAnswered = computed(() => this.invitation().answeredAt !== null);

  protected readonly form: FieldTree<AnswerDraft> = form(
    this.model,
    (path) => {
      validate(path.answer, ({ value }) =>
        value() === '' ? { kind: 'missing', message: $localize`Kies of u komt.` } : undefined,
      );
      validate(path.delegateName, ({ value, valueOf }) => {
        if (valueOf(path.answer) !== 'delegate') return undefined;
        const message = lengthWords(value(), TEXT_LENGTHS.displayName, $localize`de naam van wie er komt`);
        return message === null ? undefined : { kind: 'length', message };
      });
      validate(path.needs, ({ value }) => {
        const message =
          value().trim() === '' ? null : lengthWords(value(), this.limits, $localize`wat u nodig hebt`);
        return message === null ? undefined : { kind: 'length', message };
      });
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<TreeValidationResult> {
    const { answer, delegateName, needs } = this.model();
    if (answer === '') return undefined;
    const wanted: AnswerInvitation = {
      answer,
      delegateName: answer === 'delegate' ? cleanText(delegateName) : '',
      needs: answer === 'decline' ? '' : cleanText(needs),
    };
    const failure = await this.act.run(
      this.api
        .answer(this.invitation().proposalNumber, wanted)
        .pipe(tap((invitation) => this.answered.emit(invitation))),
      () => SAID[answer],
    );
    if (!failure) return undefined;
    const refusals = refusalsAt(
      failure,
      { delegateName: this.form.delegateName, needs: this.form.needs },
      { 'delegate-missing': 'delegateName' },
    );
    if (refusals.length === 0) return undefined;
    this.act.forget();
    return refusedBy(this.form, refusals, this.injector);
  }
}
