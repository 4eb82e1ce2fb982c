import type { Light } from './light';
import { bush, duck, flowers, meadow, tree, trees, willow } from './nature';
import { circle, type Dice, faint, oval, rect, shape, stroke, times } from './pencil';
import { child, cyclist, dog, people, person, seated } from './people';
import { air, bench, flats, houses, lamp, paving, water } from './town';

type Draw = (dice: Dice, light: Light) => string;

const waterside: Draw = (dice, light) =>
  air(dice, light) +
  houses(dice, light, -10, 330, 300, 70, 120) +
  trees(dice, light, [380, 450, 530, 610, 700, 780], 310, 36) +
  rect(0, 296, 800, 30, light.grass) +
  water(dice, 0, 322, 800, 96) +
  duck(260, 372) +
  duck(310, 384, 0.8) +
  shape('M0 410Q400 380 800 414V600H0z', light.grass) +
  shape('M-20 600Q260 450 820 440V486Q480 520 330 600z', light.path) +
  willow(dice, light, 120, 470, 150) +
  bench(430, 516, 1.15) +
  seated(dice, 400, 474) +
  seated(dice, 446, 474) +
  lamp(light, 690, 480, 160) +
  dog(560, 540, 0.8) +
  flowers(dice, light, 20, 300, 590, 20) +
  flowers(dice, light, 600, 790, 590, 16);

const meadowWithNest: Draw = (dice, light) =>
  air(dice, light) +
  trees(dice, light, [40, 120, 220, 640, 740], 380, 56) +
  meadow(light, 370) +
  water(dice, 0, 440, 800, 90) +
  shape('M-10 600V480Q300 560 820 500V600z', light.grass) +
  stroke('M420 520V190', '#6a4a33', 14) +
  oval(420, 186, 92, 18, '#5a4633') +
  stroke('M334 182q86 -26 172 0M340 192q80 12 160 0', '#7a6046', 6) +
  stroke('M420 172V146', '#d4573f', 5) +
  oval(424, 132, 40, 20, '#fff', 'transform="rotate(-14 424 132)"') +
  shape('M424 124l50 -6l-14 20z', '#27343b') +
  stroke('M394 126Q380 96 384 78', '#fff', 12) +
  circle(384, 72, 11, '#fff') +
  shape('M378 68L330 84L380 80z', '#d4573f') +
  flowers(dice, light, 10, 330, 594, 30) +
  people(dice, [[180, 520, 1.1]]) +
  child(dice, 220, 524, 0.8);

const orchard: Draw = (dice, light) => {
  const fruit = light.season === 'spring' ? '#fbe3ea' : '#c23b2e';
  const apples = (x: number, y: number) =>
    light.bare
      ? ''
      : times(9, () =>
          circle(x + dice.between(-50, 50), y + dice.between(-60, 40), dice.between(4, 7), fruit),
        ).join('');
  return (
    air(dice, light) +
    flats(dice, light, -40, 820, 300, 120) +
    meadow(light, 310) +
    trees(dice, light, [90, 250, 420, 590, 730], 360, 54) +
    tree(dice, light, 150, 500, 84) +
    apples(150, 350) +
    tree(dice, light, 620, 510, 92) +
    apples(620, 350) +
    shape('M330 600Q380 460 420 360H450Q460 480 520 600z', light.path) +
    person(dice, 250, 520, 1.25) +
    rect(268, 488, 44, 32, '#a9733f') +
    times(6, (i) => circle(276 + i * 6, 486 - (i % 2) * 5, 6, '#c23b2e')).join('') +
    child(dice, 560, 530, 0.9) +
    person(dice, 700, 530, 1.15) +
    flowers(dice, light, 10, 780, 592, 24)
  );
};

