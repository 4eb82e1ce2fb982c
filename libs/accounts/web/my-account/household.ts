import { Component, computed, inject, Injector, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult } from '@angular/forms/signals';
import { DISPLAY_NAME_LENGTH } from '@buurtstem/accounts-domain';
import type { Person } from '@buurtstem/contract';
import {
  failureOf,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  lengthRule,
  Notice,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { Visitor } from '../visitor';

/** The people who share the e-mail address: going on as another one, and adding one where the rules allow it. */
@Component({
  selector: 'bs-household',
  imports: [Field, FieldInput, FormField, Notice, SentForm],
  template: `<h2 i18n id="huishouden">Wie gebruiken dit e-mailadres?</h2>
    <p>
      <span i18n>Iedereen die dit e-mailadres gebruikt, heeft een eigen stem. Kies wie u bent.</span>
      @if (!full()) {
        <span i18n> Er kunnen {{ limit() }} mensen op één e-mailadres.</span>
      }
    </p>
    @if (failure(); as words) {
      <bs-notice kind="error">
        <p>{{ words }}</p>
      </bs-notice>
    }
    <ul class="bs-rows">
      <li>
        <p>
          <strong>{{ visitor.account()?.displayName ?? nobody }}</strong>
          <span i18n class="bs-badge bs-badge--beside">Dit bent u</span>
        </p>
      </li>
      @for (person of others(); track person.id) {
        <li>
          <p>
            <button i18n class="bs-link" type="button" (click)="switchTo(person)">
              Ga verder als {{ nameOf(person) }}
            </button>
          </p>
        </li>
      }
    </ul>
    @if (!full()) {
      <details class="bs-filter">
        <summary><span i18n>Voeg een huisgenoot toe</span></summary>
        <div class="bs-filter__body">
          <form class="bs-stack" [bsSentForm]="form">
            <bs-field
              name="huisgenoot"
              label="Hoe heet uw huisgenoot?"
              i18n-label
              hint="Deze naam staat bij de plannen en reacties van uw huisgenoot."
              i18n-hint
              [error]="error(form.name)"
            >
              <input bsInput type="text" autocomplete="off" [formField]="form.name" />
            </bs-field>
            <button i18n class="bs-button" type="submit">Voeg toe en ga verder als deze persoon</button>
          </form>
        </div>
      </details>
    }`,
  host: { class: 'bs-panel', role: 'region', 'aria-labelledby': 'huishouden' },
})
export class Household {
  protected readonly nobody = $localize`U`;
  private readonly injector = inject(Injector);
  protected readonly visitor = inject(Visitor);
  private readonly household = computed(() => this.visitor.account()?.household);
  protected readonly others = computed(() => this.household()?.others ?? []);
  protected readonly limit = computed(() => this.household()?.limit ?? 1);
  protected readonly full = computed(() => this.others().length + 1 >= this.limit());
  protected readonly failure = signal<string | null>(null);
  protected readonly error = shownError;

  protected readonly form: FieldTree<{ name: string }> = form(
    signal({ name: '' }),
    (path) => lengthRule(path.name, () => DISPLAY_NAME_LENGTH, $localize`de naam`),
    { submission: { action: () => this.add(), onInvalid: () => focusFirstError(this.form) } },
  );

  protected nameOf(person: Person): string {
    return person.displayName ?? $localize`uw huisgenoot zonder naam`;
  }

  protected switchTo(person: Person): void {
    this.failure.set(null);
    this.visitor.switchTo(person.id).subscribe({
      error: (error: unknown) => this.failure.set(failureWords(failureOf(error))),
    });
  }

  private async add(): Promise<TreeValidationResult> {
    try {
      await firstValueFrom(this.visitor.addPerson(this.form.name().value().trim()));
      this.form.name().reset('');
      return undefined;
    } catch (error) {
      const message = failureWords(failureOf(error));
      return refusedBy(this.form, { kind: 'server', message, fieldTree: this.form.name }, this.injector);
    }
  }
}
