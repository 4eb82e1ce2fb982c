import { HttpErrorResponse } from '@angular/common/http';
import { Component, computed, input, output } from '@angular/core';
import { Failed } from '../state/failed';
import { StateMessage } from '../state/state';
import { failureOf, failureWords } from '../words/problem';

/** A staff page whose data did not come: because this is not theirs to see, or because something is wrong. */
@Component({
  selector: 'bs-desk-failed',
  imports: [Failed, StateMessage],
  template: `
    @if (refusal(); as words) {
      <div class="bs-page bs-section">
        <bs-state
          art="missing"
          [level]="1"
          heading="Deze pagina is niet voor u"
          i18n-heading
          [sentence]="words"
        >
          <ng-content />
        </bs-state>
      </div>
    } @else {
      <bs-failed (again)="again.emit()" />
    }
  `,
})
export class DeskFailed {
  readonly error = input.required<unknown>();
  readonly again = output();

  protected readonly refusal = computed(() => {
    const error = this.error();
    const isRefusal = error instanceof HttpErrorResponse && [401, 403, 404].includes(error.status);
    return isRefusal ? failureWords(failureOf(error)) : null;
  });
}
