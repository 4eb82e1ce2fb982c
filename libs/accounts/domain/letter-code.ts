import { accept, refuse, type Result } from '@buurtstem/shared-domain';

/** Days that the codes of a batch work. */
export const LETTER_CODE_DAYS = 90;
/** Codes in one batch, both inclusive. */
export const LETTER_BATCH_SIZE = { min: 1, max: 10_000 } as const;
export const LETTER_BATCH_LABEL = { min: 2, max: 60 } as const;
/** Random bytes that one code is written from; each gives five bits, so a code has sixty. */
export const LETTER_CODE_BYTES = 12;
/** Longer than a code is, since blanks and hyphens are forgiven. */
export const LETTER_CODE_MAX_INPUT = 40;

/** Crockford's: no I, L, O and U, which are read as something else or as part of a word. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;

/** Writes a code from random bytes, {@link LETTER_CODE_BYTES} of them, in groups: `K7M4-9XQ2-R3TD`. */
export function writeLetterCode(bytes: Uint8Array): string {
  const symbols = Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return symbols.replace(new RegExp(`(.{${GROUP}})(?=.)`, 'g'), '$1-');
}

/** Reads what somebody typed over from a letter, in the form of {@link writeLetterCode}; null when it is no code. */
export function readLetterCode(text: string): string | null {
  const symbols = text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const isCode = symbols.length === LETTER_CODE_BYTES && [...symbols].every((s) => ALPHABET.includes(s));
  return isCode ? symbols.replace(new RegExp(`(.{${GROUP}})(?=.)`, 'g'), '$1-') : null;
}

/** What is kept of a code and its batch. */
export interface LetterCodeState {
  readonly usedBy: string | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export type LetterCodeRefusal = 'letter-code-used' | 'letter-code-expired';

/** The instant after which the codes of a batch made now no longer work. */
export function letterCodeExpiry(now: Date): Date {
  return new Date(now.getTime() + LETTER_CODE_DAYS * 24 * 3_600_000);
}

/**
 * Judges whether the account may use the code. Who used it may hand it in again, and nothing changes; a revoked code
 * is like one that is too old: the way on is a new letter.
 */
export function judgeLetterCode(
  code: LetterCodeState,
  accountId: string,
  now: Date,
): Result<'first-use' | 'used-before', LetterCodeRefusal> {
  if (code.usedBy !== null)
    return code.usedBy === accountId ? accept('used-before') : refuse('letter-code-used');
  if (code.revokedAt !== null || now >= code.expiresAt) return refuse('letter-code-expired');
  return accept('first-use');
}
