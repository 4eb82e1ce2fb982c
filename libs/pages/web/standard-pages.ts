import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import {
  FIRST_CLAIM,
  isStandardSlug,
  STANDARD_SLUGS,
  standardText,
  type SiteFacts,
} from '@buurtstem/pages-domain';
import { describePage, Icon, NotFound } from '@buurtstem/ui';
import { PageContent, languageOf, titleOf } from './page-content';

/** Outside every district nobody has said anything yet: what holds for every site of this program. */
const FACTS: SiteFacts = {
  district: null,
  claim: FIRST_CLAIM,
  inactiveAfterMonths: DEFAULT_RULEBOOK.inactiveAfterMonths,
};

/** A standard page where no district is chosen. It asks nobody anything, so that it is there whatever else is not. */
@Component({
  selector: 'bs-standard-page',
  imports: [RouterLink, Icon, NotFound, PageContent],
  template: `
    @if (page(); as here) {
      <div class="bs-page bs-section bs-section--first bs-stack">
        <a class="bs-crumb" routerLink="/over"><bs-icon name="back" /><span i18n>Over deze site</span></a>
        <bs-page-content [page]="here" [language]="language()" [accessibility]="claim()" />
      </div>
    } @else {
      <bs-not-found />
    }
  `,
})
export class StandardPage {
  readonly slug = input.required<string>();

  protected readonly page = computed(() => {
    const slug = this.slug();
    return isStandardSlug(slug) ? standardText(slug, FACTS) : null;
  });
  protected readonly claim = computed(() => (this.slug() === 'toegankelijkheid' ? { ...FACTS.claim } : null));
  protected readonly language = computed(() => languageOf(this.page()));

  constructor() {
    describePage(() => {
      const page = this.page();
      return page && { title: this.language() === 'en' ? page.titleEn : page.title };
    });
  }
}

@Component({
  selector: 'bs-standard-list',
  imports: [RouterLink, Icon],
  template: `
    <div class="bs-page bs-section bs-section--first bs-stack bs-stack--l">
      <h1 i18n>Over deze site</h1>
      <ul class="bs-rows bs-rows--desk">
        @for (page of pages; track page.slug) {
          <li>
            <h2>
              <a [routerLink]="['/over', page.slug]">{{ page.title }} <bs-icon name="next" /></a>
            </h2>
          </li>
        }
      </ul>
    </div>
  `,
})
export class StandardList {
  protected readonly pages = STANDARD_SLUGS.map((slug) => ({
    slug,
    title: titleOf(standardText(slug, FACTS)),
  }));
}
