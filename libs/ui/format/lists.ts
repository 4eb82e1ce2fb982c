import { LANGUAGE } from './language';

const LIST = new Intl.ListFormat(LANGUAGE, { type: 'conjunction' });

/** "Joris, Ans en Kees", as the language of the site joins them. */
export function listed(words: readonly string[]): string {
  return LIST.format(words);
}
