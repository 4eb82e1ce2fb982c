import type { Area, Place, Polygon } from '@buurtstem/districts-domain';
import { Dice } from './scenes/pencil';
import type { SceneName } from './scenes/scene';
import type { NeighbourhoodSlug, ProposalStory } from './story';

/** The invented town, on a sheet of 800 by 620: no municipality's own shapes. */
const SHEET: Record<NeighbourhoodSlug, readonly (readonly [number, number])[]> = {
  havenrand: [
    [30, 60],
    [250, 30],
    [300, 190],
    [210, 300],
    [40, 260],
  ],
  sluiskwartier: [
    [250, 30],
    [530, 50],
    [540, 210],
    [400, 260],
    [300, 190],
  ],
  kersentuin: [
    [530, 50],
    [770, 90],
    [750, 300],
    [600, 320],
    [540, 210],
  ],
  molenwijk: [
    [40, 260],
    [210, 300],
    [260, 430],
    [170, 580],
    [50, 520],
  ],
  parkbuurt: [
    [210, 300],
    [300, 190],
    [400, 260],
    [540, 210],
    [600, 320],
    [520, 440],
    [260, 430],
  ],
  stationskwartier: [
    [260, 430],
    [520, 440],
    [600, 320],
    [750, 300],
    [740, 540],
    [420, 600],
    [170, 580],
  ],
};
/** The upper left corner of the sheet, and its scale: some three kilometres wide. */
const CORNER: Place = { latitude: 52.385, longitude: 4.835 };
const DEGREES_EAST = 0.000_055;
const DEGREES_SOUTH = 0.000_034;

export const TOWN_AREAS: readonly Area[] = Object.entries(SHEET).map(([neighbourhood, corners]) => ({
  neighbourhood,
  polygons: [[[...corners, ...corners.slice(0, 1)].map(([x, y]) => positionOf(x, y))] satisfies Polygon],
}));

export const TOWN_THEMES = [
  { slug: 'groen', name: 'Groen en water' },
  { slug: 'straat', name: 'Straat en verkeer' },
  { slug: 'samen', name: 'Samen in de buurt' },
  { slug: 'sport', name: 'Spelen en sport' },
  { slug: 'schoon', name: 'Schoon en veilig' },
] as const;
type Theme = (typeof TOWN_THEMES)[number]['slug'];

const THEMES: Partial<Record<SceneName, Theme>> = {
  allotment: 'groen',
  avenue: 'groen',
  canal: 'groen',
  facade: 'groen',
  meadowWithNest: 'groen',
  orchard: 'groen',
  pond: 'groen',
  roofGarden: 'groen',
  waterside: 'groen',
  bicycleParking: 'straat',
  bridge: 'straat',
  busStop: 'straat',
  crossing: 'straat',
  quietStreet: 'straat',
  tunnel: 'straat',
  containers: 'schoon',
  nightLights: 'schoon',
  fountainSquare: 'sport',
  playground: 'sport',
  schoolyard: 'sport',
  skating: 'sport',
  sportsCourt: 'sport',
  bookCupboard: 'samen',
  communityHall: 'samen',
  market: 'samen',
  partyStreet: 'samen',
  repairShop: 'samen',
  sharedTable: 'samen',
  stage: 'samen',
};

/** What a plan is about; null for what fits nowhere. */
export function themeOf({ picture }: ProposalStory): Theme | null {
  return THEMES[picture.scene] ?? null;
}

/** A spot in its neighbourhood, always the same; a plan for the whole district has none. */
export function placeOf({ neighbourhood, title }: ProposalStory): Place | null {
  if (neighbourhood === null) return null;
  const corners = SHEET[neighbourhood];
  const dice = new Dice([...title].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7));
  const middle = [0, 1].map(
    (axis) => corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / corners.length,
  );
  // Towards a corner, and never as far as its edge.
  const [x = 0, y = 0] = corners[Math.floor(dice.between(0, corners.length))] ?? [];
  const share = dice.between(0.1, 0.6);
  const [longitude, latitude] = positionOf(
    (middle[0] ?? 0) * (1 - share) + x * share,
    (middle[1] ?? 0) * (1 - share) + y * share,
  );
  return { latitude, longitude };
}

function positionOf(x: number, y: number): [number, number] {
  return [
    Number((CORNER.longitude + x * DEGREES_EAST).toFixed(6)),
    Number((CORNER.latitude - y * DEGREES_SOUTH).toFixed(6)),
  ];
}
