import { Component, inject, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Accessibility, DeskPageList } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Act, ActResult, DeskFailed, Icon, MomentPipe } from '@buurtstem/ui';
import { of } from 'rxjs';
import { languageOf, titleOf } from '../page-content';
import { PagesApi } from '../pages-api';
import { AccessibilityForm } from './accessibility-form';
import { PageState } from './page-state';

/** Every page of the district, drafts included, and what it says of its accessibility. */
@Component({
  selector: 'bs-pages-desk',
  imports: [RouterLink, AccessibilityForm, ActResult, DeskFailed, Icon, MomentPipe, PageState],
  template: `
    @if (pages(); as here) {
      <div class="bs-page bs-section bs-section--first bs-stack bs-stack--l">
        <header class="bs-stack bs-stack--s">
          <h1 i18n>Pagina’s</h1>
          <p class="bs-lead" i18n>Wat bezoekers kunnen lezen over de site en de commissie.</p>
          <div class="bs-actions">
            <a class="bs-button" [routerLink]="['/', current.slug(), 'redactie', 'nieuw']" i18n
              >Schrijf een pagina</a
            >
          </div>
        </header>
        <bs-act-result [act]="act" />
        <div class="bs-split bs-split--desk">
          <section class="bs-stack" aria-labelledby="alle">
            <h2 id="alle" i18n>Alle pagina’s</h2>
            <ul class="bs-rows bs-rows--desk">
              @for (page of here.items; track page.slug) {
                <li>
                  <h3>
                    <a
                      [routerLink]="['/', current.slug(), 'redactie', 'pagina', page.slug]"
                      [attr.lang]="languageOf(page)"
                      >{{ titleOf(page) }} <bs-icon name="next"
                    /></a>
                  </h3>
                  <p class="bs-row">
                    <bs-page-state [state]="page.state" />
                    @if (page.changedAt; as at) {
                      <span class="bs-meta" i18n>Veranderd op {{ at | moment: 'date' }}</span>
                    }
                  </p>
                </li>
              }
            </ul>
          </section>
          <bs-accessibility-form [claim]="here.accessibility" (claimed)="take($event)" />
        </div>
      </div>
    } @else if (resource.error(); as error) {
      <bs-desk-failed [error]="error" (again)="resource.reload()" />
    } @else {
      <p class="bs-page bs-section" role="status" i18n>De pagina’s worden geladen.</p>
    }
  `,
})
export class PagesDesk {
  protected readonly current = inject(CurrentDistrict);
  protected readonly resource = inject(PagesApi).deskList();
  protected readonly pages = linkedSignal<DeskPageList | null>(() =>
    this.resource.hasValue() ? (this.resource.value() ?? null) : null,
  );
  protected readonly act = new Act();
  protected readonly languageOf = languageOf;
  protected readonly titleOf = titleOf;

  constructor() {
    const said = inject(Router).currentNavigation()?.extras.state?.['said'] as unknown;
    if (typeof said === 'string') void this.act.run(of(null), () => said);
  }

  protected take(accessibility: Accessibility): void {
    this.pages.update((pages) => pages && { ...pages, accessibility });
  }
}
