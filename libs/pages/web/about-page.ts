import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Failed, Icon, lastValue } from '@buurtstem/ui';
import { titleOf } from './page-content';
import { PagesApi } from './pages-api';

/** Everything that can be read about the site and the committee. */
@Component({
  selector: 'bs-about-page',
  imports: [RouterLink, Failed, Icon],
  template: `
    @if (resource.error()) {
      <bs-failed (again)="resource.reload()" />
    } @else if (pages(); as here) {
      <div class="bs-page bs-section bs-section--first bs-stack bs-stack--l">
        <header class="bs-stack bs-stack--s">
          <h1 i18n>Over deze site</h1>
          <p class="bs-lead" i18n>Wat u kunt lezen over Buurtstem {{ current.value()?.name }}.</p>
        </header>
        <ul class="bs-rows bs-rows--desk">
          @for (page of here.items; track page.slug) {
            <li>
              <h2>
                <a [routerLink]="['/', current.slug(), 'over', page.slug]"
                  >{{ titleOf(page) }} <bs-icon name="next"
                /></a>
              </h2>
            </li>
          }
          <li>
            <h2>
              <a [routerLink]="['/', current.slug(), 'spelregels']"
                ><span i18n>Spelregels</span> <bs-icon name="next"
              /></a>
            </h2>
          </li>
        </ul>
      </div>
    } @else {
      <p class="bs-page bs-section" role="status" i18n>De pagina’s worden geladen.</p>
    }
  `,
})
export class AboutPage {
  protected readonly current = inject(CurrentDistrict);
  protected readonly titleOf = titleOf;
  protected readonly resource = inject(PagesApi).list();
  protected readonly pages = lastValue(this.resource);
}
