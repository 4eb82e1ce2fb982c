import { Location } from '@angular/common';
import { HttpClient } from '@angular/common/http';
import { afterNextRender, Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { firstValueFrom, timeout } from 'rxjs';
import { Connection, whenConnected } from '../platform/connection';
import { StateMessage } from './state';

const PATIENCE_MS = 8000;

/**
 * A page of the site that did not come, because there is no connection or because the site was renewed in the meantime.
 * Its address stays in the address bar, so that going back and trying again both do what one expects.
 */
@Component({
  selector: 'bs-no-connection',
  imports: [StateMessage],
  template: `<div class="bs-page bs-section">
    <bs-state art="offline" [level]="1" [heading]="heading()" [sentence]="sentence()">
      <button class="bs-button" type="button" (click)="tryAgain()" i18n>Probeer het opnieuw</button>
    </bs-state>
    <p class="bs-state" role="status">
      @if (isStillLost()) {
        <span i18n>Het lukt nog niet. Er is nog geen verbinding.</span>
      }
    </p>
  </div>`,
})
export class NoConnection {
  private readonly http = inject(HttpClient);
  private readonly page = inject(DOCUMENT);
  private readonly connection = inject(Connection);
  protected readonly isStillLost = signal(false);

  protected readonly heading = computed(() =>
    this.connection.isLost() ? $localize`Geen verbinding` : $localize`Deze pagina kwam niet aan`,
  );
  protected readonly sentence = computed(() =>
    this.connection.isLost()
      ? $localize`Wij kunnen deze pagina nu niet laten zien. Er is niets veranderd. Wat u las, vindt u terug met de knop ‘vorige’.`
      : $localize`De verbinding viel weg, of de site is net vernieuwd. Er is niets veranderd.`,
  );

  constructor() {
    const location = inject(Location);
    // The router notes in the history which page it showed under this address. Without that note, loading the page anew or
    // coming back to it later is about the page that was asked for, and not about this one.
    afterNextRender(() => location.replaceState(location.path(true)));
    // Whoever is in a tunnel does not have to watch for its end.
    whenConnected(() => void this.tryAgain());
    // The site was asked for in a moment without a connection that is over by now. Never for the first page of a visit:
    // one whose program cannot be had would be loaded again and again.
    if (!this.connection.isLost() && inject(Router).lastSuccessfulNavigation()) void this.tryAgain();
  }

  /** Loads the page anew once the site answers: the browser may remember that a part of it could not be had. */
  protected async tryAgain(): Promise<void> {
    this.isStillLost.set(false);
    try {
      await firstValueFrom(this.http.get('/health/live').pipe(timeout(PATIENCE_MS)));
    } catch {
      this.isStillLost.set(true);
      return;
    }
    // Not by its address: one with a place in the page (#) would only be scrolled to.
    this.page.defaultView?.location.reload();
  }
}
