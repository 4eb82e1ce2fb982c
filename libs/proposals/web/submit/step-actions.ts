import { Component, computed, inject, input, output } from '@angular/core';
import { Visitor } from '@buurtstem/accounts-web';
import { timeOfDay } from '@buurtstem/ui';
import { PlanDraft } from './plan-draft';

/** What stands below every question: the way on, the way out, and that the answer is kept. */
@Component({
  selector: 'bs-step-actions',
  template: `<div class="bs-actions">
      <button class="bs-button" [type]="kind()" (click)="onward.emit()">
        <ng-container i18n>Ga verder</ng-container>
      </button>
      <button class="bs-button bs-button--second" type="button" i18n (click)="stopped.emit()">
        Bewaar en stop
      </button>
    </div>
    <p class="bs-meta" role="status">{{ kept() }}</p>`,
  host: { class: 'bs-stack' },
})
export class StepActions {
  /** A question with a form sends it; one without is simply left. */
  readonly kind = input<'submit' | 'button'>('submit');
  readonly onward = output();
  readonly stopped = output();

  private readonly draft = inject(PlanDraft);
  private readonly visitor = inject(Visitor);
  protected readonly kept = computed(() => {
    if (this.draft.isSaving()) return $localize`Uw antwoord wordt bewaard.`;
    const at = this.draft.savedAt();
    if (at !== null && !this.draft.isUnsent()) {
      const time = timeOfDay(at);
      return $localize`Uw antwoord is bewaard om ${time}:time:. Alleen u ziet het.`;
    }
    if (this.draft.isEmpty()) return '';
    return this.visitor.isSignedIn() && !this.draft.isUnsent()
      ? $localize`Uw antwoord is bewaard. Alleen u ziet het.`
      : $localize`Uw tekst is bewaard op dit apparaat.`;
  });
}
