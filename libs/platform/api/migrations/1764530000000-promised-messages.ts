import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages to very many are promised by one row in the transaction of what happened, and written after it. */
export class PromisedMessages1764530000000 implements MigrationInterface {
  readonly name = 'PromisedMessages1764530000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `create table outbox_promise (
         district_id integer not null references district,
         id uuid not null,
         batches jsonb not null,
         promised_at timestamptz not null,
         next_attempt_at timestamptz not null,
         primary key (district_id, id)
       )`,
    );
    await q.query('grant select, insert, update, delete on outbox_promise to buurtstem_app');
  }

  async down(q: QueryRunner): Promise<void> {
    // Nobody would keep what is promised still.
    await q.query(
      `do $$ begin
         if exists (select from outbox_promise) then raise 'messages are promised: let the mail worker write them first'; end if;
       end $$`,
    );
    await q.query('drop table outbox_promise');
  }
}
