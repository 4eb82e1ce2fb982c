import type { Light } from './light';
import { bush, flowers, tree, trees } from './nature';
import { circle, type Dice, faint, oval, rect, shape, stroke, times } from './pencil';
import { child, COATS, cyclist, people, person } from './people';
import { air, bench, bunting, flats, houses, lamp, paving } from './town';

type Draw = (dice: Dice, light: Light) => string;

const communityHall: Draw = (dice, light) =>
  air(dice, light) +
  houses(dice, light, -10, 180, 380, 90, 140) +
  houses(dice, light, 650, 820, 380, 90, 130) +
  shape('M150 400V190L400 90L650 190V400z', dice.pick(['#7a4a43', '#8f5140', '#6d5650'] as const)) +
  shape('M130 196L400 86L670 196L660 176L400 66L140 176z', '#3c3f45') +
  [200, 310, 420, 530]
    .map(
      (x) =>
        shape(`M${x} 400V290Q${x + 36} 236 ${x + 72} 290V400z`, '#f3ece0') +
        shape(`M${x + 7} 400V294Q${x + 36} 250 ${x + 65} 294V400z`, '#f7cf76'),
    )
    .join('') +
  rect(300, 176, 200, 40, '#f3ece0', 'rx="4"') +
  rect(322, 190, 156, 12, '#7a4a43', 'rx="6"') +
  paving(396, '#b7a893') +
  trees(dice, light, [90, 720], 422, 62) +
  people(dice, [
    [220, 450, 1],
    [270, 474, 1],
    [380, 450, 1],
    [430, 474, 1],
    [560, 450, 1],
  ]) +
  stroke('M150 210Q280 260 400 214T650 210', '#2d3640', 2) +
  times(12, (i) => circle(170 + i * 42, 224 + Math.sin(i * 0.9) * 8, 6, '#ffdf8a')).join('');

const bookCupboard: Draw = (dice, light) => {
  const books = (shelf: number) =>
    times(13, (i) => {
      const h = dice.between(48, 66);
      return rect(
        288 + i * 16.5,
        314 + shelf * 84 - h,
        14,
        h,
        dice.pick(['#d4573f', '#f0b840', '#36596b', '#f3ece0', '#5c7a54', '#7b5c86', '#d9a441'] as const),
      );
    }).join('') + rect(282, 314 + shelf * 84, 226, 8, '#b9834c');
  return (
    air(dice, light) +
    houses(dice, light, -10, 300, 360, 100, 160) +
    trees(dice, light, [360, 470, 600, 740], 372, 60) +
    shape('M0 360H800V600H0z', light.grass) +
    shape('M0 520Q400 470 800 520V600H0z', light.path) +
    rect(384, 400, 22, 160, '#6a4a33') +
    shape('M250 220L395 150L540 220z', dice.pick(['#3e5a52', '#7a2e2a', '#2f5a6b'] as const)) +
    rect(268, 220, 254, 200, '#b9834c') +
    rect(282, 234, 226, 172, '#5a3d2a') +
    books(0) +
    books(1) +
    [200, 600]
      .map((x) => shape(`M${x - 34} 500h68l-10 60h-48z`, '#b5654a') + bush(dice, light, x, 506, 52))
      .join('') +
    person(dice, 660, 540, 1.5) +
    child(dice, 130, 560, 1.1)
  );
};

const sharedTable: Draw = (dice, light) =>
  rect(0, 0, 800, 380, dice.pick(['#e3d2b4', '#d5ddd6', '#e8d3c0'] as const)) +
  rect(90, 60, 240, 190, '#f3ece0') +
  rect(102, 72, 216, 166, light.sky[0]) +
  tree(dice, light, 160, 238, 40) +
  rect(204, 72, 10, 166, '#f3ece0') +
  [420, 560, 690]
    .map(
      (x) =>
        stroke(`M${x} 0V86`, '#2d3640', 3) +
        shape(
          `M${x - 44} 130Q${x} 60 ${x + 44} 130z`,
          dice.pick(['#b5523b', '#2f7d6b', '#d9a441'] as const),
        ) +
        oval(x, 132, 30, 8, '#ffe7ab'),
    )
    .join('') +
  [150, 270, 400, 540, 660].map((x, i) => person(dice, x, 470, 2.1, COATS[i] ?? COATS[0])).join('') +
  shape('M-20 380H820L860 600H-60z', '#a9733f') +
  times(6, (i) => stroke(`M${-20 + i * 168} 380L${-60 + i * 184} 600`, '#8a5a2f', 2, faint(0.5))).join('') +
  (
    [
      [160, 450],
      [420, 440],
      [650, 456],
      [290, 530],
      [560, 536],
    ] as const
  )
    .map(
      ([x, y]) =>
        oval(x, y + 8, 74, 22, '#000', faint(0.14)) +
        oval(x, y, 70, 22, '#f6f0e4') +
        oval(x, y - 3, 50, 14, dice.pick(['#d4573f', '#7f9c56', '#f0b840', '#8c5a3a', '#c96b45'] as const)) +
        circle(x - 14, y - 5, 7, '#5d8750') +
        circle(x + 16, y - 3, 6, '#f6f0e4'),
    )
    .join('');

