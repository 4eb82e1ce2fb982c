import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a vote came from is written by the statement that writes the vote, for the rows that it wrote, and votes are never deleted
 * (`vote_is_not_deleted`). So the key can find nothing wrong, and it locked each vote a second time: a seventh of what writing
 * a vote costs.
 */
export class OriginsWithoutKey1764540000000 implements MigrationInterface {
  readonly name = 'OriginsWithoutKey1764540000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table vote_origin drop constraint ${KEY}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(
      `alter table vote_origin add constraint ${KEY} foreign key (district_id, proposal_id, resident_id) references vote`,
    );
  }
}

const KEY = 'vote_origin_district_id_proposal_id_resident_id_fkey';
