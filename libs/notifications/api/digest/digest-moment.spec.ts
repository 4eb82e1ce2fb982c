import fc from 'fast-check';
import { lastDigest, nextDigest } from './digest-moment';

describe('the moment of the digest', () => {
  it.each([
    ['on a Wednesday', '2026-11-25T10:00:00Z', '2026-11-27T15:00:00Z'],
    ['in the minute before', '2026-11-27T14:59:59Z', '2026-11-27T15:00:00Z'],
    ['at the moment itself', '2026-11-27T15:00:00Z', '2026-12-04T15:00:00Z'],
    ['in summer', '2026-07-01T10:00:00Z', '2026-07-03T14:00:00Z'],
    ['over the end of summer time', '2026-10-23T14:00:00Z', '2026-10-30T15:00:00Z'],
    ['late on a Thursday that is a Friday in Amsterdam', '2026-11-26T23:30:00Z', '2026-11-27T15:00:00Z'],
  ])('is the next Friday at 16:00 in Amsterdam, %s', (_when, now, next) => {
    expect(nextDigest(new Date(now)).toISOString()).toBe(new Date(next).toISOString());
  });

  it('always lies ahead, at most a week and an hour, and the last one behind', () => {
    const anyTime = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2040-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyTime, (now) => {
        const [last, next] = [lastDigest(now).getTime(), nextDigest(now).getTime()];
        expect(last).toBeLessThanOrEqual(now.getTime());
        expect(next).toBeGreaterThan(now.getTime());
        expect(nextDigest(new Date(last)).getTime()).toBe(next);
        expect(Math.abs(next - last - 7 * 86_400_000)).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});
