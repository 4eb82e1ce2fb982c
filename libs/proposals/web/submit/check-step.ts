import { Component, computed, effect, inject, Injector, signal, untracked } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Visitor } from '@buurtstem/accounts-web';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  cleanText,
  Field,
  FieldInput,
  failureOf,
  failureWords,
  focusFirstError,
  Icon,
  kindWords,
  lengthWords,
  Notice,
  Paragraphs,
  PhotoStrip,
  refusalWords,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { PlanDraft, type SaveAnswer } from './plan-draft';
import { addressOf, questionOf } from './step-words';

/** The plan as others will read it, what is still missing, and the button that places it. */
@Component({
  selector: 'bs-check-step',
  imports: [Field, FieldInput, FormField, Icon, Notice, Paragraphs, PhotoStrip, RouterLink, SentForm],
  templateUrl: './check-step.html',
})
export class CheckStep {
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  protected readonly draft = inject(PlanDraft);
  protected readonly visitor = inject(Visitor);
  protected readonly current = inject(CurrentDistrict);
  protected readonly question = questionOf('check');
  protected readonly failure = signal<string | null>(null);
  protected readonly error = shownError;
  protected readonly limits = TEXT_LENGTHS;
  private readonly model = signal({ name: '' });
  protected readonly needsName = computed(
    () => this.visitor.isSignedIn() && !this.visitor.account()?.displayName,
  );
  protected readonly form: FieldTree<{ name: string }> = form(
    this.model,
    (path) =>
      validate(path.name, ({ value }) => {
        const message = this.needsName()
          ? lengthWords(value(), TEXT_LENGTHS.displayName, $localize`uw naam`)
          : null;
        return message === null ? undefined : { kind: 'length', message };
      }),
    { submission: { action: () => this.place(), onInvalid: () => focusFirstError(this.form) } },
  );
  /** Somebody who went ahead has nothing to look at yet. */
  protected readonly hasText = computed(() => {
    const { title, summary, body } = this.draft.texts();
    return title !== '' || summary !== '' || body !== '' || this.draft.pictures().length > 0;
  });
  protected readonly kind = computed(() => kindWords(this.draft.texts().kind));
  protected readonly neighbourhood = computed(() => {
    const slug = this.draft.texts().neighbourhood;
    return this.current.value()?.neighbourhoods.find((one) => one.slug === slug)?.name ?? null;
  });
  protected readonly theme = computed(() => {
    const slug = this.draft.texts().theme;
    return this.current.value()?.proposalThemes.find((one) => one.slug === slug)?.name ?? null;
  });
  protected readonly missing = computed(() =>
    this.draft.unfinished().map((step) => ({ step, words: questionOf(step) })),
  );
  protected readonly parts = (['title', 'summary', 'body', 'kind', 'place', 'photos'] as const).map(
    (step) => ({
      step,
      words: questionOf(step),
    }),
  );

  constructor() {
    // Back from signing in, the text is sent at once, so that it is safe before anything else is asked.
    effect(() => {
      if (this.visitor.isSignedIn()) untracked(() => void this.draft.answer());
    });
    effect(() => this.draft.hasMistake.set(shownError(this.form.name) !== null || this.failure() !== null));
  }

  protected address(step: Parameters<typeof addressOf>[1]): string[] {
    return addressOf(this.current.slug(), step);
  }

  private async place(): Promise<TreeValidationResult> {
    this.failure.set(null);
    if (!this.visitor.isSignedIn()) {
      const terug = addressOf(this.current.slug(), 'check').join('/').slice(1);
      await this.router.navigate(['/inloggen'], { queryParams: { terug } });
      return undefined;
    }
    if (this.missing().length > 0) {
      this.failure.set($localize`Uw plan is nog niet af. Geef eerst antwoord op de vragen hierboven.`);
      return undefined;
    }
    try {
      if (this.needsName()) {
        await firstValueFrom(this.visitor.rename(cleanText(this.model().name)));
        // The draft takes over the name with its next change.
        this.draft.isUnsent.set(true);
      }
      const answer = await this.draft.save();
      if (answer.kind !== 'saved') {
        this.failure.set(wordsFor(answer));
        return undefined;
      }
      await this.finish();
      return undefined;
    } catch (error) {
      const { code, fields } = failureOf(error);
      const refusal = fields['displayName'];
      if (refusal) {
        const message = refusalWords[refusal];
        return refusedBy(this.form, { kind: 'server', message, fieldTree: this.form.name }, this.injector);
      }
      this.draft.isOffline.update((was) => was || code === 'offline');
      this.failure.set(code === 'offline' ? LATER : failureWords(code));
      return undefined;
    }
  }

  private async finish(): Promise<void> {
    const number = this.draft.server()?.number;
    if (this.draft.isPublished()) this.draft.forget();
    else await this.draft.publish();
    await this.router.navigate(['/', this.current.slug(), 'plannen', number]);
  }
}

const LATER = $localize`Er is geen verbinding. Uw plan is nog niet geplaatst. Uw tekst is bewaard op dit apparaat. Plaats uw plan als u weer verbinding hebt.`;

/** Why the plan could not be placed; the text stands here in any case. */
function wordsFor(answer: SaveAnswer): string | null {
  switch (answer.kind) {
    case 'refused': {
      const [field] = Object.values(answer.failure.fields);
      return field ? refusalWords[field] : failureWords(answer.failure);
    }
    case 'kept':
      return LATER;
    default:
      return null;
  }
}
