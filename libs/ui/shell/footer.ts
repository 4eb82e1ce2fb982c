import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LanguageLink } from './language-link';

/** Who runs this, how to reach the rules. */
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
}
