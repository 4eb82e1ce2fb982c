import { TOTP_DRIFT, TOTP_PERIOD, totpStep } from '@buurtstem/accounts-domain';
import { Secret, TOTP } from 'otpauth';

const SECRET_BYTES = 20;

/** What every app of this kind understands (RFC 6238 with SHA-1). */
function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Buurtstem',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: TOTP_PERIOD,
    secret: Secret.fromBase32(secret),
  });
}

/** 160 random bits, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What the app reads from the QR code. */
export function totpUri(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** The step whose code this is, now or one to either side; null when it is none of them. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: TOTP_DRIFT });
  return delta === null ? null : totpStep(now) + delta;
}

/** The code of a step; for the demo's page and for tests. */
export function codeOfStep(secret: string, step: number): string {
  return totpOf(secret).generate({ timestamp: step * TOTP_PERIOD * 1000 });
}
