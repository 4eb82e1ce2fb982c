/** How the list is shuffled today. Everybody who has the proposals' numbers can work the order out with these. */
export interface OrderOfDay {
  /** What the factors come from: the district and the day. */
  readonly seed: string;
  readonly factors: readonly [number, number, number];
}

/** A prime, so that no factor makes proposals fall together more than chance does. */
export const PLACES = 2_147_483_647;

/**
 * The order of one day in one district, from the SHA-256 of its seed: the first twelve bytes are the three factors. No one
 * chooses it, since a proposal's number and the day are what they are.
 */
export function orderOfDay(district: string, day: string, sha256: (text: string) => Uint8Array): OrderOfDay {
  const seed = `${district} ${day}`;
  const hash = sha256(seed);
  const bytes = new DataView(hash.buffer, hash.byteOffset, hash.byteLength);
  const factor = (position: number): number => (bytes.getUint32(position) % (PLACES - 1)) + 1;
  return { seed, factors: [factor(0), factor(4), factor(8)] };
}

/** A proposal's place; the lowest comes first, and equal ones by their number. */
export function placeOf({ factors: [a, b, c] }: OrderOfDay, number: number): number {
  const n = BigInt(number);
  const mod = BigInt(PLACES);
  return Number((((BigInt(a) * n + BigInt(b)) % mod) * n + BigInt(c)) % mod);
}
