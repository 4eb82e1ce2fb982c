import { Component, inject, input, output } from '@angular/core';
import { Connection, whenConnected } from '../platform/connection';
import { respondWith } from '../platform/response-status';
import { StateMessage } from './state';

/** The data of the page did not come. It is asked for again by hand, and by itself once the connection is back. */
@Component({
  selector: 'bs-failed',
  imports: [StateMessage],
  template: `<div class="bs-page bs-section">
    @if (connection.isLost()) {
      <bs-state
        art="offline"
        [level]="level()"
        heading="Geen verbinding"
        i18n-heading
        sentence="Wij kunnen dit nu niet laten zien. Er is niets veranderd. Probeer het opnieuw als u weer verbinding hebt."
        i18n-sentence
      >
        <button i18n class="bs-button" type="button" (click)="again.emit()">Probeer het opnieuw</button>
      </bs-state>
    } @else {
      <bs-state
        art="busy"
        [level]="level()"
        heading="Het is nu erg druk"
        i18n-heading
        sentence="Wij kunnen dit nu niet laten zien. Er is niets veranderd. Probeer het over een minuut weer."
        i18n-sentence
      >
        <button i18n class="bs-button" type="button" (click)="again.emit()">Probeer het opnieuw</button>
      </bs-state>
    }
  </div>`,
})
export class Failed {
  readonly level = input<1 | 2>(1);
  readonly again = output();
  protected readonly connection = inject(Connection);

  constructor() {
    respondWith(503);
    whenConnected(() => this.again.emit());
  }
}
