import type { Light } from './light';
import { circle, type Dice, faint, oval, shape, stroke, times } from './pencil';

const BARK = '#5b4535';

/** A tree in its season: leaves, blossom, or bare twigs with snow. */
export function tree(dice: Dice, light: Light, x: number, base: number, size: number): string {
  const trunk = stroke(
    `M${x} ${base}V${base - size * 1.5}M${x} ${base - size * 0.9}l${size * 0.3} ${-size * 0.4}`,
    BARK,
    size * 0.14,
  );
  const shadow = oval(x, base, size * 0.8, size * 0.14, '#000', faint(0.13));
  if (light.bare) {
    const twigs = times(9, (i) => {
      const angle = Math.PI * (0.12 + i * 0.095);
      const reach = size * dice.between(0.7, 1.15);
      const [fx, fy] = [x, base - size * dice.between(1.1, 1.5)];
      return stroke(
        `M${fx} ${fy}q${-Math.cos(angle) * reach * 0.4} ${-reach * 0.5} ${-Math.cos(angle) * reach} ${-Math.sin(angle) * reach}`,
        BARK,
        size * 0.05,
      );
    });
    return shadow + trunk + twigs.join('');
  }
  const colour = dice.pick(light.leaves);
  const crown = [
    [-0.5, -1.5, 0.6],
    [0.5, -1.45, 0.62],
    [0, -2, 0.72],
    [-0.2, -1.5, 0.6],
  ] as const;
  const leaves = crown
    .map(([dx, dy, k]) => circle(x + dx * size, base + dy * size, size * k, colour))
    .join('');
  return (
    shadow +
    trunk +
    leaves +
    circle(x - size * 0.28, base - size * 2.12, size * 0.42, '#fff', faint(0.13)) +
    circle(x + size * 0.5, base - size * 1.25, size * 0.42, '#000', faint(0.1))
  );
}

export function trees(dice: Dice, light: Light, at: readonly number[], base: number, size: number): string {
  return at
    .map((x) => tree(dice, light, x, base + dice.between(-4, 6), size * dice.between(0.85, 1.15)))
    .join('');
}

export function willow(dice: Dice, light: Light, x: number, base: number, size: number): string {
  const greens =
    light.season === 'autumn'
      ? (['#c9a14a', '#b98a3c', '#d8b45c'] as const)
      : light.bare
        ? (['#a08a5a', '#8f7b52', '#b39a66'] as const)
        : (['#8aa861', '#73924f', '#9ab56f'] as const);
  const trunk = stroke(
    `M${x} ${base}C${x - 6} ${base - size} ${x + 8} ${base - size * 1.2} ${x} ${base - size * 1.6}`,
    '#5b4a38',
    size * 0.16,
  );
  const crown = light.bare ? '' : oval(x, base - size * 1.8, size * 0.9, size * 0.62, greens[1]);
  const branches = times(19, (n) => {
    const i = n - 9;
    return stroke(
      `M${x + i * size * 0.09} ${base - size * 1.9 + Math.abs(i) * size * 0.04}q${i * size * 0.03} ${size * 0.7} ${i * size * 0.015} ${size * dice.between(1, 1.4)}`,
      dice.pick(greens),
      size * (light.bare ? 0.025 : 0.07),
    );
  });
  return trunk + crown + branches.join('');
}

export function bush(dice: Dice, light: Light, x: number, base: number, size: number): string {
  const colour = light.bare ? '#8f8b7c' : dice.pick(light.leaves);
  return (
    circle(x, base - size * 0.5, size * 0.6, colour) +
    circle(x + size * 0.6, base - size * 0.4, size * 0.5, colour) +
    circle(x - size * 0.6, base - size * 0.35, size * 0.45, colour) +
    circle(x - size * 0.1, base - size * 0.7, size * 0.35, '#fff', faint(light.bare ? 0.35 : 0.1))
  );
}

const BLOOMS = ['#e08a9b', '#f0b840', '#f5efe2', '#a777ab', '#d4573f'] as const;

/** Flowers from one x to another; in winter the ground is bare. */
export function flowers(
  dice: Dice,
  light: Light,
  from: number,
  to: number,
  base: number,
  count: number,
): string {
  if (light.bare) return '';
  return times(count, () => {
    const [x, y] = [dice.between(from, to), base - dice.between(8, 38)];
    return (
      stroke(`M${x} ${base}Q${x + dice.between(-5, 5)} ${(y + base) / 2} ${x} ${y}`, '#5c7f45', 2.5) +
      circle(x, y, dice.between(4, 8), dice.pick(BLOOMS))
    );
  }).join('');
}

export function meadow(light: Light, y: number, bend = 24): string {
  return shape(`M0 ${y}Q400 ${y - bend} 800 ${y}V600H0z`, light.grass);
}

export function duck(x: number, y: number, scale = 1): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})">${oval(0, 0, 20, 9, '#6b5a48')}${circle(18, -10, 7, '#2f6b4f')}${shape('M24 -10l10 3l-10 3z', '#e0a030')}${stroke('M-26 6h54', '#fff', 2, faint(0.5))}</g>`;
}
