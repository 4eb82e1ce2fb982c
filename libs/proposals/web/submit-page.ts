import {
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  numberAttribute,
  signal,
  viewChild,
} from '@angular/core';
import {
  type FieldTree,
  form,
  FormField,
  FormRoot,
  type TreeValidationResult,
  validate,
} from '@angular/forms/signals';
import { Router } from '@angular/router';
import { Visitor } from '@buurtstem/accounts-web';
import type { Picture, Place, Proposal } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  cleanText,
  failureOf,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  Icon,
  kindWords,
  lengthOf,
  lengthRule,
  lengthWords,
  Notice,
  Paragraphs,
  PhotoStrip,
  refusalWords,
  refusedBy,
  shownError,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { PlacePicker } from './map/place-picker';
import { PlanPhotos } from './photos/plan-photos';
import { ProposalsApi, type ProposalText } from './proposals-api';
import { SimilarPlans } from './similar-plans';
import { SubmitMemory } from './submit-memory';

/** `name` is asked only of who has none yet. */
type Draft = Omit<ProposalText, 'neighbourhood' | 'theme' | 'place'> & {
  neighbourhood: string;
  theme: string;
  name: string;
};

const EMPTY: Draft = {
  kind: 'plan',
  title: '',
  summary: '',
  body: '',
  neighbourhood: '',
  theme: '',
  name: '',
};
const KINDS = [
  { value: 'plan', hint: $localize`U vraagt het stadsdeel om iets te doen.` },
  { value: 'idea', hint: $localize`U vraagt het stadsdeel om ergens over na te denken.` },
  { value: 'statement', hint: $localize`U wilt weten wat anderen ergens van vinden.` },
] as const;

/**
 * Submitting a plan: the questions, then the plan as others will see it, then the button that places it. The text is kept
 * on the visitor's own device until it is saved, so that nothing gets lost by signing in or by a failure.
 */
@Component({
  selector: 'bs-submit-page',
  imports: [
    FormField,
    FormRoot,
    Field,
    FieldInput,
    Icon,
    Notice,
    Paragraphs,
    PhotoStrip,
    PlacePicker,
    PlanPhotos,
    SimilarPlans,
  ],
  templateUrl: './submit-page.html',
})
export class SubmitPage {
  /** The number of an own draft or an own plan that may still be changed (`?plan=`). */
  readonly plan = input(undefined, {
    transform: (value: unknown) => (value === undefined ? undefined : numberAttribute(value)),
  });

  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly api = inject(ProposalsApi);
  private readonly memory = inject(SubmitMemory);
  protected readonly current = inject(CurrentDistrict);
  protected readonly visitor = inject(Visitor);
  protected readonly limits = TEXT_LENGTHS;
  protected readonly kinds = KINDS.map((kind) => ({ ...kind, words: kindWords(kind.value) }));

  private readonly model = signal<Draft>(EMPTY);
  /** Where it is on the map; most plans have no one place. */
  protected readonly spot = signal<Place | null>(null);
  protected readonly placeError = signal<string | null>(null);
  protected readonly isPicking = signal(false);
  protected readonly map = this.api.map(() => this.step() === 'write');
  protected readonly hasMap = computed(() => this.map.hasValue() && this.map.value().areas.length > 0);
  protected readonly needsName = computed(
    () => this.visitor.isSignedIn() && !this.visitor.account()?.displayName,
  );
  private readonly existing = this.api.one(() => this.plan());
  /** A plan that is not read yet would be saved a second time. */
  protected readonly isReading = computed(
    () => this.plan() !== undefined && !this.existing.hasValue() && !this.existing.error(),
  );
  /** The plan as it is saved; null until then. */
  protected readonly saved = signal<Proposal | null>(null);
  protected readonly step = signal<'write' | 'preview'>('write');
  protected readonly failure = signal<string | null>(null);
  protected readonly placing = signal(false);
  private readonly photos = viewChild(PlanPhotos);
  protected readonly returnTo = computed(() => `/${this.current.slug()}/indienen`);