const allotment: Draw = (dice, light) => {
  const bed = (x: number, y: number, w: number) =>
    rect(x, y, w, 34, '#6b4a33', 'rx="6"') +
    times(Math.floor(w / 34), (i) => bush(dice, light, x + 20 + i * 34, y + 14, dice.between(16, 26))).join(
      '',
    );
  return (
    air(dice, light) +
    houses(dice, light, -10, 810, 300, 70, 130) +
    meadow(light, 296) +
    trees(dice, light, [50, 740], 330, 52) +
    shape('M120 330V250L190 204L260 250V330z', '#5c7a54') +
    rect(168, 274, 44, 56, '#3e2f24') +
    shape('M108 254L190 196L272 254l-8 -2L190 212L116 252z', '#3c3f45') +
    bed(320, 330, 190) +
    bed(540, 340, 200) +
    bed(60, 420, 240) +
    bed(350, 430, 260) +
    bed(120, 520, 300) +
    bed(480, 526, 260) +
    person(dice, 330, 428, 1.1) +
    person(dice, 640, 430, 1.15) +
    person(dice, 90, 520, 1.25) +
    child(dice, 450, 520, 0.85) +
    flowers(dice, light, 10, 90, 592, 8)
  );
};

const roofGarden: Draw = (dice, light) =>
  air(dice, light) +
  houses(dice, light, -10, 800, 340, 60, 140) +
  rect(0, 330, 800, 20, '#8b8b86') +
  rect(0, 350, 800, 250, light.bare ? '#d9d8d2' : '#b9b4a8') +
  times(3, (row) =>
    times(3, (column) => {
      const [x, y] = [50 + row * 10 + column * 262, 410 + row * 66];
      return (
        rect(x, y, 220, 34, '#8c6440', 'rx="4"') +
        [30, 80, 130, 180].map((d) => bush(dice, light, x + d, y + 6, dice.between(26, 38))).join('') +
        flowers(dice, light, x + 10, x + 210, y + 4, 8)
      );
    }).join(''),
  ).join('') +
  person(dice, 300, 420, 1.2) +
  person(dice, 560, 490, 1.4) +
  child(dice, 606, 484, 1);

const dogMeadow: Draw = (dice, light) =>
  air(dice, light) +
  flats(dice, light, -30, 830, 320, 150) +
  meadow(light, 330) +
  trees(dice, light, [60, 180, 690, 770], 370, 60) +
  times(21, (i) => stroke(`M${i * 40} 420V376`, '#7a5b3a', 7)).join('') +
  stroke('M0 386H800M0 406H800', '#8c6a44', 5) +
  person(dice, 200, 520, 1.25) +
  dog(290, 540, 1.1) +
  dog(520, 500, 0.9, '#d8c6a6') +
  dog(600, 552, 1, '#3b3632') +
  person(dice, 690, 520, 1.2) +
  circle(430, 500, 9, '#d4573f') +
  bench(90, 470, 0.8) +
  flowers(dice, light, 300, 780, 594, 14);

const pond: Draw = (dice, light) =>
  air(dice, light) +
  trees(dice, light, [30, 110, 200, 300, 500, 610, 700, 780], 330, 58) +
  meadow(light, 330) +
  oval(420, 470, 330, 88, '#5c6b4a', faint(0.5)) +
  oval(420, 466, 320, 80, 'url(#w)') +
  times(8, () =>
    stroke(`M${dice.between(160, 600)} ${dice.between(420, 520)}h50`, '#fff', 2, faint(0.35)),
  ).join('') +
  duck(330, 450) +
  duck(380, 470, 0.8) +
  duck(520, 440, 0.9) +
  willow(dice, light, 90, 500, 130) +
  times(14, (i) =>
    stroke(`M${610 + i * 9} 520Q${606 + i * 9} 470 ${612 + i * 9} ${440 + (i % 4) * 12}`, '#6b7f45', 4),
  ).join('') +
  bench(300, 570, 0.95) +
  person(dice, 180, 560, 1.15) +
  child(dice, 690, 566, 0.9);

