import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { StateMessage } from '@buurtstem/ui';

/** A page that is about the visitor, for a visitor who is not signed in. */
@Component({
  selector: 'bs-sign-in-first',
  imports: [RouterLink, StateMessage],
  template: `<div class="bs-page bs-section">
    <bs-state art="home" [level]="1" [heading]="heading()" [sentence]="sentence()">
      <a i18n class="bs-button" routerLink="/inloggen" [queryParams]="{ terug: returnTo() }">Inloggen</a>
    </bs-state>
  </div>`,
})
export class SignInFirst {
  readonly heading = input($localize`Log eerst in`);
  readonly sentence = input($localize`Deze pagina gaat over u. Wij sturen u een e-mail met een code.`);
  /** Where to come back to. */
  readonly returnTo = input.required<string>();
}
