import { createHash, createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SIGN_IN_CODE_DIGITS } from '@buurtstem/accounts-domain';
import { Config } from '@buurtstem/platform-api';

const TOKEN_BYTES = 32;

/** A value of 256 random bits, to put in a link or a cookie. */
export function randomToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

export function randomCode(): string {
  return String(randomInt(10 ** SIGN_IN_CODE_DIGITS)).padStart(SIGN_IN_CODE_DIGITS, '0');
}

/** 256 random bits cannot be guessed from their hash. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Compares in a time that tells nothing about where two values differ. */
export function isSameHash(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Keys that are derived from the one secret of the settings, each for one purpose. */
@Injectable()
export class Secrets {
  private readonly codeKey: Buffer;
  private readonly addressKey: Buffer;
  /** Signs the session cookie. */
  readonly cookieKey: string;

  constructor(config: Config) {
    const derive = (purpose: string) =>
      Buffer.from(hkdfSync('sha256', config.sessionSecret, 'buurtstem', purpose, 32));
    this.codeKey = derive('sign-in code');
    this.addressKey = derive('rate limit');
    this.cookieKey = derive('session cookie').toString('hex');
  }

  /** Six digits can be tried out against a plain hash, so this one needs a key that is not in the database. */
  hashOfCode(requestId: string, code: string): Buffer {
    return createHmac('sha256', this.codeKey).update(`${requestId}:${code}`).digest();
  }

  /** Names a mail or network address in the database without holding it. */
  pseudonymOf(address: string): string {
    return createHmac('sha256', this.addressKey).update(address).digest('base64url');
  }
}
