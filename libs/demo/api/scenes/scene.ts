import { GREEN_SCENES } from './green-scenes';
import { lightOf, type Daytime, type Season } from './light';
import { MEETING_SCENES } from './meeting-scenes';
import { Dice } from './pencil';
import { STREET_SCENES } from './street-scenes';
import { weather } from './town';

const SCENES = { ...GREEN_SCENES, ...STREET_SCENES, ...MEETING_SCENES } as const;
export type SceneName = keyof typeof SCENES;
export const SCENE_NAMES = Object.keys(SCENES) as SceneName[];

export interface Scene {
  readonly name: SceneName;
  readonly season: Season;
  readonly daytime: Daytime;
  readonly seed: number;
}

export const SCENE_WIDTH = 800;
export const SCENE_HEIGHT = 600;
const INDOORS: readonly SceneName[] = ['sharedTable', 'repairShop', 'tunnel'];

/** Draws a scene as an SVG document. The same scene gives the same text, to the letter. */
export function drawScene(scene: Scene): string {
  const dice = new Dice(scene.seed);
  const light = lightOf(scene.season, scene.daytime);
  const body = SCENES[scene.name](dice, light) + (INDOORS.includes(scene.name) ? '' : weather(dice, light));
  const gradient = (id: string, [from, to]: readonly [string, string]) =>
    `<linearGradient id="${id}" x2="0" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`;
  const glow = `<radialGradient id="l" cx=".82" cy=".12" r="1"><stop stop-color="${light.glow}" stop-opacity=".5"/><stop offset=".55" stop-color="${light.glow}" stop-opacity=".07"/><stop offset="1" stop-color="#1b2a3a" stop-opacity=".16"/></radialGradient>`;
  const all = `width="${SCENE_WIDTH}" height="${SCENE_HEIGHT}"`;
  const dusk = light.dusk > 0 ? `<rect ${all} fill="#14213d" opacity="${light.dusk}"/>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" ${all} viewBox="0 0 ${SCENE_WIDTH} ${SCENE_HEIGHT}"><defs>${gradient('s', light.sky)}${gradient('w', light.water)}${glow}</defs><rect ${all} fill="url(#s)"/>${body}${dusk}<rect ${all} fill="url(#l)"/></svg>`.replaceAll(
    ' />',
    '/>',
  );
}
