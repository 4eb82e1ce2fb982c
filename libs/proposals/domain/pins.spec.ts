import fc from 'fast-check';
import { NORTH_PER_EAST, withoutOverlap, type Pin } from './pins';

const pin = (longitude: number, latitude = 52, count = 1): Pin => ({
  latitude,
  longitude,
  count,
  number: count === 1 ? 7 : null,
  title: count === 1 ? 'Bankjes' : null,
});

describe('pins that would cover each other', () => {
  it('are one, in the middle of their proposals', () => {
    expect(withoutOverlap([pin(4, 52, 3), pin(4.4)], 0.5)).toEqual([pin(4.1, 52, 4)]);
  });

  it('leave the others as they are, also to the north, where a degree is longer', () => {
    const apart = [pin(4), pin(4.5), pin(4, 52.5)];
    expect(withoutOverlap(apart, 0.5)).toEqual(apart);
    expect(withoutOverlap([pin(4), pin(4, 52.3)], 0.5)).toHaveLength(1);
  });

  it('are none in the end, and every proposal is still counted', () => {
    const somewhere = fc.record({
      longitude: fc.double({ min: 4, max: 5, noNaN: true }),
      latitude: fc.double({ min: 52, max: 53, noNaN: true }),
      count: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(somewhere, { maxLength: 40 }), (places) => {
        const left = withoutOverlap(
          places.map(({ longitude, latitude, count }) => pin(longitude, latitude, count)),
          0.2,
        );
        const total = (pins: readonly { count: number }[]) => pins.reduce((sum, { count }) => sum + count, 0);
        expect(total(left)).toBe(total(places));
        for (const [index, one] of left.entries())
          for (const other of left.slice(index + 1)) {
            const north = (one.latitude - other.latitude) / NORTH_PER_EAST;
            expect(Math.hypot(one.longitude - other.longitude, north)).toBeGreaterThanOrEqual(0.2);
          }
      }),
    );
  });
});
