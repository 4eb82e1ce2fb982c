import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pages that an editor writes, each with all its versions, and what a district says of its accessibility. */
export class Pages1764430000000 implements MigrationInterface {
  readonly name = 'Pages1764430000000';

  async up(q: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...GRANTS]) await q.query(statement);
  }

  async down(): Promise<void> {
    // What editors wrote, and who wrote it, has no place in the schema before.
    throw new Error('This migration is not undone: restore the backup from before it.');
  }
}

const SLUG = `check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 2 and 60)`;
const TEXTS = `
     title text not null,
     body text not null,
     title_en text not null,
     body_en text not null`;

const TABLES = [
  // Standard pages have a row only where somebody wrote another text.
  `create table page (
     district_id integer not null references district,
     slug text not null ${SLUG},
     state text not null check (state in ('draft', 'published')),
     version integer not null check (version > 0),
     ${TEXTS},
     changed_at timestamptz not null,
     primary key (district_id, slug)
   )`,
  // Only ever added to. It names no account by a foreign key, so that it outlives who wrote, and outlives the page itself.
  `create table page_version (
     district_id integer not null references district,
     slug text not null ${SLUG},
     version integer not null check (version > 0),
     state text not null check (state in ('draft', 'published', 'removed')),
     ${TEXTS},
     actor_id uuid,
     actor_name text not null,
     written_at timestamptz not null,
     primary key (district_id, slug, version)
   )`,
  `create table accessibility_claim (
     district_id integer not null references district,
     version integer not null check (version > 0),
     status text not null check (status in ('A', 'B', 'C', 'D', 'E')),
     contact text not null,
     audit_url text not null,
     actor_id uuid,
     actor_name text not null,
     claimed_at timestamptz not null,
     primary key (district_id, version),
     constraint accessibility_claim_proven check (status not in ('A', 'B') or audit_url <> '')
   )`,
];

const GRANTS = [
  'grant select, insert, update, delete on page to buurtstem_app',
  'grant select, insert on page_version to buurtstem_app',
  'grant select, insert on accessibility_claim to buurtstem_app',
];
