import {
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import {
  type FieldTree,
  form,
  FormField,
  submit,
  type TreeValidationResult,
  validate,
} from '@angular/forms/signals';
import type { DecideCase, MessageTemplate, ModerationCase, Redaction, Verdict } from '@buurtstem/contract';
import { type ReasonCode, REASON_CODES, REASONS } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  type Act,
  type Failure,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  Icon,
  lengthOf,
  lengthRule,
  refusalsAt,
  refusedBy,
  shownError,
} from '@buurtstem/ui';
import { tap } from 'rxjs';
import { reasonName } from '../reason-words';
import { type Holder, isInText, kindName, theKind } from './case-words';
import { DeskKeys } from './desk-keys';
import { MergeForm } from './merge-form';
import { ModerationApi } from './moderation-api';
import { type RedactableField, RedactionEditor } from './redaction-editor';
import { messageFor } from './templates';

/** What moderators choose most comes first, under the keys that are easiest to reach. */
export const DESK_REASONS: readonly ReasonCode[] = [
  'personal-data',
  'insult-or-discrimination',
  'irrelevant',
  'advertising',
  'duplicate',
  'not-for-the-district',
  'false-name',
  'unlawful',
];

interface Draft {
  reason: ReasonCode | '';
  message: string;
  title: string;
  summary: string;
  body: string;
}

const TEXTS = ['title', 'summary', 'body'] as const;
type TextName = (typeof TEXTS)[number];
const LABELS: Readonly<Record<TextName, string>> = {
  title: 'Naam van het plan',
  summary: 'Korte uitleg',
  body: 'Tekst',
};

const isReason = (text: string): text is ReasonCode => (REASON_CODES as readonly string[]).includes(text);

/** The decision on a case that the moderator has in hand. What they typed stays, whatever the API answers. */
@Component({
  selector: 'bs-decision-form',
  imports: [FormField, Field, FieldInput, Icon, MergeForm, RedactionEditor],
  templateUrl: './decision-form.html',
  host: { class: 'bs-stack', '(document:keydown)': 'press($event)' },
})
export class DecisionForm implements OnInit {
  readonly case = input.required<ModerationCase>();
  readonly templates = input.required<readonly MessageTemplate[]>();
  /** Whose the case is now: only who has it in hand can decide. */
  readonly holder = input.required<Holder>();
  readonly act = input.required<Act>();
  readonly decided = output<ModerationCase>();
  readonly refused = output<Failure>();
  readonly returned = output();
  readonly mergeAsked = output();

  private readonly api = inject(ModerationApi);
  private readonly injector = inject(Injector);
  private readonly keys = inject(DeskKeys);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  private readonly model = signal<Draft>({ reason: '', message: '', title: '', summary: '', body: '' });
  private readonly verdict = signal<Exclude<Verdict, 'keep'>>('hide');
  /** The text as it was when the moderator began: what goes is told from it. */
  private readonly original = signal<Pick<Draft, TextName>>({ title: '', summary: '', body: '' });
  protected readonly redacting = signal(false);
  protected readonly merging = signal(false);
  protected readonly reasons = DESK_REASONS.map((code) => ({ code, name: reasonName(code) }));
  protected readonly limits = TEXT_LENGTHS.message;
  protected readonly error = shownError;
  protected readonly length = lengthOf;

