import { createHash } from 'node:crypto';

/** Crockford's: no letter in it looks like a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SYMBOLS = 16;

/**
 * The readable number of a line in the ledger: 80 bits of a hash over where it stands and what it says, in four groups
 * of four. The same line has the same number for ever, and the number tells nobody whose line it is.
 */
export function receiptNumber(line: {
  readonly districtId: number;
  readonly position: string;
  readonly proposalId: string;
  readonly residentId: string;
}): string {
  const { districtId, position, proposalId, residentId } = line;
  const hash = createHash('sha256').update(`${districtId} ${position} ${proposalId} ${residentId}`).digest();
  const bits = BigInt(`0x${hash.subarray(0, (SYMBOLS * 5) / 8).toString('hex')}`);
  const symbols = Array.from(
    { length: SYMBOLS },
    (_, index) => ALPHABET[Number((bits >> BigInt(5 * (SYMBOLS - 1 - index))) & 31n)],
  ).join('');
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}
