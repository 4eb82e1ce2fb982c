import { liesInside, MOST_POSITIONS, readDistrictMap, type Area } from './district-map';

const WEST = { slug: 'west', name: 'West' };
const NEIGHBOURHOODS = [
  { slug: 'molenwijk', name: 'Molenwijk' },
  { slug: 'kersentuin', name: 'De Kersentuin' },
];
const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const feature = (name: unknown, geometry: unknown) => ({ type: 'Feature', properties: { name }, geometry });
const MOLENWIJK = feature('Molenwijk', polygon(square(4, 52, 1)));
const KERSENTUIN = feature('kersentuin', { type: 'MultiPolygon', coordinates: [[square(5, 52, 1)]] });
const read = (...features: unknown[]) =>
  readDistrictMap({ type: 'FeatureCollection', features }, WEST, NEIGHBOURHOODS);

describe('the map of a district', () => {
  it('is read by the names or the slugs of its neighbourhoods, with the district itself or without', () => {
    expect(read(MOLENWIJK, KERSENTUIN)).toEqual({
      ok: true,
      areas: [
        { neighbourhood: 'molenwijk', polygons: [[square(4, 52, 1)]] },
        { neighbourhood: 'kersentuin', polygons: [[square(5, 52, 1)]] },
      ],
    });
    const whole = feature(' WEST ', polygon(square(4, 52, 2)));
    expect(read(MOLENWIJK, KERSENTUIN, whole)).toMatchObject({
      ok: true,
      areas: [{}, {}, { neighbourhood: null }],
    });
  });

  it('keeps six decimals of a degree', () => {
    const fine = [
      [4.12345678, 52],
      [5, 52],
      [5, 53],
      [4.12345678, 52],
    ];
    const result = read(feature('Molenwijk', polygon(fine)), KERSENTUIN);
    expect(result.ok && result.areas[0]?.polygons[0]?.[0]?.[0]).toEqual([4.123457, 52]);
  });

  it.each([
    ['no collection', { type: 'Feature' }],
    ['no object', null],
    ['no list of features', { type: 'FeatureCollection', features: {} }],
  ])('is refused when it is %s', (_what, given) => {
    expect(readDistrictMap(given, WEST, NEIGHBOURHOODS)).toEqual({
      ok: false,
      mistakes: ['must be a GeoJSON FeatureCollection'],
    });
  });

  it.each([
    [
      'a neighbourhood of elsewhere',
      feature('Oost', polygon(square(4, 52, 1))),
      '"Oost": the district has no neighbourhood of this name',
    ],
    [
      'no name',
      feature(7, polygon(square(4, 52, 1))),
      'feature 2: the district has no neighbourhood of this name',
    ],
    ['a shape twice', MOLENWIJK, '"Molenwijk": its shape is there twice'],
    [
      'a point',
      feature('kersentuin', { type: 'Point', coordinates: [4, 52] }),
      '"kersentuin": its geometry must be a Polygon or a MultiPolygon',
    ],
    [
      'no geometry',
      feature('kersentuin', null),
      '"kersentuin": its geometry must be a Polygon or a MultiPolygon',
    ],
    [
      'an empty polygon',
      feature('kersentuin', polygon()),
      '"kersentuin": a polygon must be a list of outlines',
    ],
    [
      'a line of three',
      feature(
        'kersentuin',
        polygon([
          [4, 52],
          [5, 52],
          [4, 52],
        ]),
      ),
      '"kersentuin": an outline must have four positions or more',
    ],
    [
      'an open outline',
      feature('kersentuin', polygon(square(4, 52, 1).slice(0, 4))),
      '"kersentuin": an outline must end where it begins',
    ],
    [
      'Dutch grid metres',
      feature('kersentuin', polygon(square(121000, 487000, 10))),
      '"kersentuin": a position must be [longitude, latitude] in degrees (WGS 84)',
    ],
    [
      'a latitude of 91',
      feature('kersentuin', polygon(square(4, 91, 1))),
      '"kersentuin": a position must be [longitude, latitude] in degrees (WGS 84)',
    ],
    [
      'words for a position',
      feature('kersentuin', polygon(['a', 'b', 'c', 'a'])),
      '"kersentuin": a position must be [longitude, latitude] in degrees (WGS 84)',
    ],
  ])('names what is wrong with %s', (_what, second, mistake) => {
    expect(read(MOLENWIJK, second)).toEqual({ ok: false, mistakes: [mistake] });
  });

  it('is refused when a neighbourhood has no shape', () => {
    expect(read(MOLENWIJK)).toEqual({ ok: false, mistakes: ['has no shape for "De Kersentuin"'] });
  });

  it('is refused when it is too fine to be shown', () => {
    const fine = Array.from({ length: MOST_POSITIONS + 1 }, () => [4, 52]);
    const result = read(feature('Molenwijk', polygon(fine)), KERSENTUIN);
    expect(result).toEqual({
      ok: false,
      mistakes: [expect.stringContaining('simplify it to 20000 at most')],
    });
  });
});

describe('a place', () => {
  const area = (neighbourhood: string | null, ...rings: number[][][]): Area =>
    ({ neighbourhood, polygons: [rings] }) as unknown as Area;
  const at = (longitude: number, latitude: number) => ({ longitude, latitude });
  const district = area(null, square(4, 52, 4), square(5, 53, 1));

  it.each([
    ['inside', at(4.5, 52.5), true],
    ['in the hole', at(5.5, 53.5), false],
    ['to the west', at(3.9, 53), false],
    ['to the north', at(6, 57), false],
  ])('is %s', (_where, place, expected) => {
    expect(liesInside([district], place)).toBe(expected);
  });

  it('lies in the district when it lies in one of its neighbourhoods, where the district has no shape of its own', () => {
    const areas = [area('molenwijk', square(4, 52, 1)), area('kersentuin', square(5, 52, 1))];
    expect([at(5.5, 52.5), at(6.5, 52.5)].map((place) => liesInside(areas, place))).toEqual([true, false]);
    expect(liesInside([...areas, district], at(6.5, 52.5))).toBe(true);
  });
});
