export type Language = 'nl' | 'en';

/** The language of this build: the site is built once for each, and Angular writes the language into the build. */
export const LANGUAGE: Language = $localize.locale === 'en' ? 'en' : 'nl';

/** What stands before every address of a page: Dutch has none. */
export const LANGUAGE_PATH = LANGUAGE === 'en' ? '/en' : '';

/** How this language writes dates and numbers, for `Intl`. */
export const WRITES = LANGUAGE === 'en' ? 'en-GB' : 'nl-NL';
