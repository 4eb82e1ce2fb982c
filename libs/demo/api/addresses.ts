import type { ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';

/** The district's streets by their postcodes, a range that the post does not use. */
const STREETS: readonly (readonly [neighbourhood: string, letters: readonly string[]])[] = [
  ['havenrand', ['AA', 'AB', 'AC', 'AD']],
  ['sluiskwartier', ['BA', 'BB', 'BC', 'BD']],
  ['kersentuin', ['CA', 'CB', 'CC', 'CD']],
  ['molenwijk', ['DA', 'DB', 'DC', 'DD']],
  ['parkbuurt', ['EA', 'EB', 'EC', 'ED']],
  ['stationskwartier', ['GA', 'GB', 'GC', 'GD']],
];
const DIGITS = '1999';
const HOUSES_PER_STREET = 60;

/** An address in the demo's district for who wants to try it out. */
export const DEMO_ADDRESS = { postcode: `${DIGITS} BA`, houseNumber: 12 } as const;

/** The invented address table: 24 streets of 60 houses. */
export async function enterAddresses(em: EntityManager, districtId: number, at: Date): Promise<void> {
  const rows = STREETS.flatMap(([neighbourhood, letters]) =>
    letters.map((pair) => ({ postcode: `${DIGITS}${pair}`, neighbourhood })),
  );
  await em.query(
    `insert into address (district_id, postcode, house_number, neighbourhood_slug, imported_at)
     select $1, street.postcode, number, street.neighbourhood, $4
     from unnest($2::text[], $3::text[]) as street (postcode, neighbourhood), generate_series(1, $5) as number`,
    [
      districtId,
      rows.map(({ postcode }) => postcode),
      rows.map(({ neighbourhood }) => neighbourhood),
      at,
      HOUSES_PER_STREET,
    ],
  );
}

/** These people showed long ago where they live; which house it was has been forgotten, as it is in the story. */
export async function enterProofs(
  em: EntityManager,
  districtId: number,
  people: readonly ResidentId[],
): Promise<void> {
  await em.query(
    `insert into identity_proof (district_id, account_id, level, method, proven_at)
     select $1, id, 1, 'address', created_at from account where id = any($2::uuid[])`,
    [districtId, people],
  );
}