const schoolyard: Draw = (dice, light) =>
  air(dice, light) +
  rect(60, 130, 520, 230, '#b98461') +
  rect(50, 116, 540, 22, '#efe6d6') +
  [90, 180, 270, 360, 450]
    .map(
      (x) =>
        rect(x, 160, 62, 70, '#f3ece0') +
        rect(x + 5, 165, 52, 60, '#4c6270') +
        rect(x, 260, 62, 70, '#f3ece0') +
        rect(x + 5, 265, 52, 60, '#f4cf7c'),
    )
    .join('') +
  houses(dice, light, 600, 820, 360, 110, 160) +
  shape('M0 356H800V600H0z', light.grass) +
  shape('M0 470Q240 400 480 460T800 440V600H0z', light.path) +
  trees(dice, light, [650, 50], 416, 70) +
  stroke('M180 520L280 440M240 530L340 452', '#7a5333', 16) +
  stroke('M170 470L350 500', '#8c6440', 16) +
  shape('M520 560Q600 470 700 560z', light.grass) +
  oval(610, 545, 26, 20, '#3d3a34') +
  (
    [
      [230, 430],
      [330, 440],
      [420, 520],
      [470, 530],
      [560, 470],
      [720, 530],
    ] as const
  )
    .map(([x, y]) => child(dice, x, y, dice.between(0.7, 0.9)))
    .join('') +
  flowers(dice, light, 20, 140, 590, 16);

const playground: Draw = (dice, light) =>
  air(dice, light) +
  flats(dice, light, -30, 830, 330, 160) +
  shape('M0 330Q400 310 800 334V600H0z', light.grass) +
  trees(dice, light, [50, 760], 380, 66) +
  shape('M80 520Q400 400 740 520Q560 600 400 596T80 520z', light.bare ? '#d8cfbd' : '#e0c98f') +
  stroke('M180 520L230 350L280 520M470 520L420 350L370 520M230 350H420', '#b5523b', 10) +
  stroke('M290 352V470M320 352V470M360 352V450M390 352V450', '#4a4a4a', 3) +
  rect(286, 468, 38, 8, '#2f3a3c') +
  rect(356, 448, 38, 8, '#2f3a3c') +
  child(dice, 305, 478, 0.75) +
  child(dice, 375, 458, 0.75) +
  rect(560, 380, 80, 12, '#8c6440') +
  stroke('M570 392V520M630 392V520', '#8c6440', 9) +
  shape('M556 380L600 330L644 380z', '#2f7d6b') +
  shape('M640 388Q700 420 730 520H700Q680 440 636 404z', '#f0b840') +
  child(dice, 600, 380, 0.6) +
  child(dice, 690, 470, 0.65) +
  bench(150, 560, 0.9) +
  people(dice, [
    [90, 560, 1.15],
    [500, 570, 1.2],
  ]);

const sportsCourt: Draw = (dice, light) =>
  air(dice, light) +
  flats(dice, light, -20, 820, 320, 170) +
  trees(dice, light, [40, 760], 340, 54) +
  shape('M0 320H800V600H0z', light.grass) +
  shape('M120 340H680L790 590H10z', dice.pick(['#b0583f', '#3f6f8a', '#4f7f5f'] as const)) +
  stroke('M120 340H680L790 590H10zM400 340V590M70 460H730', '#f3ece0', 5) +
  oval(400, 460, 90, 34, 'none', 'stroke="#f3ece0" stroke-width="5"') +
  [150, 650]
    .map(
      (x) =>
        stroke(`M${x} 430V250`, '#27343b', 8) +
        rect(x - 40, 230, 80, 56, '#f3ece0') +
        rect(x - 16, 252, 32, 24, 'none', 'stroke="#c23b2e" stroke-width="4"') +
        oval(x, 292, 20, 6, 'none', 'stroke="#d4573f" stroke-width="5"'),
    )
    .join('') +
  people(dice, [
    [280, 440, 1],
    [360, 520, 1.2],
    [500, 470, 1.05],
    [580, 550, 1.25],
  ]) +
  child(dice, 230, 540, 0.95) +
  circle(430, 410, 14, '#e08a3a');

