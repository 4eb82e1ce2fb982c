import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a list is filtered by beside its neighbourhood or its theme stands in their indexes too: how many ideas a neighbourhood has
 * was counted among all that are open in the district.
 */
export class ListsOfFew1764545000000 implements MigrationInterface {
  readonly name = 'ListsOfFew1764545000000';

  async up(q: QueryRunner): Promise<void> {
    for (const [by, beside] of INDEXES) await q.query(recreate(by, `include (${beside})`));
  }

  async down(q: QueryRunner): Promise<void> {
    for (const [by] of INDEXES) await q.query(recreate(by, ''));
  }
}

const INDEXES = [
  ['neighbourhood', 'state, kind, theme_slug'],
  ['theme', 'state, kind, neighbourhood_slug'],
] as const;

const recreate = (by: string, include: string): string => `
  drop index proposal_listed_${by};
  create index proposal_listed_${by} on proposal (district_id, ${by}_slug, published_at desc, number desc) ${include}
    where published_at is not null and not hidden`;
