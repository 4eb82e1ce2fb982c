import { accept, refuse, type Result } from '@buurtstem/shared-domain';

/** House numbers that exist in the Netherlands, both inclusive. */
export const HOUSE_NUMBER = { min: 1, max: 99_999 } as const;
/** Longer than a postcode is, since blanks are forgiven. */
export const POSTCODE_MAX_INPUT = 20;

/** No Dutch postcode ends in these, since the war. */
const NEVER_ISSUED: readonly string[] = ['SA', 'SD', 'SS'];

/** Reads a Dutch postcode in any spelling, `1055 ab` too, and answers it as `1055AB`. */
export function parsePostcode(text: string): Result<string, 'postcode-not-valid'> {
  const [, digits, letters] = /^\s*([1-9][0-9]{3})\s*([a-z]{2})\s*$/i.exec(text) ?? [];
  if (digits === undefined || letters === undefined) return refuse('postcode-not-valid');
  const upper = letters.toUpperCase();
  return NEVER_ISSUED.includes(upper) ? refuse('postcode-not-valid') : accept(`${digits}${upper}`);
}

/** Reads a house number without its addition, or answers null. */
export function parseHouseNumber(text: string): number | null {
  const given = text.trim();
  const number = /^[0-9]{1,5}$/.test(given) ? Number(given) : 0;
  return number >= HOUSE_NUMBER.min ? number : null;
}

/** One home in one form, so that its pseudonym is the same for everybody who names it. */
export function homeOf(postcode: string, houseNumber: number): string {
  return `${postcode} ${houseNumber}`;
}
