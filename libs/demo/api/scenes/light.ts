export type Season = 'spring' | 'summer' | 'autumn' | 'winter';
export type Daytime = 'morning' | 'day' | 'evening' | 'night';

/** The colours that season and hour give a scene; everything else is drawn in them. */
export interface Light {
  readonly season: Season;
  readonly daytime: Daytime;
  readonly sky: readonly [string, string];
  readonly glow: string;
  readonly water: readonly [string, string];
  readonly leaves: readonly [string, ...string[]];
  readonly grass: string;
  readonly path: string;
  /** Darkness that lies over everything, from 0 to 1. */
  readonly dusk: number;
  /** Chance that a lamp burns behind a window. */
  readonly litWindows: number;
  readonly bare: boolean;
}

const SKIES: Record<Daytime, Pick<Light, 'sky' | 'glow' | 'water' | 'dusk' | 'litWindows'>> = {
  morning: {
    sky: ['#b8d4e3', '#fbe3c4'],
    glow: '#ffd9a0',
    water: ['#94bcc6', '#557f8f'],
    dusk: 0.02,
    litWindows: 0.2,
  },
  day: {
    sky: ['#9cc9e0', '#eef3e6'],
    glow: '#ffe9b0',
    water: ['#7fb3c0', '#437588'],
    dusk: 0,
    litWindows: 0.12,
  },
  evening: {
    sky: ['#7f93b8', '#f5bd8a'],
    glow: '#ff9f5a',
    water: ['#8792a6', '#3f5770'],
    dusk: 0.1,
    litWindows: 0.45,
  },
  night: {
    sky: ['#22304e', '#5a6a8c'],
    glow: '#ffc873',
    water: ['#3b4d69', '#1e2d45'],
    dusk: 0.3,
    litWindows: 0.7,
  },
};

const SEASONS: Record<Season, Pick<Light, 'leaves' | 'grass' | 'path' | 'bare'>> = {
  spring: {
    leaves: ['#8bb667', '#a3c476', '#e9b3c2', '#7fae5f'],
    grass: '#9cc06b',
    path: '#d8c9ad',
    bare: false,
  },
  summer: {
    leaves: ['#5f8a55', '#6c9159', '#4f7a4c', '#7f9c56'],
    grass: '#86a957',
    path: '#d6c3a0',
    bare: false,
  },
  autumn: {
    leaves: ['#c98a3a', '#b5632f', '#d9a441', '#8a7a3f'],
    grass: '#a3a35c',
    path: '#c9b08c',
    bare: false,
  },
  winter: {
    leaves: ['#7c7468', '#8b8378', '#6b6459', '#948b80'],
    grass: '#dfe6e4',
    path: '#e6e2da',
    bare: true,
  },
};

export function lightOf(season: Season, daytime: Daytime): Light {
  const sky = SKIES[daytime];
  // A clear winter sky is paler, and the water under it nearly white.
  const winter = season === 'winter' && daytime === 'day' ? { sky: ['#c3d5e0', '#f4f1ea'] as const } : {};
  return { season, daytime, ...sky, ...winter, ...SEASONS[season] };
}