const stage: Draw = (dice, light) =>
  air(dice, light) +
  houses(dice, light, -10, 810, 320, 90, 160) +
  shape('M0 320H800V600H0z', light.grass) +
  trees(dice, light, [40, 760], 360, 66) +
  shape('M190 420V260Q400 160 610 260V420z', '#4a3a55') +
  shape('M210 410V270Q400 186 590 270V410z', '#6b4f7a') +
  rect(170, 410, 460, 40, '#7a5333') +
  [250, 400, 550].map((x) => shape(`M${x - 12} 232h24l40 178h-104z`, '#ffe7a6', faint(0.25))).join('') +
  person(dice, 320, 412, 1.1) +
  person(dice, 400, 412, 1.15) +
  person(dice, 480, 412, 1.1) +
  stroke('M372 350L430 372', '#8c5a2f', 10) +
  circle(440, 380, 20, '#a9733f') +
  bunting(dice, 150) +
  times(13, (i) => person(dice, 60 + i * 57, 560 + (i % 3) * 22, 1.25)).join('');

const reception: Draw = (dice, light) =>
  air(dice, light) +
  houses(dice, light, -20, 820, 390, 190, 260) +
  rect(220, 120, 360, 270, '#cdd5cf') +
  rect(206, 104, 388, 22, '#efe6d6') +
  rect(250, 150, 300, 44, '#0b5563', 'rx="6"') +
  rect(290, 166, 220, 12, '#f1f8f8', 'rx="6"') +
  [250, 360, 470].map((x) => rect(x, 220, 80, 96, '#f3ece0') + rect(x + 6, 226, 68, 84, '#f4cf7c')).join('') +
  rect(360, 320, 80, 70, '#2f5a4f') +
  paving(390) +
  bench(170, 470, 0.9) +
  people(dice, [
    [300, 460, 1.05],
    [340, 470, 1.05],
    [520, 480, 1.15],
    [640, 540, 1.3],
    [90, 520, 1.2],
  ]) +
  child(dice, 560, 486, 0.75) +
  cyclist(dice, 700, 470, 1) +
  lamp(light, 610, 430, 140) +
  flowers(dice, light, 210, 350, 396, 10);

const repairShop: Draw = (dice, light) =>
  rect(0, 0, 800, 400, '#d9cdb8') +
  rect(0, 400, 800, 200, '#b08d63') +
  rect(60, 60, 300, 210, '#a07c52') +
  times(14, (i) =>
    stroke(
      `M${84 + (i % 7) * 40} ${90 + Math.floor(i / 7) * 90}v${dice.between(30, 60)}`,
      dice.pick(['#4a5a60', '#b5523b', '#2f3a3c', '#d9a441'] as const),
      8,
    ),
  ).join('') +
  rect(470, 60, 260, 170, '#f3ece0') +
  rect(482, 72, 236, 146, light.sky[0]) +
  tree(dice, light, 600, 218, 44) +
  person(dice, 220, 470, 2) +
  person(dice, 420, 470, 2) +
  person(dice, 640, 470, 1.9) +
  rect(60, 420, 680, 26, '#8a5a2f') +
  rect(80, 446, 24, 150, '#6a4426') +
  rect(700, 446, 24, 150, '#6a4426') +
  rect(270, 366, 80, 54, '#c9523a', 'rx="8"') +
  circle(310, 392, 16, '#f3ece0') +
  rect(500, 380, 60, 40, '#4a5a60', 'rx="4"') +
  shape('M130 420l14 -44h30l14 44z', '#5c7a54') +
  circle(690, 404, 16, '#d9a441') +
  stroke('M560 404h60', '#8b9296', 8);

export const MEETING_SCENES = {
  communityHall,
  bookCupboard,
  sharedTable,
  schoolyard,
  playground,
  sportsCourt,
  stage,
  reception,
  repairShop,
} as const;
