import { Component, inject, Injector, linkedSignal, signal } from '@angular/core';
import {
  applyEach,
  type FieldTree,
  form,
  FormField,
  type TreeValidationResult,
  validate,
} from '@angular/forms/signals';
import type { ModerationSettings, SetModerationSettings } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  Act,
  ActResult,
  cleanText,
  type Failure,
  DeskFailed,
  Field,
  FieldInput,
  focusFirstError,
  lengthOf,
  lengthWords,
  Notice,
  refusalsAt,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { tap } from 'rxjs';
import { reasonName } from '../reason-words';
import { DESK_REASONS } from './decision-form';
import { ModerationApi } from './moderation-api';
import { builtInMessage } from './templates';

/** The API takes no more. */
const MOST_WATCH_WORDS = 500;

interface SettingsDraft {
  /** One per line. */
  words: string;
  /** The own message of each reason, in the order of the desk; empty where the built-in one does. */
  messages: string[];
}

/** Words that the desk marks, and the messages that stand ready for the moderators of this district. */
@Component({
  selector: 'bs-moderation-settings-page',
  imports: [ActResult, DeskFailed, Field, FieldInput, FormField, Notice, SentForm],
  templateUrl: './settings-page.html',
})
export class ModerationSettingsPage {
  protected readonly noWords = $localize`Geen woorden`;
  protected readonly noMessage = $localize`Geen eigen bericht`;
  private readonly api = inject(ModerationApi);
  private readonly injector = inject(Injector);
  protected readonly resource = this.api.settings();
  protected readonly act = new Act();
  protected readonly error = shownError;
  protected readonly length = lengthOf;
  protected readonly limits = TEXT_LENGTHS.message;
  protected readonly reasons = DESK_REASONS.map((code) => ({
    code,
    name: reasonName(code),
    builtIn: builtInMessage(code, 'hide', 'text'),
  }));

  /** What the API holds, as far as this moderator has seen it. */
  protected readonly read = linkedSignal<ModerationSettings | null>(() =>
    this.resource.hasValue() ? (this.resource.value() ?? null) : null,
  );
  private readonly model = linkedSignal(() =>
    draftOf(this.resource.hasValue() ? this.resource.value() : undefined),
  );
  /** What a colleague saved while this moderator was typing. */
  protected readonly theirs = signal<SettingsDraft | null>(null);

  protected readonly form: FieldTree<SettingsDraft> = form(
    this.model,
    (path) => {
      validate(path.words, ({ value }) => {
        const message = whatIsWrongWith(wordsIn(value()));
        return message === null ? undefined : { kind: 'words', message };
      });
      applyEach(path.messages, (message) =>
        validate(message, ({ value }) => {
          const words =
            value().trim() === '' ? null : lengthWords(value(), this.limits, $localize`een bericht`);
          return words === null ? undefined : { kind: 'length', message: words };
        }),
      );
    },
    { submission: { action: () => this.save(), onInvalid: () => focusFirstError(this.form) } },
  );

  protected differs(index: number): boolean {
    const theirs = this.theirs();
    return theirs !== null && theirs.messages[index] !== this.model().messages[index];
  }

  protected wordsDiffer(): boolean {
    return this.theirs()?.words !== this.model().words;
  }

  protected takeTheirs(): void {
    const theirs = this.theirs();
    if (theirs) this.form().reset(theirs);
    this.theirs.set(null);
    this.act.forget();
  }

  private async save(): Promise<TreeValidationResult> {
    const { words, messages } = this.model();
    const templates = DESK_REASONS.flatMap((reason, index) => {
      const text = cleanText(messages[index] ?? '');
      return text === '' ? [] : [{ reason, text, index }];
    });
    const wanted: SetModerationSettings = {
      watchWords: wordsIn(words),
      templates: templates.map(({ reason, text }) => ({ reason, text })),
      version: this.read()?.version ?? 0,
    };
    const failure = await this.act.run(
      this.api.setSettings(wanted).pipe(tap((saved) => this.take(saved))),
      () => $localize`De instellingen zijn bewaard.`,
    );
    if (!failure) return undefined;
    if (failure.code === 'version-conflict') {
      await this.readTheirs();
      return undefined;
    }
    return this.atFields(
      failure,
      templates.map(({ index }) => index),
    );
  }

  private take(saved: ModerationSettings): void {
    this.read.set(saved);
    this.theirs.set(null);
    this.form().reset(draftOf(saved));
  }

  /** What is typed stays; what the colleague saved is shown beside it, and saving again is knowing it. */
  private async readTheirs(): Promise<void> {
    this.act.forget();
    await this.act.run(
      this.api.readSettings().pipe(
        tap((saved) => {
          this.read.set(saved);
          this.theirs.set(draftOf(saved));
        }),
      ),
      () =>
        $localize`Er is nog niets bewaard. Een collega veranderde de instellingen intussen. Uw tekst staat er nog.`,
    );
  }

  /** The API names a message by its place among those that were sent: `templates.2.text`. */
  private atFields(failure: Failure, sent: readonly number[]): TreeValidationResult {
    const fields: Record<string, FieldTree<string>> = { watchWords: this.form.words };
    for (let line = 0; line < MOST_WATCH_WORDS; line++) fields[`watchWords.${line}`] = this.form.words;
    sent.forEach((index, place) => {
      const field = this.form.messages[index];
      if (field) fields[`templates.${place}.text`] = field;
    });
    const refusals = refusalsAt(failure, fields);
    if (refusals.length === 0) return undefined;
    this.act.forget();
    return refusedBy(this.form, refusals, this.injector);
  }
}

function draftOf(settings: ModerationSettings | undefined): SettingsDraft {
  return {
    words: (settings?.watchWords ?? []).join('\n'),
    messages: DESK_REASONS.map(
      (code) => settings?.templates.find(({ reason }) => reason === code)?.text ?? '',
    ),
  };
}

/** One word or phrase per line; the same one twice is once. */
function wordsIn(text: string): string[] {
  const lines = text.split('\n').map(cleanText);
  return [...new Set(lines)].filter((line) => line !== '');
}

function whatIsWrongWith(words: readonly string[]): string | null {
  const { min, max } = TEXT_LENGTHS.watchWord;
  const wrong = words.find((word) => lengthOf(word) < min || lengthOf(word) > max);
  if (wrong !== undefined)
    return $localize`‘${wrong}:wrong:’ is te kort of te lang. Een woord heeft ${min}:min: tot ${max}:max: tekens.`;
  return words.length > MOST_WATCH_WORDS
    ? $localize`Dit zijn te veel woorden. U kunt er ${MOST_WATCH_WORDS}:most: kwijt.`
    : null;
}