const avenue: Draw = (dice, light) =>
  air(dice, light) +
  houses(dice, light, -30, 220, 380, 160, 230) +
  houses(dice, light, 580, 830, 380, 160, 230) +
  houses(dice, light, 220, 580, 330, 60, 100) +
  shape('M0 600V380L330 330H470L800 380V600z', light.grass) +
  shape('M180 600L350 330H450L620 600z', light.path) +
  trees(dice, light, [300, 500], 350, 36) +
  trees(dice, light, [220, 580], 420, 62) +
  trees(dice, light, [90, 710], 520, 96) +
  cyclist(dice, 400, 520, 1.15) +
  person(dice, 330, 460, 0.9) +
  person(dice, 470, 560, 1.2) +
  dog(520, 566, 0.9) +
  lamp(light, 640, 470, 140) +
  flowers(dice, light, 10, 150, 592, 12) +
  flowers(dice, light, 650, 790, 592, 12);

const facade: Draw = (dice, light) => {
  const wall = dice.pick(['#9a5f49', '#a7654c', '#8a6152'] as const);
  const window = (x: number) =>
    rect(x, 70, 180, 230, '#f3ece0') +
    rect(x + 12, 82, 156, 206, dice.chance(light.litWindows) ? '#f0c772' : '#48606d') +
    rect(x + 12, 160, 156, 8, '#f3ece0') +
    rect(x + 86, 82, 8, 206, '#f3ece0') +
    rect(x - 8, 300, 196, 16, '#d9cfbf');
  const green = light.bare ? (['#8f8b7c', '#9a9584'] as const) : light.leaves;
  return (
    rect(0, 0, 800, 470, wall) +
    times(24, (i) => stroke(`M0 ${i * 20}H800`, '#5d3a2d', 2, faint(0.4))).join('') +
    rect(0, 420, 800, 50, '#5b5450') +
    window(60) +
    window(560) +
    rect(310, 90, 170, 380, '#f3ece0') +
    rect(326, 150, 138, 320, dice.pick(['#1f5c56', '#27404f', '#7a2e2a'] as const)) +
    rect(326, 106, 138, 34, '#48606d') +
    circle(446, 330, 7, '#e8c15a') +
    paving(470, '#c9bdab') +
    [40, 110, 180, 245, 520, 590, 660, 730, 780]
      .map((x) => bush(dice, light, x, 480, dice.between(40, 66)))
      .join('') +
    flowers(dice, light, 10, 280, 486, 30) +
    flowers(dice, light, 500, 790, 486, 30) +
    stroke('M300 470C280 300 300 200 292 60C290 30 330 10 380 30', '#5c5f45', 7) +
    times(22, (i) =>
      circle(
        292 + dice.between(-22, 22),
        60 + i * 18,
        dice.between(9, 17),
        dice.pick([green[0], ...green.slice(1)]),
      ),
    ).join('') +
    person(dice, 540, 560, 1.4) +
    child(dice, 250, 566, 1)
  );
};

const skating: Draw = (dice, light) =>
  air(dice, light) +
  houses(dice, light, -10, 810, 300, 80, 150) +
  trees(dice, light, [60, 210, 600, 750], 330, 58) +
  shape('M0 320H800V600H0z', '#e9eeee') +
  shape('M30 400Q400 340 770 400Q800 520 640 570Q380 610 130 560Q0 500 30 400z', '#c9dde2') +
  times(16, () =>
    stroke(`M${dice.between(100, 640)} ${dice.between(410, 550)}q30 -10 60 4`, '#fff', 2.5, faint(0.8)),
  ).join('') +
  people(dice, [
    [200, 470, 0.95],
    [330, 440, 0.85],
    [420, 530, 1.15],
    [560, 480, 1],
    [640, 440, 0.85],
  ]) +
  child(dice, 290, 540, 0.85) +
  child(dice, 500, 545, 0.8) +
  bench(110, 400, 0.75) +
  lamp(light, 730, 400, 130) +
  stroke('M0 330Q400 250 800 330', '#2d3640', 2) +
  times(15, (i) => circle(20 + i * 54, 326 - Math.sin((i / 14) * Math.PI) * 38, 6, '#ffdf8a')).join('');

export const GREEN_SCENES = {
  waterside,
  meadowWithNest,
  orchard,
  allotment,
  roofGarden,
  dogMeadow,
  pond,
  avenue,
  facade,
  skating,
} as const;
