import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SIGN_IN_CODE_DIGITS } from '@buurtstem/accounts-domain';
import { Config } from '@buurtstem/platform-api';

const TOKEN_BYTES = 32;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

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

/** The same as `bytea` is written; at a fifth of the cost, since nothing is made but the text. */
export function writtenHashOfToken(token: string): string {
  return `\\x${hash('sha256', token, 'hex')}`;
}

/** Compares in a time that tells nothing about where two values differ. */
export function isSameHash(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Keys that are derived from the one secret of the settings, each for one purpose. */
@Injectable()
export class Secrets {
  private readonly codeKey: Buffer;
  private readonly factorKey: Buffer;
  /** Signs the session cookie. */
  readonly cookieKey: string;

  constructor(config: Config) {
    const derive = (purpose: string) =>
      Buffer.from(hkdfSync('sha256', config.sessionSecret, 'buurtstem', purpose, 32));
    this.codeKey = derive('sign-in code');
    this.factorKey = derive('second factor');
    this.cookieKey = derive('session cookie').toString('hex');
  }

  /** Six digits can be tried out against a plain hash, so this one needs a key that is not in the database. */
  hashOfCode(requestId: string, code: string): Buffer {
    return createHmac('sha256', this.codeKey).update(`${requestId}:${code}`).digest();
  }

  /** Encrypts what must be read again; `owner` binds it, so that a row cannot be copied to somebody else. */
  seal(owner: string, text: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.factorKey, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** The text, or null when it was sealed under another key, for another owner, or was changed. */
  unseal(owner: string, sealed: Buffer): string | null {
    const [nonce, tag, rest] = [
      sealed.subarray(0, NONCE_BYTES),
      sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
      sealed.subarray(NONCE_BYTES + TAG_BYTES),
    ];
    try {
      const decipher = createDecipheriv(CIPHER, this.factorKey, nonce)
        .setAAD(Buffer.from(owner))
        .setAuthTag(tag);
      return decipher.update(rest, undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null;
    }
  }
}
