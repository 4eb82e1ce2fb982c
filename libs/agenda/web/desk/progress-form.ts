import { Component, computed, inject, Injector, input, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import type { AgendaItem } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  type Act,
  cleanText,
  type Failure,
  Field,
  FieldInput,
  focusFirstError,
  lengthOf,
  lengthRule,
  lengthWords,
  PHOTO_TYPES,
  photoMistake,
  refusalsAt,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { AgendaDeskApi } from './desk-api';

/** As the API takes it. */
const RESPONSIBLE = { min: 2, max: 100 };

interface ProgressDraft {
  text: string;
  responsible: string;
  finishes: boolean;
  /** What the photo shows. */
  alt: string;
}

/** Tells everybody how it goes with a plan that was adopted, until the work is done. */
@Component({
  selector: 'bs-progress-form',
  imports: [Field, FieldInput, FormField, SentForm],
  template: `<form class="bs-stack" [attr.aria-label]="label()" [bsSentForm]="form">
    <bs-field
      [name]="'bericht-' + item().id"
      label="Wat is er gebeurd?"
      i18n-label
      hint="Zeg wat er klaar is, wat het kostte en wat er nog komt. Noem een datum."
      i18n-hint
      [error]="error(form.text)"
      [length]="length(form.text().value())"
      [max]="limits.max"
    >
      <textarea bsInput rows="5" [formField]="form.text"></textarea>
    </bs-field>
    <bs-field
      [name]="'wie-' + item().id"
      label="Wie doet het werk?"
      i18n-label
      hint="Een team of afdeling van de gemeente, zoals ‘Groen en spelen’."
      i18n-hint
      [error]="error(form.responsible)"
    >
      <input bsInput type="text" autocomplete="off" [formField]="form.responsible" />
    </bs-field>
    <bs-field
      [name]="'foto-' + item().id"
      label="Foto (hoeft niet)"
      i18n-label
      hint="JPEG, PNG of WebP, hooguit 10 MB. Waar de foto is gemaakt, halen wij eruit."
      i18n-hint
      [error]="photoError()"
    >
      <input bsInput type="file" [accept]="types" (change)="choose($event)" />
    </bs-field>
    @if (photo()) {
      <bs-field
        [name]="'op-de-foto-' + item().id"
        label="Wat staat er op de foto?"
        i18n-label
        hint="Voor wie de foto niet kan zien."
        i18n-hint
        [error]="error(form.alt)"
      >
        <input bsInput type="text" autocomplete="off" [formField]="form.alt" />
      </bs-field>
    }
    <label class="bs-choice">
      <input type="checkbox" [formField]="form.finishes" />
      <span i18n>Het werk is klaar. Hierna volgt geen bericht meer.</span>
    </label>
    @if (placed() !== null) {
      <p i18n class="bs-hint">Uw bericht staat er al. Alleen de foto nog niet.</p>
    }
    <div class="bs-actions">
      <button class="bs-button" type="submit">
        @if (placed() === null) {
          <span i18n>Plaats het bericht</span>
        } @else {
          <span i18n>Plaats de foto</span>
        }
      </button>
      <ng-content />
    </div>
  </form>`,
})
export class ProgressForm {
  protected readonly label = computed(() => $localize`Bericht over ${this.item().title}:title:`);
  readonly item = input.required<AgendaItem>();
  readonly act = input.required<Act>();
  readonly finished = output();

  private readonly api = inject(AgendaDeskApi);
  private readonly injector = inject(Injector);
  protected readonly limits = TEXT_LENGTHS.progressReport;
  protected readonly error = shownError;
  protected readonly length = lengthOf;
  private readonly model = signal<ProgressDraft>({
    text: '',
    responsible: '',
    finishes: false,
    alt: '',
  });
  protected readonly types = PHOTO_TYPES;
  protected readonly photo = signal<File | null>(null);
  protected readonly photoError = signal<string | null>(null);
  /** The number of the report once it stands there: then only the photo can still fail. */
  protected readonly placed = signal<number | null>(null);
  protected readonly form: FieldTree<ProgressDraft> = form(
    this.model,
    (path) => {
      lengthRule(path.text, () => this.limits, $localize`het bericht`);
      lengthRule(path.responsible, () => RESPONSIBLE, $localize`wie het werk doet`);
      validate(path.alt, ({ value }) => {
        const message =
          this.photo() && lengthWords(value(), TEXT_LENGTHS.pictureAlt, $localize`wat er op de foto staat`);
        return message ? { kind: 'length', message } : undefined;
      });
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  protected choose(event: Event): void {
    const [photo] = (event.target as HTMLInputElement).files ?? [];
    const mistake = photo ? photoMistake(photo) : null;
    this.photoError.set(mistake);
    this.photo.set(mistake === null ? (photo ?? null) : null);
  }

  private async send(): Promise<TreeValidationResult> {
    // A photo that cannot be sent is not forgotten in silence.
    if (this.photoError() !== null) return undefined;
    const failure = (await this.sendReport()) ?? (await this.sendPhoto());
    if (!failure) {
      this.finished.emit();
      return undefined;
    }
    const refusals = refusalsAt(
      failure,
      { text: this.form.text, responsible: this.form.responsible, alt: this.form.alt },
      { 'progress-length': 'text', 'picture-alt-length': 'alt' },
    );
    if (refusals.length === 0) return undefined;
    this.act().forget();
    return refusedBy(this.form, refusals, this.injector);
  }

  private async sendReport(): Promise<Failure | null> {
    if (this.placed() !== null) return null;
    const { text, responsible, finishes } = this.model();
    const report = { text: cleanText(text), responsible: cleanText(responsible), finishes };
    return this.act().run(this.api.report(this.item().id, report), ({ id }) => {
      this.placed.set(id);
      return finishes
        ? $localize`Het bericht staat erbij. ${this.item().title}:title: is klaar.`
        : $localize`Het bericht over ${this.item().title}:title: staat erbij.`;
    });
  }

  private async sendPhoto(): Promise<Failure | null> {
    const [photo, report] = [this.photo(), this.placed()];
    if (photo === null || report === null) return null;
    const alt = cleanText(this.model().alt);
    return this.act().run(
      this.api.addPhoto(this.item().id, report, photo, alt),
      () => $localize`Het bericht over ${this.item().title}:title: staat erbij, met de foto.`,
    );
  }
}
