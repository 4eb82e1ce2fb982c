import { withoutHiddenCharacters } from '@buurtstem/shared-domain';

/** A text as a form sends it: without surrounding blanks, and without the invisible characters that come with pasting. */
export function cleanText(text: string): string {
  return withoutHiddenCharacters(text).trim();
}
