import { Directive } from '@angular/core';
import { LANGUAGE } from './language';

/** What residents write here is Dutch, whatever the page speaks: a screen reader has to change its voice for it. */
@Directive({ selector: '[bsWritten]', host: { '[attr.lang]': 'language' } })
export class Written {
  protected readonly language = LANGUAGE === 'nl' ? null : 'nl';
}
