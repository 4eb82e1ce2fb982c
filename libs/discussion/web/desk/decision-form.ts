import {
  afterNextRender,
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
  type ValidationError,
} from '@angular/forms/signals';
import type { DecideCase, MessageTemplate, ModerationCase, Redaction, Verdict } from '@buurtstem/contract';
import { type ReasonCode, REASON_CODES, REASONS, redactionOf } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  type Act,
  capital,
  cleanText,
  type Failure,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  Icon,
  Notice,
  lengthOf,
  lengthRule,
  refusalsAt,
  refusedBy,
  shownError,
} from '@buurtstem/ui';
import { tap } from 'rxjs';
import { reasonName } from '../reason-words';
import { type Holder, isInText, kindOf, theKind } from './case-words';
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
  title: $localize`Naam van het plan`,
  summary: $localize`Korte uitleg`,
  body: $localize`Tekst`,
};

const isReason = (text: string): text is ReasonCode => (REASON_CODES as readonly string[]).includes(text);

/** The decision on a case that the moderator has in hand. What they typed stays, whatever the API answers. */
@Component({
  selector: 'bs-decision-form',
  imports: [FormField, Field, FieldInput, Icon, MergeForm, Notice, RedactionEditor],
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
        value() === '' ? { kind: 'reason', message: $localize`Kies een reden.` } : undefined,
      );
      lengthRule(path.message, () => this.limits, $localize`een bericht aan de schrijver`);
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
    if (!isReason(reason)) return $localize`De schrijver leest dit.`;
    return REASONS[reason].isExplainedInPublic
      ? $localize`De schrijver leest dit. Het staat ook in het openbare logboek, dus herhaal niet wat weg moet.`
      : $localize`Alleen de schrijver leest dit. In het openbare logboek staat alleen de reden.`;
  });
  protected readonly whatIsPublic = computed(() =>
    this.case().reports > 0
      ? $localize`Uw besluit komt in het openbare logboek, zonder naam van de schrijver.`
      : $localize`Verbergt u dit of haalt u woorden weg? Dan komt dat in het openbare logboek, zonder naam van de schrijver.`,
  );
  /** The message that stands ready for what is chosen. */
  protected readonly ready = computed(() => {
    const { reason } = this.model();
    const happened = this.redacting() ? 'redact' : 'hide';
    return isReason(reason) ? messageFor(reason, happened, kindOf(this.case()), this.templates()) : '';
  });
  protected readonly isOther = computed(
    () => this.ready() !== '' && this.model().message.trim() !== this.ready().trim(),
  );
  /** Whether the author changed the text while the moderator was looking at it. */
  protected readonly isStale = computed(() =>
    TEXTS.some((name) => this.case().text[name] !== this.original()[name]),
  );
  protected readonly texts = computed<readonly (RedactableField & { readonly text: TextName })[]>(() => {
    const hints = this.case().hints.filter(isInText);
    return TEXTS.filter((name) => this.original()[name] !== '').map((name) => ({
      text: name,
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
    this.readText();
  }

  /** Begins again with the text as it is now. */
  protected readText(): void {
    const { title, summary, body } = this.case().text;
    this.original.set({ title, summary, body });
    this.model.update((draft) => ({ ...draft, title, summary, body }));
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
    // Into what opened, or back to what opens it.
    const next = this.redacting() ? '#weghalen' : '#open-weghalen';
    const focus = () => this.host.nativeElement.querySelector<HTMLElement>(next)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
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
        $localize`U laat dit staan. ${reports > 0 ? $localize`Dat staat nu in het openbare logboek.` : $localize`Er is niets veranderd.`}:words:`,
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
    const wrong = verdict === 'redact' ? this.wrongRedactions() : [];
    if (wrong.length > 0) return this.refusedAt(wrong);
    const decision: DecideCase = {
      verdict,
      reason,
      message: cleanText(message),
      ...(verdict === 'redact' ? { redaction: this.redaction() } : {}),
    };
    const failure = await this.act().run(
      this.api.decide(this.case().number, decision).pipe(tap((one) => this.decided.emit(one))),
      () =>
        verdict === 'hide'
          ? $localize`${capital(theKind(this.case()))}:theKind: is verborgen. De schrijver krijgt uw bericht.`
          : $localize`De woorden zijn weggehaald. De schrijver krijgt uw bericht.`,
    );
    return failure ? this.said(failure) : undefined;
  }

  private readonly changed = computed(() =>
    this.texts().filter(({ tree, original }) => tree().value() !== original),
  );

  /** The texts that the moderator took something out of. They go as they are: nothing else in them may change. */
  private redaction(): Redaction {
    return Object.fromEntries(this.changed().map(({ text, tree }) => [text, tree().value()]));
  }

  /** What the rule says against the texts as they are now, each beside its own field. */
  private wrongRedactions(): ValidationError.WithFieldTree[] {
    const [first] = this.texts();
    const looked = this.changed().length === 0 && first ? [first] : this.changed();
    return looked.flatMap(({ tree, original }) => {
      const verdict = redactionOf(original, tree().value());
      return verdict.ok
        ? []
        : [{ kind: 'redaction', message: failureWords(verdict.refusal), fieldTree: tree }];
    });
  }

  private said(failure: Failure): TreeValidationResult {
    const { reason, message, title, summary, body } = this.form;
    const changed = this.changed()[0]?.text ?? 'body';
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
    // The rule was asked here too: if the API says otherwise, the author wrote something else in between.
    if (failure.code === 'redaction-changes-text') this.refused.emit(failure);
    return this.refusedAt(refusals);
  }

  private refusedAt(errors: TreeValidationResult): TreeValidationResult {
    return refusedBy(this.form, errors, this.injector);
  }
}
