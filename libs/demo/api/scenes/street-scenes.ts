import type { Light } from './light';
import { flowers, trees } from './nature';
import { circle, type Dice, faint, oval, rect, shape, stroke, times } from './pencil';
import { child, cyclist, people, person } from './people';
import { air, bench, bike, bunting, car, flats, houses, lamp, paving, water } from './town';

type Draw = (dice: Dice, light: Light) => string;
const CARS = ['#b5523b', '#36596b', '#c9ccc8', '#5c7a54', '#2f3f4a'] as const;

const canal: Draw = (dice, light) =>
  air(dice, light) +
  houses(dice, light, -20, 820, 340, 130, 220) +
  rect(0, 340, 800, 40, '#b9a78f') +
  rect(0, 376, 800, 10, '#8c7a66') +
  trees(dice, light, [90, 330, 600, 770], 350, 50) +
  lamp(light, 210, 356, 120) +
  bike(440, 360, 0.8) +
  bike(520, 360, 0.8, '#7a2e2a') +
  cyclist(dice, 690, 364, 0.85) +
  people(dice, [
    [270, 362, 0.8],
    [400, 364, 0.75],
  ]) +
  water(dice, 0, 386, 800, 214) +
  `<g opacity=".16">${rect(60, 390, 70, 100, '#5a3328')}${rect(300, 390, 100, 130, '#5a3328')}${rect(600, 390, 110, 120, '#5a3328')}</g>` +
  shape('M260 510q160 42 330 0l-36 50q-130 16 -260 0z', '#27404f') +
  shape('M260 510q160 24 330 0l-6 -10q-160 22 -318 0z', '#d9a441') +
  people(dice, [
    [350, 520, 0.9],
    [420, 524, 0.9],
    [500, 520, 0.9],
  ]);

const fountainSquare: Draw = (dice, light) => {
  const jets = [
    [-150, 90],
    [-70, 150],
    [0, 190],
    [80, 140],
    [160, 96],
  ] as const;
  return (
    air(dice, light) +
    houses(dice, light, -20, 800, 350, 110, 190) +
    trees(dice, light, [70, 730], 372, 60) +
    paving(350) +
    oval(400, 490, 250, 58, '#8db8c2') +
    oval(400, 488, 235, 50, '#a9d0d6') +
    jets
      .map(
        ([x, h]) =>
          stroke(
            `M${400 + x} 490C${396 + x} ${490 - h} ${418 + x} ${490 - h} ${426 + x} 486`,
            '#fff',
            6,
            faint(0.8),
          ) + oval(412 + x, 490, 26, 6, '#fff', faint(0.6)),
      )
      .join('') +
    child(dice, 300, 500, 0.85) +
    child(dice, 520, 512, 0.9) +
    child(dice, 410, 534, 0.8) +
    bench(650, 470, 0.8) +
    people(dice, [
      [690, 480, 0.95],
      [170, 470, 1],
      [130, 474, 1],
    ])
  );
};

const bridge: Draw = (dice, light) =>
  air(dice, light) +
  houses(dice, light, -10, 800, 300, 100, 170) +
  trees(dice, light, [60, 750], 320, 50) +
  water(dice, 0, 300, 800, 300) +
  shape('M-10 420Q400 260 810 420V360Q400 210 -10 360z', '#8a6152') +
  shape('M-10 600V400Q120 350 200 340Q180 600 180 600z', '#76503f') +
  shape('M810 600V400Q680 350 600 340Q620 600 620 600z', '#76503f') +
  stroke('M-10 352Q400 200 810 352', '#efe6d6', 9) +
  stroke('M-10 316Q400 164 810 316', '#27343b', 5) +
  times(19, (i) =>
    stroke(`M${i * 44} ${352 - 76 * (1 - ((i * 44 - 400) / 410) ** 2)}v-36`, '#27343b', 4),
  ).join('') +
  cyclist(dice, 330, 284, 1.15) +
  cyclist(dice, 500, 284, 1.15) +
  people(dice, [
    [640, 300, 1.05],
    [180, 304, 1.05],
  ]) +
  lamp(light, 90, 330, 110);

