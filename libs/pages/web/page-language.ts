import { Component, computed, inject, input, LOCALE_ID, type Signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PageLanguage } from './page-content';

/** The language that is asked for, where the page has it: by the address, or else by the site's own language. */
export function pageLanguage(asked: Signal<string>, hasEnglish: () => boolean): Signal<PageLanguage> {
  const ofSite = inject(LOCALE_ID) === 'en' ? 'en' : 'nl';
  return computed(() => {
    const wanted = asked() === 'en' || asked() === 'nl' ? asked() : ofSite;
    return wanted === 'en' && hasEnglish() ? 'en' : 'nl';
  });
}

/** The way to the same page in the other language. Its words are in that language, so they are not translated. */
@Component({
  selector: 'bs-page-language',
  imports: [RouterLink],
  template: `<p>
    @if (language() === 'en') {
      <a [routerLink]="[]" [queryParams]="{ taal: 'nl' }" lang="nl" hreflang="nl"
        >Lees deze pagina in het Nederlands</a
      >
    } @else {
      <a [routerLink]="[]" [queryParams]="{ taal: 'en' }" lang="en" hreflang="en"
        >Read this page in English</a
      >
    }
  </p>`,
})
export class OtherLanguage {
  readonly language = input.required<PageLanguage>();
}
