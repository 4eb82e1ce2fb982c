import { circle, type Dice, faint, group, oval, shape, stroke } from './pencil';
import { bike } from './town';

export const COATS = ['#d9a441', '#36596b', '#b5523b', '#5c7a54', '#e4dcc8', '#7b5c86', '#2f3f4a'] as const;
const SKINS = ['#e9c1a0', '#a9714c', '#6f4a34', '#d7a27c'] as const;
const YOUNG_HAIRS = ['#3b2a22', '#7a5333', '#1f1b1a', '#c9a25c'] as const;
const HAIRS = ['#3b2a22', '#d8d2c8', '#7a5333', '#1f1b1a', '#c9a25c'] as const;

/** Somebody who stands there. */
export function person(
  dice: Dice,
  x: number,
  base: number,
  scale = 1,
  coat: string = dice.pick(COATS),
  hair: string = dice.pick(HAIRS),
): string {
  const skin = dice.pick(SKINS);
  const hasSkirt = dice.chance(0.3);
  const hasScarf = dice.chance(0.2);
  const legs = stroke('M-5 -3V-30M5 -3V-30', hasSkirt ? skin : '#2d3640', 7);
  const head = hasScarf
    ? shape('M-12 -70Q-14 -92 0 -91T12 -70Q8 -64 0 -64T-12 -70z', dice.pick(COATS)) + oval(0, -77, 7, 8, skin)
    : circle(0, -77, 9.5, skin) + shape('M-10 -77Q-11 -90 0 -89T10 -77Q4 -83 -10 -77z', hair);
  return group(
    x,
    base,
    scale,
    oval(0, 0, 15, 4, '#000', faint(0.18)) +
      (hasSkirt ? shape('M-10 -34L-13 -12H13L10 -34z', coat) : '') +
      legs +
      shape('M-12 -30V-52Q-12 -66 0 -66T12 -52V-30Q0 -25 -12 -30z', coat) +
      stroke('M-11 -56L-15 -36M11 -56L15 -36', coat, 6) +
      head,
  );
}

/** Some people at these places; each `[x, base, scale]`. */
export function people(dice: Dice, places: readonly (readonly [number, number, number])[]): string {
  return places.map(([x, base, scale]) => person(dice, x, base, scale)).join('');
}

export function child(dice: Dice, x: number, base: number, scale = 0.7): string {
  return person(
    dice,
    x,
    base,
    scale,
    dice.pick(['#d4573f', '#f0b840', '#4f9aa8', '#8bb667', '#c85f8b'] as const),
    dice.pick(YOUNG_HAIRS),
  );
}

/** Somebody on a bench, seen from the front. */
export function seated(dice: Dice, x: number, base: number, scale = 1): string {
  const coat = dice.pick(COATS);
  return group(
    x,
    base,
    scale,
    shape('M-15 0V-26Q-15 -42 0 -42T15 -26V0z', coat) +
      circle(0, -54, 11, dice.pick(SKINS)) +
      shape('M-11 -56Q-10 -68 0 -67T11 -56Q2 -60 -11 -56z', dice.pick(HAIRS)),
  );
}

export function cyclist(dice: Dice, x: number, base: number, scale: number): string {
  const coat = dice.pick(COATS);
  const rider =
    stroke('M-10 -50L-2 -34L0 -14', '#2d3640', 8) +
    shape('M-18 -50Q-14 -82 4 -80L10 -70L-4 -48z', coat) +
    stroke('M2 -72L18 -54', coat, 7) +
    circle(8, -91, 10, dice.pick(SKINS)) +
    shape('M-2 -92Q0 -104 10 -102T18 -92Q8 -97 -2 -92z', dice.pick(HAIRS));
  return bike(x, base, scale) + group(x, base, scale, rider);
}

export function dog(x: number, base: number, scale = 1, colour = '#8a5a33'): string {
  const body = shape('M-30 -18Q-32 -36 -14 -36H16L22 -50Q30 -58 36 -46L46 -42L36 -34L26 -18z', colour);
  return group(
    x,
    base,
    scale,
    oval(0, 0, 34, 5, '#000', faint(0.15)) +
      stroke('M-24 -18V-2M-12 -18V-2M10 -18V-2M22 -18V-2', colour, 7) +
      body +
      stroke('M-30 -32Q-44 -40 -42 -54', colour, 6),
  );
}
