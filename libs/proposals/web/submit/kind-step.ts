import { Component, inject, output } from '@angular/core';
import type { ProposalKind } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Field, FieldInput, kindWords, takeOver } from '@buurtstem/ui';
import { PlanDraft } from './plan-draft';
import { StepActions } from './step-actions';
import { questionOf } from './step-words';

const HINTS: Record<ProposalKind, string> = {
  plan: $localize`U vraagt het stadsdeel om iets te doen.`,
  idea: $localize`U vraagt het stadsdeel om ergens over na te denken.`,
  statement: $localize`U wilt weten wat anderen ergens van vinden.`,
};

/** What kind of proposal it is, and what it is about. Something is chosen already: nobody has to stop here. */
@Component({
  selector: 'bs-kind-step',
  imports: [Field, FieldInput, StepActions],
  template: `<form class="bs-stack bs-stack--l" method="dialog" (submit)="goOn($event)">
    <fieldset class="bs-field">
      <legend>
        <h1 class="bs-label--page">{{ question }}</h1>
      </legend>
      @for (kind of kinds; track kind.value) {
        <label class="bs-choice">
          <input
            type="radio"
            name="soort"
            [value]="kind.value"
            [checked]="draft.texts().kind === kind.value"
            (change)="draft.write({ kind: kind.value })"
          />
          <span
            ><strong>{{ kind.words }}</strong
            ><br />{{ kind.hint }}</span
          >
        </label>
      }
    </fieldset>
    @if (current.value()?.proposalThemes; as themes) {
      @if (themes.length > 0) {
        <bs-field
          name="onderwerp"
          i18n-label
          label="Waar gaat uw plan over?"
          i18n-hint
          hint="U mag dit overslaan."
        >
          <select bsInput #theme (change)="draft.write({ theme: theme.value })">
            <option value="" [selected]="draft.texts().theme === ''" i18n>Geen onderwerp</option>
            @for (one of themes; track one.slug) {
              <option [value]="one.slug" [selected]="draft.texts().theme === one.slug">{{ one.name }}</option>
            }
          </select>
        </bs-field>
      }
    }
    <bs-step-actions (stopped)="stopped.emit()" />
  </form>`,
})
export class KindStep {
  readonly answered = output();
  readonly stopped = output();
  protected readonly draft = inject(PlanDraft);
  protected readonly current = inject(CurrentDistrict);
  protected readonly question = questionOf('kind');
  protected readonly kinds = (['plan', 'idea', 'statement'] as const).map((value) => ({
    value,
    words: kindWords(value),
    hint: HINTS[value],
  }));

  protected async goOn(event: Event): Promise<void> {
    takeOver(event);
    if ((await this.draft.answer()).kind !== 'conflict') this.answered.emit();
  }
}
