import { Component, output } from '@angular/core';
import { TextQuestion } from './text-question';

/** What others read first. */
@Component({
  selector: 'bs-summary-step',
  imports: [TextQuestion],
  template: `<bs-text-question
    step="summary"
    name="uitleg"
    i18n-hint
    hint="Dit lezen mensen als eerste."
    i18n-what
    what="een korte uitleg"
    [rows]="4"
    (answered)="answered.emit()"
    (stopped)="stopped.emit()"
  />`,
})
export class SummaryStep {
  readonly answered = output();
  readonly stopped = output();
}
