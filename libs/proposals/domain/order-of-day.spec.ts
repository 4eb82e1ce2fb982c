import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { orderOfDay, placeOf, PLACES } from './order-of-day';

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
