import { DistrictMaps } from '@buurtstem/districts-api';
import type { Area } from '@buurtstem/districts-domain';
import type { Browser } from '@buurtstem/platform-api/testing';
import { West } from './west';

const TEXT = {
  kind: 'plan',
  title: 'Veilig oversteken bij de Sluisbrug',
  summary: 'Elke ochtend steken 200 kinderen hier over tussen de auto’s.',
  body: 'Bij de Sluisbrug rijden auto’s hard van de helling af. Zij zien ons pas op het laatst. '.repeat(2),
  neighbourhood: 'sluiskwartier',
};
/** A square of a hundredth of a degree. */
const AREAS: Area[] = [
  {
    neighbourhood: 'sluiskwartier',
    polygons: [
      [
        [
          [4.85, 52.37],
          [4.86, 52.37],
          [4.86, 52.38],
          [4.85, 52.38],
          [4.85, 52.37],
        ],
      ],
    ],
  },
];
const INSIDE = { latitude: 52.375, longitude: 4.855 };

interface Pin {
  latitude: number;
  longitude: number;
  count: number;
  number: number | null;
  title: string | null;
}
interface Problem {
  code: string;
  errors: { field: string; code: string }[];
}

describe('plans on the map', () => {
  let west: West;
  let charlie: Browser;

  beforeEach(async () => {
    west = await West.open();
    charlie = west.test.browser();
    await charlie.signIn('charlie@voorbeeld.example');
    await charlie.patch('/account', { displayName: 'Charlie de Wit' });
  });
  afterEach(() => west.close());

  const importMap = () => west.app.get(DistrictMaps).replace(west.districtId, AREAS);
  const submit = (place: unknown) =>
    charlie.post<{ number: number; place: unknown } & Problem>('/districts/west/proposals', {
      ...TEXT,
      place,
    });
  const pins = async (query: string): Promise<Pin[]> => {
    const { status, body } = await west.test
      .browser()
      .get<{ items: Pin[] }>(`/districts/west/proposal-pins?${query}`);
    expect(status).toBe(200);
    return body.items;
  };
  /** An open proposal there. */
  const planAt = async (title: string, place: typeof INSIDE | null): Promise<number> => {
    const number = await west.proposal(title);
    await west.rows('update proposal set latitude = $2, longitude = $3 where number = $1', [
      number,
      place?.latitude ?? null,
      place?.longitude ?? null,
    ]);
    return number;
  };

  it('keep the spot that the submitter chose, until they take it away', async () => {
    await importMap();
    const { status, body } = await submit(INSIDE);
    expect([status, body.place]).toEqual([201, INSIDE]);
    const address = `/districts/west/proposals/${body.number}`;
    const edit = async (change: object) =>
      (await charlie.patch<{ place: unknown }>(address, change)).body.place;
    expect(await edit({ version: 1, title: `${TEXT.title} nu` })).toEqual(INSIDE);
    expect(await edit({ version: 2, place: null })).toBeNull();
  });

  it.each([
    ['outside the district', { latitude: 52.375, longitude: 4.87 }, true, 'place-outside-district'],
    ['of a district without a map', INSIDE, false, 'district-map-missing'],
  ])('are refused a spot %s, when submitted and when edited', async (_where, place, hasMap, code) => {
    if (hasMap) await importMap();
    const refused = await submit(place);
    expect([refused.status, refused.body.errors]).toMatchObject([400, [{ field: 'place', code }]]);
    const { number } = (await submit(null)).body;
    const edited = await charlie.patch<Problem>(`/districts/west/proposals/${number}`, { version: 1, place });
    expect(edited.body.errors).toMatchObject([{ field: 'place', code }]);
  });

  it.each([
    [{ latitude: 91, longitude: 4 }],
    [{ latitude: 52 }],
    [{ latitude: '52', longitude: 4 }],
    ['hier'],
  ])('are refused what is no spot: %j', async (place) => {
    await importMap();
    expect((await submit(place)).status).toBe(400);
  });

  it('are pins, and one pin where they would cover each other', async () => {
    const [one] = [
      await planAt('Bankjes langs het water', INSIDE),
      await planAt('Een plan zonder plek', null),
    ];
    const near = await planAt('Licht op het pad', { latitude: 52.3751, longitude: 4.8551 });
    expect(await pins('zoom=12')).toEqual([
      { latitude: 52.37505, longitude: 4.85505, count: 2, number: null, title: null },
    ]);
    expect((await pins('zoom=20')).map(({ count, number }) => [count, number]).sort()).toEqual([
      [1, one],
      [1, near],
    ]);
  });

  it('follow the filters of the list', async () => {
    await planAt('Bankjes langs het water', INSIDE);
    await planAt('Een zebrapad bij de school', INSIDE);
    expect((await pins('zoom=14&q=zebrapad')).map(({ title }) => title)).toEqual([
      'Een zebrapad bij de school',
    ]);
    expect(await pins('zoom=14&kind=idea')).toEqual([]);
  });

  it('are gone from the map while a moderator hides them, and drafts were never on it', async () => {
    await importMap();
    await submit(INSIDE);
    expect(await pins('zoom=14')).toEqual([]);
    const number = await planAt('Bankjes langs het water', INSIDE);
    expect(await pins('zoom=14')).toHaveLength(1);
    await west.rows('update proposal set hidden = true where number = $1', [number]);
    expect(await pins('zoom=14')).toEqual([]);
    const { body } = await west.test.browser().get<{ total: number }>('/districts/west/proposals?sort=votes');
    expect(body.total).toBe(0);
  });

  it('stand on shapes that everybody can read, with the names of the neighbourhoods', async () => {
    const read = async () => (await west.test.browser().get<object>('/districts/west/map')).body;
    expect(await read()).toEqual({ areas: [], tiles: null });
    await importMap();
    expect(await read()).toEqual({ areas: [{ ...AREAS[0], name: 'Sluiskwartier' }], tiles: null });
  });
});
