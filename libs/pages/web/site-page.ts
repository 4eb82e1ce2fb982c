import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { describePage, Failed, Icon, isMissing, lastValue, NotFound } from '@buurtstem/ui';
import { PageContent, languageOf } from './page-content';
import { PagesApi } from './pages-api';

/** One page of the district. */
@Component({
  selector: 'bs-site-page',
  imports: [RouterLink, Failed, Icon, NotFound, PageContent],
  template: `
    @if (resource.error(); as error) {
      @if (isMissing(error)) {
        <bs-not-found [district]="current.slug()" />
      } @else {
        <bs-failed (again)="resource.reload()" />
      }
    } @else if (page(); as here) {
      <div class="bs-page bs-section bs-section--first bs-stack">
        <a class="bs-crumb" [routerLink]="['/', current.slug(), 'over']"
          ><bs-icon name="back" /><span i18n>Over deze site</span></a
        >
        <bs-page-content
          [page]="here"
          [language]="language()"
          [accessibility]="here.accessibility"
          [changedAt]="here.changedAt"
        />
      </div>
    } @else {
      <p class="bs-page bs-section" role="status" i18n>De pagina wordt geladen.</p>
    }
  `,
})
export class SitePageView {
  readonly slug = input.required<string>();

  protected readonly current = inject(CurrentDistrict);
  protected readonly isMissing = isMissing;
  protected readonly resource = inject(PagesApi).page(() => this.slug());
  private readonly last = lastValue(this.resource);
  /** Not the page before this one, while this one loads. */
  protected readonly page = computed(() => (this.last()?.slug === this.slug() ? this.last() : null));
  protected readonly language = computed(() => languageOf(this.page()));

  constructor() {
    describePage(() => {
      const page = this.page();
      if (!page) return null;
      return { title: this.language() === 'en' ? page.titleEn : page.title };
    });
  }
}
