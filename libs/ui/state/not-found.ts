import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePage } from '../platform/page-title';
import { respondWith } from '../platform/response-status';
import { StateMessage } from './state';

/** The whole page is missing: also tells the browser and search engines so (404). */
@Component({
  selector: 'bs-not-found',
  imports: [StateMessage, RouterLink],
  template: `<div class="bs-page bs-section">
    <bs-state art="missing" [level]="1" [heading]="heading()" [sentence]="sentence()">
      @if (district(); as slug) {
        <a i18n class="bs-button" [routerLink]="['/', slug, 'plannen']">Naar alle plannen</a>
      } @else {
        <a i18n class="bs-button" routerLink="/">Naar het begin</a>
      }
    </bs-state>
  </div>`,
})
export class NotFound {
  readonly district = input<string | null>(null);
  readonly heading = input($localize`Deze pagina bestaat niet`);
  readonly sentence = input(
    $localize`Misschien is het adres niet goed overgenomen. Alle plannen staan bij elkaar op één pagina.`,
  );

  constructor() {
    respondWith(404);
    describePage(() => ({ title: this.heading() }));
  }
}
