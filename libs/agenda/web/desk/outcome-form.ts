import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import type { AgendaItem, Decision } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  type Act,
  Choices,
  Field,
  FieldInput,
  focusFirstError,
  Icon,
  lengthOf,
  lengthRule,
  Paragraphs,
  refusalsAt,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { committeeVoteWords, decisionBadge, decisionWords } from '../agenda-words';
import { AgendaDeskApi } from './desk-api';
import { asOutcome, EMPTY_OUTCOME, type OutcomeDraft, voteError } from './outcome-draft';

const DECISIONS: readonly { readonly value: Decision; readonly means: string }[] = [
  { value: 'adopted', means: $localize`De commissie wil het plan zoals het is.` },
  { value: 'partly-adopted', means: $localize`De commissie wil een deel, of wil het anders.` },
  { value: 'rejected', means: $localize`De commissie wil het plan niet.` },
  { value: 'held-over', means: $localize`De commissie praat er in een volgende vergadering verder over.` },
];

/** The committee's answer to a plan: typed, read once more as everybody will read it, and only then published. */
@Component({
  selector: 'bs-outcome-form',
  imports: [Choices, Field, FieldInput, FormField, Icon, Paragraphs, SentForm],
  templateUrl: './outcome-form.html',
})
export class OutcomeForm {
  protected readonly label = computed(() => $localize`Besluit over ${this.item().title}:title:`);
  readonly item = input.required<AgendaItem>();
  readonly act = input.required<Act>();
  readonly finished = output();

  private readonly api = inject(AgendaDeskApi);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly limits = TEXT_LENGTHS.outcomeReasons;
  protected readonly error = shownError;
  protected readonly length = lengthOf;
  protected readonly decisions = DECISIONS.map(({ value, means }) => ({
    value,
    means,
    words: decisionWords(value),
  }));
  protected readonly isReading = signal(false);

  private readonly model = signal<OutcomeDraft>(EMPTY_OUTCOME);
  protected readonly form: FieldTree<OutcomeDraft> = form(
    this.model,
    (path) => {
      validate(path.decision, ({ value }) =>
        value() === '' ? { kind: 'missing', message: $localize`Kies wat de commissie besloot.` } : undefined,
      );
      lengthRule(path.reasons, () => this.limits, $localize`de uitleg`);
      const votes = [path.votesFor, path.votesAgainst, path.votesAbstained];
      for (const vote of votes)
        validate(vote, ({ value, valueOf }) => {
          const others = votes.filter((other) => other !== vote).map((other) => valueOf(other));
          const message = voteError(value(), others);
          return message === null ? undefined : { kind: 'votes', message };
        });
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );
  /** What everybody is going to read. */
  protected readonly read = computed(() => {
    const outcome = asOutcome(this.model());
    return (
      outcome && {
        ...outcome,
        badge: decisionBadge(outcome.decision),
        votes: outcome.vote && committeeVoteWords(outcome.vote),
      }
    );
  });

  protected back(): void {
    this.isReading.set(false);
    this.focusNext(`#uitleg-${this.item().id}`);
  }

  /** The first time it only shows what everybody will read; the second time it publishes that. */
  private async send(): Promise<TreeValidationResult> {
    if (this.isReading()) return this.publish();
    this.act().forget();
    this.isReading.set(true);
    this.focusNext(`#lezen-${this.item().id}`);
    return undefined;
  }

  private async publish(): Promise<TreeValidationResult> {
    const outcome = asOutcome(this.model());
    if (!outcome) return undefined;
    const failure = await this.act().run(this.api.decide(this.item().id, outcome), () =>
      outcome.decision === 'held-over'
        ? $localize`${this.item().title}:title: is aangehouden. Het plan gaat vanzelf naar een volgende vergadering.`
        : $localize`Het besluit over ${this.item().title}:title: is gepubliceerd. Iedereen die meedeed, krijgt bericht.`,
    );
    if (!failure) {
      this.finished.emit();
      return undefined;
    }
    const refusals = refusalsAt(
      failure,
      { reasons: this.form.reasons, vote: this.form.votesFor },
      {
        'outcome-reasons-length': 'reasons',
        'reason-missing': 'reasons',
        'committee-vote-not-valid': 'vote',
      },
    );
    if (refusals.length === 0) return undefined;
    this.isReading.set(false);
    this.act().forget();
    return refusedBy(this.form, refusals, this.injector);
  }

  private focusNext(selector: string): void {
    const focus = () => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}