  protected readonly form: FieldTree<Draft> = form(
    this.model,
    (path) => {
      validate(path.reason, ({ value }) =>
        value() === '' ? { kind: 'reason', message: 'Kies een reden.' } : undefined,
      );
      lengthRule(path.message, () => this.limits, 'een bericht aan de schrijver');
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  protected readonly isMine = computed(() => this.holder() === 'me');
  protected readonly canRedact = computed(() => this.case().subject !== 'picture');
  protected readonly canMerge = computed(
    () =>
      this.case().subject === 'proposal' && this.case().merge === null && this.model().reason === 'duplicate',
  );
  protected readonly whoReads = computed(() => {
    const { reason } = this.model();
    if (!isReason(reason)) return 'De schrijver leest dit.';
    return REASONS[reason].isExplainedInPublic
      ? 'De schrijver leest dit. Het staat ook in het openbare logboek, dus herhaal niet wat weg moet.'
      : 'Alleen de schrijver leest dit. In het openbare logboek staat alleen de reden.';
  });
  protected readonly whatIsPublic = computed(() =>
    this.case().reports > 0
      ? 'Uw besluit komt in het openbare logboek, zonder naam van de schrijver.'
      : 'Verbergt u dit of haalt u woorden weg? Dan komt dat in het openbare logboek, zonder naam van de schrijver.',
  );
  /** The message that stands ready for what is chosen. */
  protected readonly ready = computed(() => {
    const { reason } = this.model();
    const happened = this.redacting() ? 'redact' : 'hide';
    return isReason(reason) ? messageFor(reason, happened, kindName(this.case()), this.templates()) : '';
  });
  protected readonly isOther = computed(
    () => this.ready() !== '' && this.model().message.trim() !== this.ready().trim(),
  );
  protected readonly texts = computed<readonly RedactableField[]>(() => {
    const hints = this.case().hints.filter(isInText);
    return TEXTS.filter((name) => this.original()[name] !== '').map((name) => ({
      name: `weg-${name}`,
      label: LABELS[name],
      tree: this.form[name],
      original: this.original()[name],
      found: hints.filter(({ place }) => place === name).map(({ match }) => match),
    }));
  });
  /** What was put into the message field for the moderator; what they type is never replaced. */
  private inserted = '';

  ngOnInit(): void {
    const { text, reasons } = this.case();
    this.original.set(text);
    this.model.set({ ...text, reason: reasons[0] ?? '', message: '' });
    this.prefill();
  }

  protected prefill(): void {
    const ready = this.ready();
    const { message } = this.model();
    if (message.trim() === '' || message === this.inserted)
      this.model.update((draft) => ({ ...draft, message: ready }));
    this.inserted = ready;
  }

  protected useReady(): void {
    this.model.update((draft) => ({ ...draft, message: this.ready() }));
    this.form.message().focusBoundControl();
  }

  protected toggleRedacting(): void {
    this.redacting.update((redacting) => !redacting);
    this.prefill();
  }

  protected toggleMerging(): void {
    this.merging.update((merging) => !merging);
  }

  protected async decide(verdict: Exclude<Verdict, 'keep'>): Promise<void> {
    this.verdict.set(verdict);
    await submit(this.form);
  }

  /** Nothing goes to the author then, so what was written for them stays here. */
  protected async keep(): Promise<void> {
    const act = this.act();
    if (act.isUnderWay()) return;
    const { number, reports } = this.case();
    const failure = await act.run(
      this.api.decide(number, { verdict: 'keep' }).pipe(tap((one) => this.decided.emit(one))),
      () =>
        `U laat dit staan. ${reports > 0 ? 'Dat staat nu in het openbare logboek.' : 'Er is niets veranderd.'}`,
    );
    if (failure) this.refused.emit(failure);
  }

  protected press(event: KeyboardEvent): void {
    const key = this.isMine() ? this.keys.pressed(event) : null;
    if (key === null) return;
    const reason = /^[1-8]$/.test(key) ? DESK_REASONS[Number(key) - 1] : undefined;
    if (reason) this.choose(reason);
    else if (key === 'v') void this.decide('hide');
    else if (key === 'h' && this.canRedact()) this.toggleRedacting();
    else if (key === 'l') void this.keep();
    else if (key === 't') this.returned.emit();
    else return;
    event.preventDefault();
  }

  private choose(reason: ReasonCode): void {
    this.model.update((draft) => ({ ...draft, reason }));
    this.prefill();
    this.host.nativeElement.querySelector<HTMLElement>(`#reden-${reason}`)?.focus();
  }

  private async send(): Promise<TreeValidationResult> {
    const { reason, message } = this.model();
    const verdict = this.verdict();
    if (!isReason(reason)) return undefined;
    const redaction = this.redaction();
    const firstText = this.texts()[0];
    if (verdict === 'redact' && Object.keys(redaction).length === 0 && firstText)
      return this.refusedAt([
        {
          kind: 'redaction',
          message: failureWords('redaction-removes-nothing'),
          fieldTree: firstText.tree,
        },
      ]);
    const decision: DecideCase = {
      verdict,
      reason,
      message: message.trim(),
      ...(verdict === 'redact' ? { redaction } : {}),
    };
    const failure = await this.act().run(
      this.api.decide(this.case().number, decision).pipe(tap((one) => this.decided.emit(one))),
      () =>
        verdict === 'hide'
          ? `U verbergt ${theKind(this.case())}. De schrijver krijgt uw bericht.`
          : 'De woorden zijn weggehaald. De schrijver krijgt uw bericht.',
    );
    return failure ? this.said(failure) : undefined;
  }

  /** The texts that the moderator took something out of. */
  private redaction(): Redaction {
    const draft = this.model();
    const changed = TEXTS.filter((name) => draft[name] !== this.original()[name]);
    return Object.fromEntries(changed.map((name) => [name, draft[name]]));
  }

  private said(failure: Failure): TreeValidationResult {
    const { reason, message, title, summary, body } = this.form;
    const changed = Object.keys(this.redaction())[0] ?? 'body';
    const refusals = refusalsAt(
      failure,
      {
        reason: reason as FieldTree<string>,
        message,
        'redaction.title': title,
        'redaction.summary': summary,
        'redaction.body': body,
      },
      {
        'reason-code-missing': 'reason',
        'message-length': 'message',
        'redaction-changes-text': `redaction.${changed}`,
        'redaction-removes-nothing': `redaction.${changed}`,
      },
    );
    if (refusals.length === 0) {
      this.refused.emit(failure);
      return undefined;
    }
    this.act().forget();
    return this.refusedAt(refusals);
  }

  private refusedAt(errors: TreeValidationResult): TreeValidationResult {
    return refusedBy(this.form, errors, this.injector);
  }
}