  protected readonly form: FieldTree<Draft> = form(
    this.model,
    (path) => {
      lengthRule(path.title, () => this.limits.title, $localize`een naam voor uw plan`);
      lengthRule(path.summary, () => this.limits.summary, $localize`een korte uitleg`);
      lengthRule(path.body, () => this.limits.body, $localize`de tekst van uw plan`);
      validate(path.name, ({ value }) => {
        const message = this.needsName()
          ? lengthWords(value(), this.limits.displayName, $localize`uw naam`)
          : null;
        return message === null ? undefined : { kind: 'length', message };
      });
    },
    { submission: { action: () => this.save(), onInvalid: () => focusFirstError(this.form) } },
  );
  protected readonly error = shownError;
  protected readonly length = lengthOf;

  constructor() {
    // Takes over what the device kept, or the saved plan, once: typing must never be overwritten.
    const kept = this.memory.read();
    if (kept) {
      const { place, ...texts } = kept;
      this.model.set({ ...EMPTY, ...texts });
      this.spot.set(place);
    }
    effect(() => {
      const existing = this.existing.hasValue() ? this.existing.value() : undefined;
      if (existing?.mine && this.saved() === null) this.take(existing);
    });
  }

  protected remember(): void {
    this.memory.keep({ ...this.model(), place: this.spot() });
  }

  protected choosePlace(place: Place | null): void {
    this.placeError.set(null);
    this.spot.set(place);
    this.remember();
  }

  protected kindOf(proposal: Proposal): string {
    return kindWords(proposal.kind);
  }

  protected backToWriting(): void {
    this.failure.set(null);
    this.step.set('write');
  }

  protected async place(): Promise<void> {
    const saved = this.saved();
    if (!saved || this.placing()) return;
    const unfinished = this.photos()?.unfinished() ?? null;
    this.failure.set(unfinished);
    if (unfinished !== null) return;
    this.placing.set(true);
    try {
      const proposal = saved.state === 'draft' ? await firstValueFrom(this.api.publish(saved.number)) : saved;
      this.memory.forget();
      await this.router.navigate(['/', this.current.slug(), 'plannen', proposal.number]);
    } catch (error) {
      this.failure.set(failureWords(failureOf(error).code));
    } finally {
      this.placing.set(false);
    }
  }

  protected withPictures(plan: Proposal, pictures: Picture[]): void {
    this.saved.set({ ...plan, pictures, picture: pictures[0] ?? null });
  }

  private take(proposal: Proposal): void {
    const { kind, title, summary, body, neighbourhood, theme, place } = proposal;
    this.saved.set(proposal);
    this.model.set({
      ...{ kind, title, summary, body, name: '' },
      neighbourhood: neighbourhood?.slug ?? '',
      theme: theme?.slug ?? '',
    });
    this.spot.set(place);
  }

  private async save(): Promise<TreeValidationResult> {
    this.failure.set(null);
    this.remember();
    if (!this.visitor.isSignedIn()) {
      await this.router.navigate(['/inloggen'], { queryParams: { terug: this.returnTo() } });
      return undefined;
    }
    const draft = this.model();
    const text: ProposalText = {
      kind: draft.kind,
      title: cleanText(draft.title),
      summary: cleanText(draft.summary),
      body: cleanText(draft.body),
      neighbourhood: draft.neighbourhood || null,
      theme: draft.theme || null,
      place: this.spot(),
    };
    const saved = this.saved();
    try {
      if (this.needsName()) await firstValueFrom(this.visitor.rename(cleanText(draft.name)));
      const request = saved
        ? this.api.edit(saved.number, { ...text, version: saved.version })
        : this.api.saveDraft(text);
      this.saved.set(await firstValueFrom(request));
      this.step.set('preview');
      return undefined;
    } catch (error) {
      return this.errorsOf(error);
    }
  }

  private errorsOf(error: unknown): TreeValidationResult {
    const { code, fields } = failureOf(error);
    const byField = (['title', 'summary', 'body', 'neighbourhood', 'theme', 'kind'] as const).flatMap(
      (field) => {
        const refusal = fields[field];
        return refusal
          ? [{ kind: 'server', message: refusalWords[refusal], fieldTree: this.form[field] }]
          : [];
      },
    );
    if (fields['displayName']) {
      const message = refusalWords[fields['displayName']];
      return refusedBy(this.form, { kind: 'server', message, fieldTree: this.form.name }, this.injector);
    }
    if (fields['place']) this.placeError.set(refusalWords[fields['place']]);
    if (byField.length > 0) return refusedBy(this.form, byField, this.injector);
    this.failure.set(fields['place'] ? refusalWords[fields['place']] : failureWords(code));
    return undefined;
  }
}
