import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from './config';

/** What a pseudonym stands for; each purpose has a key of its own, so two of them cannot be compared. */
export type PseudonymPurpose = 'limit' | 'network' | 'home' | 'person' | 'email' | 'subject' | 'letter';

/**
 * Names something personal in the database without holding it: the same text gets the same pseudonym, and without
 * the key, which is not in the database, nobody can try texts out against it.
 */
@Injectable()
export class Pseudonyms {
  /** Deriving a key costs more than using it. */
  private readonly keys = new Map<PseudonymPurpose, KeyObject>();

  constructor(private readonly config: Config) {}

  /** 32 bytes. */
  of(purpose: PseudonymPurpose, text: string): Buffer {
    return createHmac('sha256', this.keyOf(purpose)).update(text).digest();
  }

  private keyOf(purpose: PseudonymPurpose): KeyObject {
    const known = this.keys.get(purpose);
    if (known) return known;
    const bytes = hkdfSync('sha256', this.config.sessionSecret, 'buurtstem', `pseudonym ${purpose}`, 32);
    const key = createSecretKey(Buffer.from(bytes));
    this.keys.set(purpose, key);
    return key;
  }
}

/**
 * The network that a connection comes from, as one household or school has it: an IPv4 address whole, an IPv6 address
 * by its first 64 bits, because whoever has one address of such a network has them all.
 */
export function networkOf(ip: string | undefined): string {
  const address = (ip ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;
}

function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(8 - left.length - right.length, 0)).fill('0');
  return [...left, ...zeros, ...right].map((group) => group.replace(/^0+(?=.)/, ''));
}
