import { accept, fits, refuse, type LengthRange, type Result } from '@buurtstem/shared-domain';

/** What proves, beside the mailbox, that it is the same person: an app with codes, or a passkey. */
export const SECOND_FACTOR_KINDS = ['totp', 'passkey'] as const;
export type SecondFactorKind = (typeof SECOND_FACTOR_KINDS)[number];

/** Length of what the owner calls a second factor, in characters. */
export const FACTOR_LABEL_LENGTH: LengthRange = { min: 1, max: 60 };

/** Seconds that one code of an app is shown (RFC 6238). */
export const TOTP_PERIOD = 30;
/** Steps that a phone's clock may be off, each way. */
export const TOTP_DRIFT = 1;

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** The label as it is shown: without blanks around, single blanks inside. */
export function parseFactorLabel(text: string): Result<string, 'invalid-input'> {
  const label = text.normalize('NFC').trim().replace(/ +/g, ' ');
  return fits(label, FACTOR_LABEL_LENGTH) && !UNSEEN.test(label) ? accept(label) : refuse('invalid-input');
}

/** The number of the code that is shown at an instant. */
export function totpStep(at: Date): number {
  return Math.floor(at.getTime() / 1000 / TOTP_PERIOD);
}

/**
 * Whether a code may be used: each works once, and none works that is older than one that was used, so that who
 * looked over a shoulder gains nothing.
 */
export function isFreshStep(step: number, lastStep: number): boolean {
  return step > lastStep;
}
