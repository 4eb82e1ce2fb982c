/** Degrees on the globe (WGS 84), as maps on the web use them. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** Longitude and latitude, in this order, as GeoJSON writes them. */
export type Position = readonly [longitude: number, latitude: number];
/** The outline, and after it the outlines of what is left out of it; each ends where it begins. */
export type Polygon = readonly (readonly Position[])[];

/** The shape of the whole district, or of one neighbourhood. */
export interface Area {
  /** Slug of the neighbourhood; null for the district. */
  readonly neighbourhood: string | null;
  readonly polygons: readonly Polygon[];
}

interface Named {
  readonly slug: string;
  readonly name: string;
}

export type DistrictMapReading =
  | { readonly ok: true; readonly areas: readonly Area[] }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** Far more than a map on a phone can show; a municipality's file can be simplified. */
export const MOST_POSITIONS = 20_000;
/** About ten centimetres. */
const DECIMALS = 6;

/**
 * Reads the map of a district: a GeoJSON FeatureCollection with a polygon for every neighbourhood, by the name or the slug in
 * its property "name", and if one wishes one with the name of the district itself. All of it is right, or every mistake is
 * named.
 */
export function readDistrictMap(
  given: unknown,
  district: Named,
  neighbourhoods: readonly Named[],
): DistrictMapReading {
  const { type, features } = recordOf(given);
  if (type !== 'FeatureCollection' || !Array.isArray(features))
    return { ok: false, mistakes: ['must be a GeoJSON FeatureCollection'] };
  const mistakes: string[] = [];
  const areas: Area[] = [];
  let positions = 0;
  for (const [index, feature] of (features as readonly unknown[]).entries()) {
    const { geometry, properties } = recordOf(feature);
    const { name } = recordOf(properties);
    const what = typeof name === 'string' && name !== '' ? `"${name}"` : `feature ${index + 1}`;
    const found = areaOf(name, district, neighbourhoods);
    const polygons = polygonsOf(geometry);
    if (found === undefined) mistakes.push(`${what}: the district has no neighbourhood of this name`);
    else if (areas.some(({ neighbourhood }) => neighbourhood === found))
      mistakes.push(`${what}: its shape is there twice`);
    if (typeof polygons === 'string') mistakes.push(`${what}: ${polygons}`);
    else {
      positions += polygons.flat(2).length;
      if (found !== undefined) areas.push({ neighbourhood: found, polygons });
    }
  }
  if (positions > MOST_POSITIONS)
    mistakes.push(`holds ${positions} positions; simplify it to ${MOST_POSITIONS} at most`);
  for (const { slug, name } of neighbourhoods)
    if (mistakes.length === 0 && !areas.some(({ neighbourhood }) => neighbourhood === slug))
      mistakes.push(`has no shape for "${name}"`);
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, areas };
}

/** Whether a place lies in the district: in its own shape, or in one of its neighbourhoods where it has none. */
export function liesInside(areas: readonly Area[], { latitude, longitude }: Place): boolean {
  const whole = areas.filter(({ neighbourhood }) => neighbourhood === null);
  return (whole.length > 0 ? whole : areas).some(({ polygons }) =>
    polygons.some((polygon) =>
      // Inside an odd number of outlines: in the outer one, and in no hole.
      polygon.reduce((inside, ring) => inside !== isWithin(ring, longitude, latitude), false),
    ),
  );
}

/** By counting how often a line to the east crosses the outline. */
function isWithin(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  let [fromX, fromY] = ring[ring.length - 1] as Position;
  for (const [toX, toY] of ring) {
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside;
    [fromX, fromY] = [toX, toY];
  }
  return inside;
}

function areaOf(name: unknown, district: Named, neighbourhoods: readonly Named[]): string | null | undefined {
  if (typeof name !== 'string') return undefined;
  const asked = name.trim().toLowerCase();
  const isCalled = (one: Named): boolean => one.slug === asked || one.name.toLowerCase() === asked;
  const neighbourhood = neighbourhoods.find(isCalled);
  if (neighbourhood) return neighbourhood.slug;
  return isCalled(district) ? null : undefined;
}

/** The polygons of a geometry, or what is wrong with it. */
function polygonsOf(geometry: unknown): readonly Polygon[] | string {
  const { type, coordinates } = recordOf(geometry);
  const given: unknown = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!Array.isArray(given) || given.length === 0) return 'its geometry must be a Polygon or a MultiPolygon';
  const polygons: Polygon[] = [];
  for (const polygon of given as readonly unknown[]) {
    if (!Array.isArray(polygon) || polygon.length === 0) return 'a polygon must be a list of outlines';
    const rings = (polygon as readonly unknown[]).map(ringOf);
    const wrong = rings.find((ring) => typeof ring === 'string');
    if (wrong !== undefined) return wrong;
    polygons.push(rings as readonly (readonly Position[])[]);
  }
  return polygons;
}

function ringOf(given: unknown): readonly Position[] | string {
  if (!Array.isArray(given) || given.length < 4) return 'an outline must have four positions or more';
  const ring: Position[] = [];
  for (const position of given as readonly unknown[]) {
    const [longitude, latitude] = Array.isArray(position) ? (position as readonly unknown[]) : [];
    if (!isDegrees(longitude, 180) || !isDegrees(latitude, 90))
      return 'a position must be [longitude, latitude] in degrees (WGS 84)';
    ring.push([rounded(longitude), rounded(latitude)]);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] ? ring : 'an outline must end where it begins';
}

function isDegrees(value: unknown, most: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= most;
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS));
}

function recordOf(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
}
