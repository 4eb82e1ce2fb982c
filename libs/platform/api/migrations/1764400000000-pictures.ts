import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Residents put photos beside their plans: at most five, which change places in one statement. */
export class Pictures1764400000000 implements MigrationInterface {
  readonly name = 'Pictures1764400000000';

  async up(q: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await q.query(statement);
  }

  async down(): Promise<void> {
    // The schema before knows one file for each picture: it would show none of the photos.
    throw new Error('This migration is not undone: restore the backup from before it.');
  }
}

const STATEMENTS = [
  // Checked when the statement ends, so that two pictures can change places.
  `alter table proposal_picture
     drop constraint proposal_picture_pkey,
     add constraint proposal_picture_pkey primary key (district_id, proposal_id, position)
       deferrable initially immediate,
     add constraint proposal_picture_at_most_five check (position between 0 and 4)`,
  // A draft's are its submitter's own.
  `create or replace view public_picture as
     select f.* from proposal_picture f
     join proposal p on p.district_id = f.district_id and p.id = f.proposal_id
     where p.published_at is not null and not p.hidden and not f.hidden`,
];
