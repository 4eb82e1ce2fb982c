/** A pin on the map: for one proposal, which it names, or for several that lie close together. */
export interface Pin {
  readonly latitude: number;
  readonly longitude: number;
  readonly count: number;
  readonly number: number | null;
  readonly title: string | null;
}

/** A degree to the north is that much more of the map than one to the east: the cosine of 52 degrees. */
export const NORTH_PER_EAST = 0.62;

/**
 * Makes one pin of those that would cover each other: afterwards no two are closer than `degrees`, measured to the east. A
 * pin for several stands in the middle of their proposals. Meant for some hundreds of pins.
 */
export function withoutOverlap(pins: readonly Pin[], degrees: number): readonly Pin[] {
  const apart: Pin[] = [];
  for (const pin of pins) {
    let merged = pin;
    // A pin that moves to the middle may come too close to the next one.
    for (;;) {
      const near = apart.findIndex((other) => distance(merged, other) < degrees);
      if (near < 0) break;
      const [other] = apart.splice(near, 1) as [Pin];
      merged = together(merged, other);
    }
    apart.push(merged);
  }
  return apart;
}

function distance(one: Pin, other: Pin): number {
  return Math.hypot(one.longitude - other.longitude, (one.latitude - other.latitude) / NORTH_PER_EAST);
}

function together(one: Pin, other: Pin): Pin {
  const count = one.count + other.count;
  const middle = (a: number, b: number): number => (a * one.count + b * other.count) / count;
  return {
    latitude: middle(one.latitude, other.latitude),
    longitude: middle(one.longitude, other.longitude),
    count,
    number: null,
    title: null,
  };
}
