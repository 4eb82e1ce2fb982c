import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Messages to many: what is told is kept once and points at everybody who is told; somebody chooses how to hear of it,
 * in which language, or not at all; and mail that does not arrive is noticed.
 */
export class Messages1764310000000 implements MigrationInterface {
  readonly name = 'Messages1764310000000';

  async up(q: QueryRunner): Promise<void> {
    for (const statement of [ORDERED_IDS, ...TABLES, ...OUTBOX, ...REFERENCES, ...GRANTS])
      await q.query(statement);
  }

  async down(): Promise<void> {
    // What somebody chose not to get would be sent by the schema before.
    throw new Error('This migration is not undone: restore the backup from before it.');
  }
}

/**
 * PostgreSQL 18 has `uuidv7()`; for 15 to 17 the same is made here (RFC 9562, 5.7: milliseconds, version, chance). Rows with
 * ids that grow are written side by side: with ids by chance alone a hundred thousand of them take half as long again.
 */
const ORDERED_IDS = `
  do $do$ begin
    if to_regprocedure('uuidv7()') is null then
      create function uuidv7() returns uuid language sql volatile parallel safe return encode(
        set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
          placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
        52, 1), 53, 1), 'hex')::uuid;
      grant execute on function uuidv7() to buurtstem_app;
    end if;
  end $do$`;

const TABLES = [
  // What is told, once for all whom it is told to.
  `create table news (
     district_id integer not null references district,
     id uuid not null,
     payload jsonb not null,
     created_at timestamptz not null,
     primary key (district_id, id)
   )`,
  // Only what differs from the default of its topic.
  `create table notification_preference (
     account_id uuid not null references account,
     topic text not null check (topic in ('own-plan', 'voted-plan', 'discussed-plan')),
     delivery text not null check (delivery in ('immediate', 'weekly', 'never')),
     changed_at timestamptz not null,
     primary key (account_id, topic)
   )`,
  `create table mailbox (
     account_id uuid primary key references account,
     language text not null default 'nl' check (language in ('nl', 'en')),
     unreachable_since timestamptz,
     confirmed_at timestamptz
   )`,
  // No foreign key to the message: a mail may bounce after what it said was cleared away.
  `create table mail_bounce (
     account_id uuid not null references account,
     message_id uuid not null,
     source text not null check (source in ('refused', 'gave-up', 'reported')),
     status text not null,
     detail text not null,
     noticed_at timestamptz not null,
     constraint mail_bounce_once primary key (account_id, message_id)
   )`,
  // All processes that send keep one pace together.
  `create table mail_pace (
     single boolean primary key default true check (single),
     paid_until timestamptz not null
   )`,
  `insert into mail_pace (paid_until) values ('epoch')`,
];

const OUTBOX = [
  // Every message that waits or was sent before this has news of its own.
  'insert into news (district_id, id, payload, created_at) select district_id, id, payload, created_at from outbox_message',
  `alter table outbox_message add column news_id uuid,
     add column topic text check (topic in ('own-plan', 'voted-plan', 'discussed-plan', 'essential')),
     add column delivery text check (delivery in ('immediate', 'weekly')),
     add column digest_id uuid,
     add column given_up_at timestamptz`,
  `update outbox_message set news_id = id, delivery = 'immediate', topic = case kind
     when 'plan-won' then 'own-plan' when 'voted-plan-won' then 'voted-plan' else 'essential' end`,
  `alter table outbox_message alter column news_id set not null,
     alter column topic set not null,
     alter column delivery set not null,
     drop column payload,
     drop constraint outbox_message_district_id_fkey,
     drop constraint outbox_message_recipient_id_fkey,
     add constraint outbox_message_ended_once check (sent_at is null or given_up_at is null),
     add constraint outbox_message_essential_at_once check (topic <> 'essential' or delivery = 'immediate')`,
  // The same rule as before, in the order in which a person's messages are looked for.
  'alter table outbox_message drop constraint outbox_message_once',
  `alter table outbox_message add constraint outbox_message_once unique (district_id, recipient_id, kind, subject_id)`,
  'drop index outbox_message_due',
  `create index outbox_message_due on outbox_message (next_attempt_at)
     where sent_at is null and given_up_at is null and delivery = 'immediate'`,
  `create index outbox_message_weekly on outbox_message (next_attempt_at, district_id, recipient_id)
     where sent_at is null and given_up_at is null and delivery = 'weekly' and digest_id is null`,
  'create index outbox_message_in_digest on outbox_message (district_id, digest_id) where digest_id is not null',
  'create index outbox_message_news on outbox_message (district_id, news_id)',
];

/**
 * What a message refers to has to be there. As foreign keys this would be looked up for each row by itself, which is half
 * of the time that a hundred thousand messages take, in the transaction of a count; here it is one join. Accounts are never
 * deleted (erasing keeps the row), and news that somebody was told is not.
 */
const REFERENCES = [
  `create function refuse_message_about_nothing() returns trigger language plpgsql as $$
   begin
     if exists (select from queued q left join account a on a.id = q.recipient_id where a.id is null)
       or exists (select from queued q left join news n on n.district_id = q.district_id and n.id = q.news_id
                  where n.id is null) then
       raise foreign_key_violation using table = 'outbox_message',
         message = 'a message needs somebody who gets it and news that it tells';
     end if;
     return null;
   end $$`,
  `create trigger outbox_message_refers after insert on outbox_message referencing new table as queued
     for each statement execute function refuse_message_about_nothing()`,
  `create function refuse_loss_of_news() returns trigger language plpgsql as $$
   begin
     if exists (select from gone join outbox_message m on m.district_id = gone.district_id and m.news_id = gone.id) then
       raise foreign_key_violation using table = 'news', message = 'somebody was told this news';
     end if;
     return null;
   end $$`,
  `create trigger news_told after delete on news referencing old table as gone
     for each statement execute function refuse_loss_of_news()`,
];

const GRANTS = TABLES.flatMap((sql) => /^create table (\w+)/.exec(sql)?.[1] ?? []).map(
  (table) => `grant select, insert, update, delete on ${table} to buurtstem_app`,
);