const crossing: Draw = (dice, light) =>
  air(dice, light) +
  houses(dice, light, -20, 820, 320, 130, 210) +
  rect(0, 320, 800, 50, '#cbbfae') +
  trees(dice, light, [60, 740], 350, 52) +
  rect(0, 370, 800, 150, '#6d6a68') +
  rect(0, 520, 800, 80, '#cbbfae') +
  stroke('M0 372H800M0 520H800', '#efe9dd', 5) +
  times(7, (i) => shape(`M${230 + i * 52} 376h30l-8 140h-34z`, '#f6f3ec')).join('') +
  car(110, 470, dice.pick(CARS), 1) +
  car(730, 432, dice.pick(CARS), 0.8) +
  stroke('M640 520V350', '#27343b', 6) +
  rect(618, 316, 44, 44, '#2f5aa0', 'rx="4"') +
  shape('M640 322l15 30h-30z', '#fff') +
  people(dice, [
    [350, 456, 1.05],
    [520, 560, 1.25],
    [300, 570, 1.25],
  ]) +
  child(dice, 385, 460, 0.75) +
  child(dice, 420, 464, 0.7) +
  cyclist(dice, 690, 576, 1.1);

const busStop: Draw = (dice, light) =>
  air(dice, light) +
  flats(dice, light, -20, 820, 340, 170) +
  rect(0, 340, 800, 60, '#cbbfae') +
  rect(0, 400, 800, 90, '#77736f') +
  rect(0, 490, 800, 110, '#d3c8b6') +
  rect(40, 300, 380, 130, dice.pick(['#e8b93f', '#2f7d6b', '#c9523a'] as const), 'rx="16"') +
  rect(40, 366, 380, 64, '#2f5a6b', 'rx="12"') +
  [64, 134, 204, 274, 344].map((x) => rect(x, 316, 56, 46, '#3e5260', 'rx="5"')).join('') +
  [110, 340].map((x) => circle(x, 432, 24, '#22292d') + circle(x, 432, 11, '#b9bcb8')).join('') +
  rect(520, 330, 210, 16, '#2f5a4f', 'rx="6"') +
  rect(530, 346, 8, 170, '#2f5a4f') +
  rect(712, 346, 8, 170, '#2f5a4f') +
  rect(538, 350, 174, 110, '#d9e8e6', faint(0.55)) +
  rect(560, 470, 130, 12, '#a9733f', 'rx="3"') +
  stroke('M580 482V516M670 482V516', '#2f3a3c', 6) +
  people(dice, [
    [500, 540, 1.1],
    [610, 520, 1.05],
    [760, 548, 1.15],
  ]) +
  child(dice, 470, 545, 0.75);

const tunnel: Draw = (dice, light) =>
  rect(0, 0, 800, 600, '#3d3a44') +
  shape('M0 600V120Q400 -40 800 120V600z', '#5a5361') +
  shape('M120 600V230Q400 90 680 230V600z', '#77707a') +
  shape('M250 480V290Q400 220 550 290V480z', '#ffe6b0') +
  houses(dice, light, 300, 500, 440, 40, 70) +
  shape('M250 480H550L800 600H0z', '#a0624c') +
  stroke('M400 480V600', '#f3ece0', 6, 'stroke-dasharray="18 20"') +
  [
    [190, 210],
    [260, 262],
    [610, 210],
    [540, 262],
  ]
    .map(([x = 0, y = 0]) => oval(x, y, 34, 10, '#fff3cf') + oval(x, y + 8, 90, 40, '#ffe9b0', faint(0.25)))
    .join('') +
  [140, 200, 600, 660]
    .map((x, i) =>
      circle(
        x,
        380 + (i % 2) * 20,
        34,
        dice.pick(['#d9a441', '#b5523b', '#5c7a54', '#7fabb6'] as const),
        faint(0.7),
      ),
    )
    .join('') +
  cyclist(dice, 330, 560, 1.5) +
  cyclist(dice, 500, 510, 1);

