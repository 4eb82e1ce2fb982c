/** A box on the screen, as the browser measures it. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Between a name and the pin that it made way for. */
const AIR_PX = 2;

/**
 * How far up (negative) or down a name has to go to be clear of what is there already, as little as possible; 0 where it is
 * clear, or where no place within `frame` is.
 */
export function freeShift(name: Box, taken: readonly Box[], frame: Box): number {
  const shifts = [
    0,
    ...taken.flatMap((there) => [there.top - AIR_PX - name.bottom, there.bottom + AIR_PX - name.top]),
  ].sort((a, b) => Math.abs(a) - Math.abs(b));
  return (
    shifts.find((shift) => {
      const moved = shifted(name, shift);
      return (
        moved.top >= frame.top &&
        moved.bottom <= frame.bottom &&
        !taken.some((there) => touches(moved, there))
      );
    }) ?? 0
  );
}

/** Not spread: what the browser measured has its numbers on its prototype. */
export function shifted({ left, right, top, bottom }: Box, shift: number): Box {
  return { left, right, top: top + shift, bottom: bottom + shift };
}

function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
