import { Component } from '@angular/core';
import { NotFound } from '@buurtstem/ui';

/** A short link from a poster that leads to no plan: one that does is sent on before it comes here. */
@Component({
  selector: 'bs-no-plan-page',
  imports: [NotFound],
  template: `<bs-not-found
    heading="Dit plan bestaat niet"
    i18n-heading
    sentence="Misschien is het adres niet goed overgenomen. Kijk op het affiche, of zoek het plan op de site."
    i18n-sentence
  />`,
})
export class NoPlanPage {}