const partyStreet: Draw = (dice, light) =>
  air(dice, light) +
  houses(dice, light, -30, 260, 400, 230, 300) +
  houses(dice, light, 540, 840, 400, 230, 300) +
  houses(dice, light, 260, 540, 330, 80, 120) +
  shape('M0 400L260 330H540L800 400V600H0z', '#cbb79b') +
  shape('M260 330L120 600H680L540 330z', '#b0745a') +
  times(6, (i) => stroke(`M${250 - i * 22} ${352 + i * 46}H${550 + i * 22}`, '#000', 1.5, faint(0.12))).join(
    '',
  ) +
  bunting(dice, 190) +
  rect(120, 420, 130, 60, '#f3ece0') +
  shape('M104 380h162l-14 44h-134z', dice.pick(['#b5523b', '#2f5a6b', '#5c7a54'] as const)) +
  rect(140, 380, 26, 44, '#f3ece0') +
  rect(196, 380, 26, 44, '#f3ece0') +
  people(dice, [
    [185, 418, 0.8],
    [290, 500, 1.05],
    [330, 506, 1.05],
    [430, 440, 0.85],
  ]) +
  person(dice, 520, 540, 1.2) +
  child(dice, 480, 546, 0.8) +
  cyclist(dice, 620, 500, 1) +
  trees(dice, light, [720], 440, 54);

const market: Draw = (dice, light) => {
  const stall = (x: number, y: number, s: number) => {
    const colour = dice.pick(['#b5523b', '#2f5a6b', '#5c7a54', '#d9a441'] as const);
    const goods = times(14, (i) =>
      circle(
        x - 70 * s + i * 11 * s,
        y - 46 * s - (i % 3) * 5 * s,
        8 * s,
        dice.pick(['#d4573f', '#f0b840', '#7f9c56', '#c96b45', '#8a5a8f'] as const),
      ),
    ).join('');
    return (
      rect(x - 78 * s, y - 44 * s, 156 * s, 44 * s, '#a9733f') +
      goods +
      stroke(`M${x - 80 * s} ${y}V${y - 130 * s}M${x + 80 * s} ${y}V${y - 130 * s}`, '#4a3a2c', 5 * s) +
      shape(
        `M${x - 96 * s} ${y - 120 * s}L${x - 70 * s} ${y - 160 * s}H${x + 70 * s}L${x + 96 * s} ${y - 120 * s}z`,
        colour,
      ) +
      times(4, (i) =>
        shape(
          `M${x - 96 * s + i * 48 * s + 12 * s} ${y - 120 * s}l${6 * s} ${-40 * s}h${18 * s}l${4 * s} ${40 * s}z`,
          '#f3ece0',
          faint(0.8),
        ),
      ).join('')
    );
  };
  return (
    air(dice, light) +
    houses(dice, light, -20, 820, 340, 110, 190) +
    paving(340) +
    trees(dice, light, [40, 760], 370, 50) +
    stall(170, 440, 0.9) +
    stall(400, 430, 0.85) +
    stall(640, 445, 0.95) +
    people(dice, [
      [250, 480, 1],
      [320, 500, 1.1],
      [500, 490, 1.05],
      [560, 560, 1.35],
      [120, 560, 1.35],
      [720, 520, 1.1],
    ]) +
    child(dice, 290, 510, 0.75) +
    lamp(light, 520, 420, 130)
  );
};

const bicycleParking: Draw = (dice, light) =>
  air(dice, light) +
  rect(60, 150, 680, 190, '#b98461') +
  rect(50, 134, 700, 22, '#efe6d6') +
  times(
    6,
    (i) =>
      rect(90 + i * 110, 180, 80, 90, '#f3ece0') +
      rect(96 + i * 110, 186, 68, 78, dice.chance(light.litWindows + 0.2) ? '#f4cf7c' : '#4c6270'),
  ).join('') +
  circle(400, 110, 34, '#f3ece0') +
  stroke('M400 110V88M400 110L414 116', '#27343b', 4) +
  paving(340, '#c9c0b2') +
  times(11, (i) =>
    bike(
      60 + i * 70,
      440 + (i % 2) * 6,
      0.85,
      dice.pick(['#27343b', '#7a2e2a', '#2f5a6b', '#5c7a54'] as const),
    ),
  ).join('') +
  times(9, (i) => stroke(`M${40 + i * 90} 520v-44q26 -30 52 0v44`, '#8b9296', 6)).join('') +
  bike(150, 540, 1.2) +
  bike(330, 540, 1.2, '#7a2e2a') +
  people(dice, [
    [470, 540, 1.25],
    [620, 550, 1.3],
  ]) +
  cyclist(dice, 720, 566, 1.2);

