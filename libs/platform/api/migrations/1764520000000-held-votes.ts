import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few votes that are held are found without reading all the others: the count asks for them while votes wait. */
export class HeldVotes1764520000000 implements MigrationInterface {
  readonly name = 'HeldVotes1764520000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `create index vote_held on vote (district_id, proposal_id, resident_id) where status = 'held'`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index vote_held');
  }
}
