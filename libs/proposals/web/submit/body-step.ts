import { Component, output } from '@angular/core';
import { TextQuestion } from './text-question';

/** The plan itself. */
@Component({
  selector: 'bs-body-step',
  imports: [TextQuestion],
  template: `<bs-text-question
    step="body"
    name="tekst"
    i18n-hint
    hint="Wat is er nu aan de hand? Wat wilt u veranderen? Wie heeft er iets aan?"
    i18n-what
    what="de tekst van uw plan"
    [rows]="12"
    (answered)="answered.emit()"
    (stopped)="stopped.emit()"
  />`,
})
export class BodyStep {
  readonly answered = output();
  readonly stopped = output();
}
