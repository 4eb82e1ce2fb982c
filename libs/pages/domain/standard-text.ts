import { unreachable } from '@buurtstem/shared-domain';
import type { PageText } from './page';
import type { StandardSlug } from './standard-slugs';
import { accessibilityText, accessibilityTextInEnglish } from './standard/accessibility-text';
import { colophonText, colophonTextInEnglish } from './standard/colophon-text';
import type { SiteFacts, TextInOneLanguage } from './standard/facts';
import { privacyText, privacyTextInEnglish } from './standard/privacy-text';

/** What a standard page says until an editor publishes something else in its place. */
export function standardText(slug: StandardSlug, facts: SiteFacts): PageText {
  switch (slug) {
    case 'toegankelijkheid':
      return both(accessibilityText(facts), accessibilityTextInEnglish(facts));
    case 'privacy':
      return both(privacyText(facts), privacyTextInEnglish(facts));
    case 'colofon':
      return both(colophonText(facts), colophonTextInEnglish(facts));
    default:
      return unreachable(slug);
  }
}

function both(dutch: TextInOneLanguage, english: TextInOneLanguage): PageText {
  return { ...dutch, titleEn: english.title, bodyEn: english.body };
}
