import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger of one proposal, for the chart on its page: without an index that would be every vote of the district. */
export class VotesOverTime1764510000000 implements MigrationInterface {
  readonly name = 'VotesOverTime1764510000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'create index ballot_ledger_proposal on ballot_ledger (district_id, proposal_id, resident_id, position)',
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index ballot_ledger_proposal');
  }
}
