import { accept, fits, refuse, type LengthRange, type Result } from '@buurtstem/shared-domain';

/** Length of the name that others see beside a proposal or an argument, in characters. */
export const DISPLAY_NAME_LENGTH: LengthRange = { min: 2, max: 60 };

/** Control and direction characters, with which a name could pass for another or break a line. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** The name as it is shown: without blanks around, single blanks inside, at least one letter. */
export function parseDisplayName(text: string): Result<string, 'invalid-input'> {
  const name = text.normalize('NFC').trim().replace(/ +/g, ' ');
  const isName = fits(name, DISPLAY_NAME_LENGTH) && !UNSEEN.test(name) && /\p{L}/u.test(name);
  return isName ? accept(name) : refuse('invalid-input');
}
