import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * News says what it is about. Whether anybody can have been told before is then one look at a short table, instead of one
 * for each of a hundred thousand recipients in the transaction of a count.
 */
export class NewsAbout1764320000000 implements MigrationInterface {
  readonly name = 'NewsAbout1764320000000';

  async up(q: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await q.query(statement);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table news drop column kind, drop column subject_id');
  }
}

const STATEMENTS = [
  'alter table news add column kind text, add column subject_id uuid',
  // Every message with the same news is of one kind and about one thing.
  `update news n set kind = m.kind, subject_id = m.subject_id from outbox_message m
   where m.district_id = n.district_id and m.news_id = n.id`,
  // News that nobody was told is kept for nobody.
  'delete from news where kind is null',
  'alter table news alter column kind set not null, alter column subject_id set not null',
  'create index news_about on news (district_id, kind, subject_id)',
];
