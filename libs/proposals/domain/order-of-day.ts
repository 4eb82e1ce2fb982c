/** How the list is shuffled today. Everybody who has the proposals' numbers can work the order out with these. */
export interface OrderOfDay {
  /** What the factors come from: the district and the day. */
  readonly seed: string;
  readonly factors: readonly [number, number, number];
}

/** Where a page of a shuffled list ended: the place of its last proposal and, since two may share one, its number. */
export interface ReadTo {
  readonly place: number;
  readonly number: number;
}

/** A prime, so that no factor makes proposals fall together more than chance does. */
export const PLACES = 2_147_483_647;

/** Place and number are sorted as one number, which is exact for so many: a place takes 31 of its 53 bits. */
export const SHUFFLED_AT_MOST = 2 ** 22;

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

/** A proposal's place, `((a × number + b) × number + c) mod PLACES`; the lowest comes first, and equal ones by their number. */
export function placeOf({ factors: [a, b, c] }: OrderOfDay, number: number): number {
  return (times((times(a, number) + b) % PLACES, number) + c) % PLACES;
}

/** Modulo {@link PLACES}. In two halves, since the product of two such numbers is more than a number holds exactly. */
function times(one: number, other: number): number {
  return (((Math.floor(one / 65_536) * other) % PLACES) * 65_536 + (one % 65_536) * other) % PLACES;
}

/** Every number from 1 to `last`, shuffled: the first of the day comes first. Throws above {@link SHUFFLED_AT_MOST}. */
export function shuffledUpTo(order: OrderOfDay, last: number): Uint32Array {
  if (last >= SHUFFLED_AT_MOST) throw new RangeError(`${last} proposals are more than can be shuffled`);
  const keys = new Float64Array(last);
  for (let index = 0; index < last; index++)
    keys[index] = placeOf(order, index + 1) * SHUFFLED_AT_MOST + index + 1;
  keys.sort();
  const numbers = new Uint32Array(last);
  for (const [index, key] of keys.entries()) numbers[index] = key % SHUFFLED_AT_MOST;
  return numbers;
}

/** These numbers, the first of the day first. */
export function shuffled(order: OrderOfDay, numbers: readonly number[]): number[] {
  return [...numbers].sort((one, other) => placeOf(order, one) - placeOf(order, other) || one - other);
}

/** How many of these, which stand in the order of the day, come up to and including where a page ended. */
export function readUpTo(order: OrderOfDay, inOrder: ArrayLike<number>, { place, number }: ReadTo): number {
  let [from, to] = [0, inOrder.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const candidate = Number(inOrder[middle]);
    const difference = placeOf(order, candidate) - place || candidate - number;
    if (difference <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
