import { Component, computed, input } from '@angular/core';
import { LANGUAGE, LANGUAGE_PATH } from '../format/language';

/** Each names itself, so that whoever cannot read this page finds it. */
const OTHER = LANGUAGE === 'en' ? { code: 'nl', name: 'Nederlands' } : { code: 'en', name: 'English' };

/** To this page in the other language. The server remembers the choice, so that it works without scripts too. */
@Component({
  selector: 'bs-language-link',
  template: `<a
    class="bs-nav__link"
    [href]="address()"
    [attr.lang]="other.code"
    [attr.hreflang]="other.code"
    rel="nofollow"
    >{{ other.name }}</a
  >`,
})
export class LanguageLink {
  /** The address of this page as the router has it: without the language. */
  readonly url = input.required<string>();

  protected readonly other = OTHER;
  protected readonly address = computed(() => {
    const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(this.url()) ?? [];
    return `${LANGUAGE_PATH}${path}${query ? `${query}&` : '?'}taal=${OTHER.code}${fragment}`;
  });
}
