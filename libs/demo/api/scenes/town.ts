import type { Light } from './light';
import { circle, type Dice, faint, group, oval, rect, shape, stroke, times } from './pencil';

const BRICK = [
  '#8f5140',
  '#a7654c',
  '#7a4a43',
  '#b98461',
  '#9c7a62',
  '#6d5650',
  '#c4a284',
  '#84594a',
] as const;
const PLASTER = ['#e3d2b4', '#cdd5cf', '#e8c9a8', '#c9b7a4', '#b6c2bf'] as const;
const DOORS = ['#2f5a4f', '#27404f', '#7a2e2a', '#394b2f', '#6b4a2c'] as const;
const FRAME = '#f3ece0';
const IRON = '#27343b';

/** One house front with a gable of its own, windows and a door. */
export function house(dice: Dice, light: Light, x: number, base: number, w: number, h: number): string {
  const wall = dice.chance(0.75) ? dice.pick(BRICK) : dice.pick(PLASTER);
  const top = base - h;
  const part = w * 0.14;
  const gable = dice.pick(['step', 'bell', 'flat', 'point', 'flat'] as const);
  const front = {
    step: shape(
      `M${x} ${base}V${top}h${part}v-14h${part}v-14h${part}v-14h${w * 0.16}v14h${part}v14h${part}v14h${part}V${base}z`,
      wall,
    ),
    bell: shape(
      `M${x} ${base}V${top}C${x + w * 0.25} ${top} ${x + w * 0.2} ${top - 44} ${x + w / 2} ${top - 48}C${x + w * 0.8} ${top - 44} ${x + w * 0.75} ${top} ${x + w} ${top}V${base}z`,
      wall,
    ),
    point: shape(`M${x} ${base}V${top}L${x + w / 2} ${top - 46}L${x + w} ${top}V${base}z`, wall),
    flat: rect(x, top, w, h, wall) + rect(x - 2, top - 8, w + 4, 10, '#efe6d6'),
  }[gable];
  const columns = w > 84 ? 3 : 2;
  const pane = w / (columns * 2 + 1);
  const windows = times(Math.max(1, Math.floor((h - 70) / 56)), (floor) =>
    times(columns, (column) => {
      const [wx, wy] = [x + pane * (1 + column * 2), top + 16 + floor * 56];
      const glass = dice.chance(light.litWindows) ? '#f4cf7c' : '#4c6270';
      return (
        rect(wx - 2, wy - 2, pane + 4, 38, FRAME) +
        rect(wx, wy, pane, 34, glass) +
        rect(wx, wy + 15, pane, 2.5, FRAME)
      );
    }).join(''),
  ).join('');
  const dx = x + pane;
  const door =
    rect(dx - 3, base - 58, pane + 10, 58, FRAME) + rect(dx, base - 55, pane + 4, 55, dice.pick(DOORS));
  const shop =
    w > 70
      ? rect(x + w * 0.5, base - 50, w * 0.36, 34, FRAME) +
        rect(
          x + w * 0.5 + 3,
          base - 47,
          w * 0.36 - 6,
          28,
          dice.chance(light.litWindows) ? '#f0c772' : '#536a77',
        )
      : '';
  const snow = light.bare ? rect(x, top - 5, w, 6, '#f7f9f8', faint(0.9)) : '';
  return (
    front +
    rect(x + w - 7, top, 7, h, '#000', faint(0.1)) +
    windows +
    door +
    shop +
    (gable === 'flat' ? snow : '')
  );
}

/** A row of fronts from one side to the other. */
export function houses(
  dice: Dice,
  light: Light,
  from: number,
  to: number,
  base: number,
  low = 150,
  high = 240,
): string {
  let drawn = '';
  for (let x = from; x < to;) {
    const w = dice.between(62, 104);
    drawn += house(dice, light, x, base, w, dice.between(low, high));
    x += w + 1;
  }
  return drawn;
}

/** Blocks of flats, for the neighbourhoods that are newer. */
export function flats(
  dice: Dice,
  light: Light,
  from: number,
  to: number,
  base: number,
  height = 190,
): string {
  let drawn = '';
  for (let x = from; x < to;) {
    const [w, h] = [dice.between(150, 220), height + dice.between(-40, 50)];
    const wall = dice.pick(['#c9b7a4', '#b9a58f', '#a98f7a', '#cfc6ba'] as const);
    drawn += rect(x, base - h, w, h, wall) + rect(x - 3, base - h - 7, w + 6, 9, '#8f8478');
    for (let y = base - h + 18; y < base - 36; y += 42) {
      drawn += rect(x + 8, y + 26, w - 16, 6, '#e9e2d6');
      for (let wx = x + 14; wx < x + w - 30; wx += 38)
        drawn += rect(wx, y, 26, 26, dice.chance(light.litWindows) ? '#f4cf7c' : '#54707d');
    }
    x += w + 26;
  }
  return drawn;
}

export function cloud(x: number, y: number, scale: number): string {
  return group(
    x,
    y,
    scale,
    `<g fill="#fff" opacity=".72">${oval(0, 0, 60, 18, '#fff')}${oval(-18, -14, 30, 20, '#fff')}${oval(22, -10, 26, 16, '#fff')}</g>`,
  );
}

