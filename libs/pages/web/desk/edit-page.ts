import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { FormField, type TreeValidationResult } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { DeskPage } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { PAGE_LENGTHS, slugFor } from '@buurtstem/pages-domain';
import {
  Act,
  ActResult,
  cleanText,
  Confirm,
  DeskFailed,
  describePage,
  Field,
  FieldInput,
  type Failure,
  Icon,
  type Language,
  lengthOf,
  MomentPipe,
  Notice,
  PageClock,
  refusalsAt,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { of, tap } from 'rxjs';
import { PageContent } from '../page-content';
import { PagesApi, type PageVerb } from '../pages-api';
import { PageState } from './page-state';
import { draftOf, EMPTY_DRAFT, isSameDraft, pageForm } from './page-form';
import { PageMemory, type PageDraft } from './page-memory';
import { versionWords } from './page-words';

/** Whether saving also publishes. */
type Intent = 'keep' | 'publish';

/** Writing a page: first the text, then exactly what readers will see, then before everybody. */
@Component({
  selector: 'bs-edit-page',
  imports: [
    ActResult,
    Confirm,
    DeskFailed,
    Field,
    FieldInput,
    FormField,
    Icon,
    MomentPipe,
    Notice,
    PageContent,
    PageState,
    RouterLink,
    SentForm,
  ],
  templateUrl: './edit-page.html',
})
export class EditPage {
  /** Of the page that is changed; absent for a new one. */
  readonly slug = input<string>();

  private readonly api = inject(PagesApi);
  private readonly memory = inject(PageMemory);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  protected readonly current = inject(CurrentDistrict);
  protected readonly today = inject(PageClock).now().toISOString();
  protected readonly act = new Act();
  protected readonly error = shownError;
  protected readonly length = lengthOf;
  protected readonly limits = PAGE_LENGTHS;
  protected readonly versionWords = versionWords;

  protected readonly isNew = computed(() => this.slug() === undefined);
  private readonly name = computed(() => this.slug() ?? '');
  protected readonly resource = this.api.deskPage(this.name);
  /** What the API holds, as far as this editor has seen it; null for a new page, and while it loads. */
  protected readonly read = linkedSignal<DeskPage | null>(() =>
    this.resource.hasValue() ? (this.resource.value() ?? null) : null,
  );
  protected readonly isReady = computed(() => this.isNew() || this.read() !== null);
  protected readonly isPublished = computed(() => this.read()?.state === 'published');
  private readonly saved = computed(() => {
    const page = this.read();
    return page ? draftOf(page) : EMPTY_DRAFT;
  });

  protected readonly model = signal<PageDraft>(EMPTY_DRAFT);
  protected readonly form = pageForm(this.model, this.isNew, () => this.save());
  /** The version that the form's text began from. */
  private base = 0;
  private intent: Intent = 'keep';
  private filledFor: string | null = null;
  /** Whether the text comes from this device, from an earlier time. */
  protected readonly isRestored = signal(false);
  /** What a colleague saved while this editor was typing. */
  protected readonly theirs = signal<DeskPage | null>(null);
  /** The address follows the title until somebody types one. */
  private readonly hasOwnAddress = signal(false);
  protected readonly isChanged = computed(() => !isSameDraft(this.model(), this.saved()));

  protected readonly isPreview = signal(false);
  protected readonly previewLanguage = signal<Language>('nl');
  private readonly preview = viewChild<ElementRef<HTMLElement>>('preview');
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');

  constructor() {
    describePage(() => ({ title: this.isNew() ? $localize`Nieuwe pagina` : this.saved().title }));
    effect(() => {
      if (this.isReady() && this.filledFor !== this.name()) untracked(() => this.fill());
    });
    effect(() => {
      const draft = this.model();
      if (this.filledFor !== this.name()) return;
      if (untracked(() => this.isChanged())) this.memory.keep(this.name(), { ...draft, version: this.base });
      else this.memory.forget(this.name());
    });
    const said = this.router.currentNavigation()?.extras.state?.['said'] as unknown;
    if (typeof said === 'string') void this.act.run(of(null), () => said);
  }

  protected publishNext(): void {
    this.intent = 'publish';
  }

  protected keepNext(): void {
    this.intent = 'keep';
  }

  protected titled(): void {
    if (!this.isNew() || this.hasOwnAddress()) return;
    this.model.update((draft) => ({ ...draft, slug: slugFor(cleanText(draft.title)) }));
  }

  protected addressed(): void {
    this.hasOwnAddress.set(true);
  }

  protected show(isPreview: boolean): void {
    this.isPreview.set(isPreview);
    this.previewLanguage.set('nl');
    const target = isPreview ? this.preview : this.opener;
    afterNextRender({ write: () => target()?.nativeElement.focus() }, { injector: this.injector });
  }

  protected takeTheirs(): void {
    const theirs = this.theirs();
    if (!theirs) return;
    this.take(theirs);
    this.act.forget();
  }

  /** Back to what stands on the site: what this device had kept is thrown away. */
  protected startOver(): void {
    this.form().reset(this.saved());
    this.base = this.read()?.version ?? 0;
    this.isRestored.set(false);
  }

  protected async withdraw(): Promise<void> {
    await this.move('withdrawal', $localize`De pagina staat niet meer op de site. De tekst is er nog.`);
  }

  protected async restore(): Promise<void> {
    await this.move('standard-text', $localize`De standaardtekst staat weer op de site.`);
  }

  protected async remove(): Promise<void> {
    const page = this.read();
    if (!page) return;
    const said = $localize`De pagina ‘${page.title}:title:’ is weg.`;
    const failure = await this.act.run(this.api.act(page.slug, 'removal', page.version), () => said);
    if (failure) return void (await this.conflicted(failure));
    this.filledFor = null;
    this.memory.forget(page.slug);
    await this.router.navigate(['/', this.current.slug(), 'redactie'], { state: { said } });
  }

  private fill(): void {
    const kept = this.memory.read(this.name());
    const page = this.read();
    this.base = kept?.version ?? page?.version ?? 0;
    const isOther = kept !== null && !isSameDraft(kept, this.saved());
    this.form().reset(isOther ? { ...this.saved(), ...draftIn(kept) } : this.saved());
    this.isRestored.set(isOther);
    this.hasOwnAddress.set(isOther);
    if (!isOther) this.base = page?.version ?? 0;
    else if (page && kept.version !== page.version) this.theirs.set(page);
    this.filledFor = this.name();
  }

  private async save(): Promise<TreeValidationResult> {
    const draft = this.model();
    const slug = this.isNew() ? draft.slug.trim() : this.name();
    const publishes = this.intent === 'publish' && !this.isPublished();
    this.intent = 'keep';
    if (publishes && !this.isNew() && !this.isChanged() && this.base > 0) {
      await this.move('publication', this.publishedWords());
      return undefined;
    }
    const said = this.isPublished()
      ? $localize`De pagina is veranderd. Iedereen ziet dit nu.`
      : $localize`Het concept is bewaard.`;
    const wanted = {
      version: this.base,
      title: cleanText(draft.title),
      body: cleanText(draft.body),
      titleEn: cleanText(draft.titleEn),
      bodyEn: cleanText(draft.bodyEn),
    };
    const wasNew = this.isNew();
    let kept: DeskPage | null = null;
    const failure = await this.act.run(
      this.api.write(slug, wanted).pipe(tap((page) => (kept = page))),
      () => said,
    );
    if (failure) return this.refused(failure);
    const page = kept as DeskPage | null;
    if (!page) return undefined;
    this.memory.forget(this.name());
    if (!wasNew) this.take(page);
    if (publishes && !(await this.publishSaved(page))) return undefined;
    if (wasNew) await this.openSaved(page, publishes ? this.publishedWords() : said);
    return undefined;
  }

  /** False where the text was saved and publishing it failed: the words of that stand on the page. */
  private async publishSaved(page: DeskPage): Promise<boolean> {
    const request = this.api
      .act(page.slug, 'publication', page.version)
      .pipe(tap((after) => after && this.take(after)));
    const failure = await this.act.run(request, () => this.publishedWords());
    if (failure && this.isNew())
      await this.openSaved(page, $localize`Het concept is bewaard, maar nog niet gepubliceerd.`);
    return failure === null;
  }

  /** A page that was new has an address of its own from now on. */
  private async openSaved(page: DeskPage, said: string): Promise<void> {
    this.filledFor = null;
    this.memory.forget('');
    const commands = ['/', this.current.slug(), 'redactie', 'pagina', page.slug];
    await this.router.navigate(commands, { replaceUrl: true, state: { said } });
  }

  private async move(verb: PageVerb, said: string): Promise<void> {
    const page = this.read();
    if (!page) return;
    const request = this.api
      .act(page.slug, verb, page.version)
      .pipe(tap((after) => after && this.take(after)));
    const failure = await this.act.run(request, () => said);
    if (failure) await this.conflicted(failure);
  }

  private publishedWords(): string {
    return $localize`De pagina staat op de site.`;
  }

  private take(page: DeskPage): void {
    this.read.set(page);
    this.theirs.set(null);
    this.isRestored.set(false);
    this.isPreview.set(false);
    this.base = page.version;
    this.memory.forget(this.name());
    this.form().reset(draftOf(page));
  }

  private async refused(failure: Failure): Promise<TreeValidationResult> {
    if (await this.conflicted(failure)) return undefined;
    const { slug, title, body, titleEn, bodyEn } = this.form;
    const home = { 'page-slug-not-valid': 'slug' } as const;
    const refusals = refusalsAt(failure, { slug, title, body, titleEn, bodyEn }, home);
    if (refusals.length === 0) return undefined;
    this.isPreview.set(false);
    this.act.forget();
    return refusedBy(this.form, refusals, this.injector);
  }

  /** What is typed stays; what the colleague saved is shown beside it, and saving again is knowing it. */
  private async conflicted({ code }: Failure): Promise<boolean> {
    if (code !== 'version-conflict') return false;
    this.isPreview.set(false);
    this.act.forget();
    const slug = this.isNew() ? this.model().slug.trim() : this.name();
    await this.act.run(
      this.api.read(slug).pipe(
        tap((page) => {
          // A new page at an address that is taken: another address is the way out, not the colleague's text.
          if (this.isNew()) return;
          this.theirs.set(page);
          this.base = page.version;
        }),
      ),
      () =>
        this.isNew()
          ? $localize`Er is nog niets bewaard. Er is al een pagina met dit adres. Kies een ander adres.`
          : $localize`Er is nog niets bewaard. Een collega veranderde de pagina intussen. Uw tekst staat er nog.`,
    );
    return true;
  }
}

function draftIn({ slug, title, body, titleEn, bodyEn }: PageDraft): PageDraft {
  return { slug, title, body, titleEn, bodyEn };
}
