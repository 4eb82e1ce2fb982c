import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  orderOfDay,
  placeOf,
  PLACES,
  readUpTo,
  shuffled,
  SHUFFLED_AT_MOST,
  shuffledUpTo,
} from './order-of-day';

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();
const today = orderOfDay('west', '2026-11-25', sha256);
const shuffle = (order: typeof today, count: number): number[] =>
  Array.from({ length: count }, (_, index) => index + 1).sort(
    (one, other) => placeOf(order, one) - placeOf(order, other) || one - other,
  );

describe('the order of the day', () => {
  it('is worked out from the seed alone, as the contract describes', () => {
    const hash = createHash('sha256').update('west 2026-11-25').digest();
    const factors = [0, 4, 8].map((at) => (hash.readUInt32BE(at) % 2_147_483_646) + 1);
    expect(today).toEqual({ seed: 'west 2026-11-25', factors });
    const [a, b, c] = factors.map(BigInt) as [bigint, bigint, bigint];
    expect(placeOf(today, 12)).toBe(Number(((a * 12n + b) * 12n + c) % 2_147_483_647n));
  });

  it('is another one tomorrow, and in another district', () => {
    const others = [orderOfDay('west', '2026-11-26', sha256), orderOfDay('oost', '2026-11-25', sha256)];
    for (const other of others) expect(shuffle(other, 30)).not.toEqual(shuffle(today, 30));
  });

  it('puts every proposal at the top about as often as any other', () => {
    const firsts = new Map<number, number>();
    for (let day = 0; day < 3_000; day++) {
      const [first] = shuffle(orderOfDay('west', `dag ${day}`, sha256), 10);
      firsts.set(first!, (firsts.get(first!) ?? 0) + 1);
    }
    expect([...firsts.keys()].sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const times of firsts.values()) expect(Math.abs(times - 300)).toBeLessThan(90);
  });

  it('works every place out exactly, however large the factors and the number', () => {
    const number = fc.integer({ min: 1, max: 2_147_483_646 });
    fc.assert(
      fc.property(number, fc.tuple(number, number, number), (one, factors) => {
        const [a, b, c] = factors.map(BigInt) as [bigint, bigint, bigint];
        const n = BigInt(one);
        expect(placeOf({ seed: '', factors }, one)).toBe(Number(((a * n + b) * n + c) % BigInt(PLACES)));
      }),
    );
  });

  it('holds every number once, in the order of their places', () => {
    const numbers = Array.from({ length: 3_000 }, (_, index) => index + 1);
    const inOrder = numbers.sort((one, other) => placeOf(today, one) - placeOf(today, other));
    expect([...shuffledUpTo(today, 3_000)]).toEqual(inOrder);
    expect(shuffled(today, [12, 2_999, 7])).toEqual(inOrder.filter((one) => [12, 2_999, 7].includes(one)));
  });

  it('puts those that share a place in the order of their numbers', () => {
    // With these factors a number and its opposite have the same place.
    const mirrored = { seed: '', factors: [1, PLACES - 1_001, 0] } as const;
    expect(placeOf(mirrored, 400)).toBe(placeOf(mirrored, 601));
    const inOrder = [...shuffledUpTo(mirrored, 1_000)];
    expect(inOrder.indexOf(601)).toBe(inOrder.indexOf(400) + 1);
    expect(shuffled(mirrored, [601, 400])).toEqual([400, 601]);
    expect(readUpTo(mirrored, [400, 601], { place: placeOf(mirrored, 400), number: 400 })).toBe(1);
  });

  it('goes on after the place where a page ended, whether or not that proposal is still there', () => {
    const inOrder = shuffledUpTo(today, 100);
    for (const [index, number] of inOrder.entries()) {
      const ended = { place: placeOf(today, number), number };
      expect(readUpTo(today, inOrder, ended)).toBe(index + 1);
      expect(
        readUpTo(
          today,
          inOrder.filter((other) => other !== number),
          ended,
        ),
      ).toBe(index);
    }
    expect(readUpTo(today, inOrder, { place: 0, number: 0 })).toBe(0);
    expect(readUpTo(today, [], { place: 0, number: 0 })).toBe(0);
  });

  it('refuses to shuffle more than it can keep apart', () => {
    expect(() => shuffledUpTo(today, SHUFFLED_AT_MOST)).toThrow(RangeError);
  });

  it('gives places that a database of whole numbers can hold', () => {
    const number = fc.integer({ min: 1, max: 2_147_483_646 });
    fc.assert(
      fc.property(number, number, (one, other) => {
        const place = placeOf(orderOfDay('west', String(other), sha256), one);
        expect(Number.isInteger(place) && place >= 0 && place < PLACES).toBe(true);
      }),
    );
  });
});