/** The air: clouds by day, stars and a moon by night, flakes in winter. */
export function air(dice: Dice, light: Light): string {
  if (light.daytime === 'night') {
    const stars = times(26, () =>
      circle(dice.between(0, 800), dice.between(0, 220), dice.between(0.8, 2), '#fff', faint(0.7)),
    ).join('');
    return stars + circle(120, 90, 34, '#fdf3d4', faint(0.95));
  }
  const sun =
    light.daytime === 'evening' ? circle(dice.between(560, 700), 150, 44, '#ffe0a0', faint(0.85)) : '';
  return (
    sun +
    times(dice.whole(2, 4), () =>
      cloud(dice.between(40, 760), dice.between(40, 120), dice.between(0.6, 1.2)),
    ).join('')
  );
}

/** Flakes or falling leaves, in front of everything. */
export function weather(dice: Dice, light: Light): string {
  if (light.season === 'winter')
    return times(46, () =>
      circle(dice.between(0, 800), dice.between(0, 600), dice.between(1.5, 4), '#fff', faint(0.75)),
    ).join('');
  if (light.season !== 'autumn') return '';
  return times(22, () =>
    oval(
      dice.between(0, 800),
      dice.between(180, 596),
      6,
      3,
      dice.pick(light.leaves),
      `transform="rotate(${dice.whole(0, 90)} 400 300)" opacity=".85"`,
    ),
  ).join('');
}

export function lamp(light: Light, x: number, base: number, height = 150): string {
  const burns = light.daytime === 'evening' || light.daytime === 'night';
  const shine = burns
    ? circle(x, base - height - 12, 60, '#ffdf8a', faint(0.28)) +
      oval(x, base + 4, 70, 16, '#ffdf8a', faint(0.22))
    : '';
  return (
    shine +
    stroke(`M${x} ${base}V${base - height}`, IRON, 6) +
    shape(`M${x - 14} ${base - height}h28l-6 -26h-16z`, burns ? '#ffe7a6' : '#e6dcc0') +
    rect(x - 11, base - height - 31, 22, 6, IRON)
  );
}

export function bench(x: number, base: number, scale = 1): string {
  const legs = stroke('M-56 0V-30M56 0V-30', '#2f3a3c', 7) + stroke('M-56 -34V-68M56 -34V-68', '#2f3a3c', 5);
  const planks =
    rect(-70, -38, 140, 10, '#a9733f', 'rx="3"') +
    rect(-70, -66, 140, 9, '#b9834c', 'rx="3"') +
    rect(-70, -52, 140, 8, '#a9733f', 'rx="3"');
  return group(x, base, scale, oval(0, 0, 74, 8, '#000', faint(0.15)) + legs + planks);
}

export function bike(x: number, base: number, scale = 1, colour = IRON): string {
  const wheels = '<circle cx="-26" cy="-18" r="17"/><circle cx="26" cy="-18" r="17"/>';
  return group(
    x,
    base,
    scale,
    `<g fill="none" stroke="${colour}" stroke-width="4" stroke-linecap="round">${wheels}<path d="M-26 -18L-8 -42H18L0 -18H-26M0 -18L-12 -48M26 -18L16 -52h-9M-18 -48h12"/></g>`,
  );
}

export function car(x: number, base: number, colour: string, scale = 1): string {
  const body = shape(
    'M-80 -14Q-82 -42 -58 -44L-34 -70Q-30 -76 -20 -76H26Q36 -76 42 -68L58 -46Q82 -44 82 -14z',
    colour,
  );
  const glass = shape('M-46 -46L-28 -68H-2V-46zM6 -68H26L44 -46H6z', '#3e5260');
  const wheels = [-46, 46]
    .map((wheel) => circle(wheel, -12, 17, '#22292d') + circle(wheel, -12, 8, '#b9bcb8'))
    .join('');
  return group(x, base, scale, oval(0, 2, 92, 8, '#000', faint(0.2)) + body + glass + wheels);
}

/** Water with the light on it. */
export function water(dice: Dice, x: number, y: number, w: number, h: number): string {
  const ripples = times(Math.round((w * h) / 4200), () => {
    const length = dice.between(20, 80);
    return stroke(
      `M${dice.between(x, x + w - length)} ${dice.between(y + 8, y + h - 4)}h${length}`,
      '#fff',
      2.2,
      faint(Math.round(dice.between(0.12, 0.34) * 100) / 100),
    );
  });
  return rect(x, y, w, h, 'url(#w)') + ripples.join('');
}

/** A paved ground that runs towards the eye. */
export function paving(y: number, colour = '#cfc0ab'): string {
  const h = 600 - y;
  const across = times(6, (i) => stroke(`M0 ${y + h * ((i + 1) / 7) ** 1.7}H800`, '#000', 1.2, faint(0.08)));
  const along = times(44, (i) =>
    stroke(`M${400 + (i - 22) * 34} ${y}L${400 + (i - 22) * 110} 600`, '#000', 1.1, faint(0.06)),
  );
  return rect(0, y, 800, h, colour) + across.join('') + along.join('');
}

export function bunting(dice: Dice, y: number): string {
  const flags = ['#d4573f', '#f0b840', '#36596b', '#5c7a54', '#f3ece0'] as const;
  const sag = (x: number) => y + Math.sin((x / 800) * Math.PI) * 60;
  return (
    stroke(`M0 ${y}Q400 ${y + 120} 800 ${y}`, '#2d3640', 2) +
    times(20, (i) => shape(`M${8 + i * 40} ${sag(8 + i * 40)}l12 26l12 -26z`, dice.pick(flags))).join('')
  );
}
