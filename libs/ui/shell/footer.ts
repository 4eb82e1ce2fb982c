import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LanguageLink } from './language-link';

/** Who runs this, how to reach the rules and the statements that the law asks for. */
@Component({
  selector: 'bs-footer',
  imports: [RouterLink, LanguageLink],
  template: `<footer class="bs-footer">
    <div class="bs-page bs-footer__grid">
      <div class="bs-stack bs-stack--s">
        <p>
          <strong i18n>Buurtstem{{ district() ? ' ' + district()!.name : '' }}</strong>
        </p>
        @if (district(); as here) {
          <p i18n class="bs-text">
            Buurtstem is van gemeente {{ here.municipality }}. Van elke ronde staat de uitslag op deze site,
            met alle getallen.
          </p>
        }
      </div>
      @if (district(); as here) {
        <nav aria-label="Uitleg" i18n-aria-label>
          <ul class="bs-nav__list-foot">
            <li><a i18n [routerLink]="['/', here.slug, 'spelregels']">Spelregels</a></li>
            <li><a i18n [routerLink]="['/', here.slug, 'uitslagen']">Alle uitslagen</a></li>
            <li><a i18n [routerLink]="['/', here.slug, 'besluiten']">Besluiten van moderators</a></li>
            <li><a i18n [routerLink]="['/', here.slug, 'indienen']">Plan indienen</a></li>
          </ul>
        </nav>
      }
      <nav aria-label="Over deze site" i18n-aria-label>
        <ul class="bs-nav__list-foot">
          <li><a [routerLink]="about('toegankelijkheid')" i18n>Toegankelijkheid</a></li>
          <li><a [routerLink]="about('privacy')" i18n>Privacy</a></li>
          <li><a [routerLink]="about('colofon')" i18n>Colofon</a></li>
          <li><a [routerLink]="about()" i18n>Over deze site</a></li>
        </ul>
      </nav>
      @if (!district()) {
        <bs-language-link [url]="url()" />
      }
    </div>
  </footer>`,
})
export class Footer {
  readonly district = input.required<{ slug: string; name: string; municipality: string } | null>();
  /** The address of this page, without the language. */
  readonly url = input.required<string>();

  /** Where no district is known these pages are there all the same: the law asks for the first on every page. */
  protected about(...page: readonly string[]): string[] {
    const here = this.district();
    return here === null ? ['/over', ...page] : ['/', here.slug, 'over', ...page];
  }
}
