import { Component, inject, output } from '@angular/core';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Notice } from '@buurtstem/ui';
import { SimilarPlans } from '../similar-plans';
import { PlanDraft } from './plan-draft';
import { TextQuestion } from './text-question';

/** The name of the plan, with plans that are like it as help; they never stand in the way. */
@Component({
  selector: 'bs-title-step',
  imports: [Notice, SimilarPlans, TextQuestion],
  template: `@if (draft.isResumed() && draft.server() && !draft.isUnsent()) {
      <div>
        <bs-notice kind="info">
          <p i18n>U gaat verder met het plan dat u eerder begon.</p>
          <p>
            <button class="bs-link" type="button" i18n (click)="draft.startAnew()">
              Begin een nieuw plan
            </button>
          </p>
        </bs-notice>
      </div>
    }
    <bs-text-question
      step="title"
      name="titel"
      i18n-hint
      hint="Zeg kort wat er moet komen en waar. Bijvoorbeeld: ‘Een bankje bij de bushalte in de Molenstraat’."
      i18n-what
      what="een naam voor uw plan"
      (answered)="answered.emit()"
      (stopped)="stopped.emit()"
    >
      @defer (when draft.texts().title !== '') {
        <bs-similar-plans
          [title]="draft.texts().title"
          [district]="current.slug() ?? ''"
          [own]="draft.server()?.number ?? null"
        />
      }
    </bs-text-question>`,
  host: { class: 'bs-stack bs-stack--l' },
})
export class TitleStep {
  readonly answered = output();
  readonly stopped = output();
  protected readonly draft = inject(PlanDraft);
  protected readonly current = inject(CurrentDistrict);
}