const containers: Draw = (dice, light) =>
  air(dice, light) +
  flats(dice, light, -30, 830, 350, 200) +
  paving(350, '#cfc6b8') +
  trees(dice, light, [60, 740], 380, 58) +
  [180, 310, 440]
    .map(
      (x, i) =>
        rect(x, 372, 96, 110, ['#4a5a60', '#2f7d6b', '#b98a2f'][i] ?? '#4a5a60', 'rx="10"') +
        shape(`M${x + 14} 396h68l-6 -26h-56z`, '#2b3338') +
        rect(x + 26, 406, 44, 26, '#1d2427', 'rx="4"'),
    )
    .join('') +
  rect(150, 482, 420, 12, '#8b9296', 'rx="4"') +
  person(dice, 250, 560, 1.3) +
  rect(272, 524, 26, 34, '#efe6d6') +
  person(dice, 620, 540, 1.2) +
  child(dice, 665, 544, 0.8) +
  flowers(dice, light, 600, 780, 420, 16) +
  rect(596, 420, 190, 18, '#8c6440', 'rx="4"');

const quietStreet: Draw = (dice, light) =>
  air(dice, light) +
  houses(dice, light, -20, 820, 360, 170, 240) +
  rect(0, 360, 800, 60, '#cdbfa9') +
  rect(0, 420, 800, 130, '#8d6f60') +
  times(8, (i) => stroke(`M${i * 110} 420l-40 130`, '#000', 1.4, faint(0.15))).join('') +
  rect(0, 550, 800, 50, '#cdbfa9') +
  shape('M300 420h200l30 130H270z', '#b0745a') +
  times(5, (i) => shape(`M${306 + i * 40} 424h18l4 18h-22z`, '#f6f3ec')).join('') +
  trees(dice, light, [90, 560], 400, 58) +
  car(660, 520, dice.pick(CARS), 1) +
  stroke('M220 550V400', '#8b9296', 6) +
  circle(220, 384, 30, '#fff') +
  circle(220, 384, 30, 'none', 'stroke="#c23b2e" stroke-width="8"') +
  `<text x="220" y="395" font-size="30" font-family="sans-serif" font-weight="700" text-anchor="middle" fill="#22292d">30</text>` +
  cyclist(dice, 400, 510, 1.2) +
  people(dice, [
    [120, 420, 0.95],
    [740, 420, 0.95],
  ]) +
  child(dice, 150, 424, 0.65);

const nightLights: Draw = (dice, light) =>
  air(dice, light) +
  flats(dice, light, -20, 820, 360, 200) +
  meadow(light) +
  shape('M240 600Q360 440 380 360H430Q470 470 600 600z', light.path) +
  trees(dice, light, [80, 190, 640, 740], 440, 76) +
  lamp(light, 330, 430, 150) +
  lamp(light, 500, 430, 150) +
  lamp(light, 250, 540, 210) +
  lamp(light, 590, 540, 210) +
  people(dice, [
    [420, 500, 1.05],
    [390, 420, 0.6],
  ]) +
  cyclist(dice, 470, 570, 1.2);

function meadow(light: Light): string {
  return shape('M0 360H800V600H0z', light.grass);
}

export const STREET_SCENES = {
  canal,
  fountainSquare,
  bridge,
  crossing,
  busStop,
  tunnel,
  partyStreet,
  market,
  bicycleParking,
  containers,
  quietStreet,
  nightLights,
} as const;
