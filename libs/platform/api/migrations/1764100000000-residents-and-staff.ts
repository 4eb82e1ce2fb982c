import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may vote and who may do what: proofs of identity per district, second factors, staff, the audit log, and
 * what it takes to find and take out stuffed votes.
 *
 * Addresses of houses, networks and papers are kept as keyed pseudonyms: they can be compared, not read.
 */
export class ResidentsAndStaff1764100000000 implements MigrationInterface {
  readonly name = 'ResidentsAndStaff1764100000000';

  async up(q: QueryRunner): Promise<void> {
    for (const statement of [...ACCOUNTS, ...TABLES, ...VOTES, ...APPEND_ONLY_GUARDS, STANDING, ...GRANTS])
      await q.query(statement);
  }

  async down(): Promise<void> {
    // Levels and channels that were recorded under this schema have no place in the one before.
    throw new Error('This migration is not undone: restore the backup from before it.');
  }
}

const ACCOUNTS = [
  // A level is proven per district, and when it was proven decides which counts it is in time for.
  'drop function proposal_standing(integer, integer)',
  'alter table account drop column identity_level, drop column identity_level_since',
  // Several people of one household may share a mailbox where the rulebook says so.
  'alter table account drop constraint account_email_canonical_key',
  `alter table account add column household_position smallint not null default 1 check (household_position > 0),
     add column last_seen_at timestamptz,
     add column erased_at timestamptz,
     add constraint account_one_per_address unique (email_canonical, household_position)`,
  'update account set last_seen_at = created_at',
  'alter table account alter column last_seen_at set not null',
  'create index account_last_seen on account (last_seen_at) where erased_at is null',
  'alter table role_grant drop constraint role_grant_role_check',
  `alter table role_grant add constraint role_grant_role_check check
     (role in ('moderator', 'clerk', 'official', 'committee-member', 'editor', 'administrator'))`,
  'alter table session add column id uuid not null default gen_random_uuid(), add column agent text not null default $$$$',
  'create unique index session_id on session (id)',
];

const TABLES = [
  `create table identity_proof (
     district_id integer not null references district,
     account_id uuid not null references account,
     level smallint not null check (level in (1, 2)),
     method text not null check (method in ('address', 'letter', 'broker', 'paper')),
     proven_at timestamptz not null,
     home_pseudonym bytea,
     primary key (district_id, account_id, level)
   )`,
  `create index identity_proof_home on identity_proof (district_id, home_pseudonym)`,
  // One person at the broker is one account here.
  `create table broker_subject (
     issuer text not null,
     subject_pseudonym bytea not null,
     account_id uuid not null references account,
     linked_at timestamptz not null,
     primary key (issuer, subject_pseudonym)
   )`,
  `create index broker_subject_account on broker_subject (account_id)`,
  `create table address (
     district_id integer not null,
     postcode text not null check (postcode ~ '^[1-9][0-9]{3}[A-Z]{2}$'),
     house_number integer not null check (house_number between 1 and 99999),
     neighbourhood_slug text not null,
     imported_at timestamptz not null,
     primary key (district_id, postcode, house_number),
     foreign key (district_id, neighbourhood_slug) references neighbourhood
   )`,
  `create table letter_batch (
     district_id integer not null references district,
     id uuid not null,
     label text not null,
     size integer not null check (size > 0),
     created_by uuid not null,
     created_at timestamptz not null,
     expires_at timestamptz not null,
     revoked_at timestamptz,
     primary key (district_id, id)
   )`,
  `create table letter_code (
     district_id integer not null,
     code_hash bytea not null,
     batch_id uuid not null,
     used_at timestamptz,
     used_by uuid,
     primary key (district_id, code_hash),
     foreign key (district_id, batch_id) references letter_batch,
     check ((used_at is null) = (used_by is null))
   )`,
  `create index letter_code_batch on letter_code (district_id, batch_id)`,
  `create table second_factor (
     account_id uuid not null references account,
     id uuid not null,
     kind text not null check (kind in ('totp', 'passkey')),
     label text not null,
     secret bytea,
     credential_id bytea,
     public_key bytea,
     sign_count bigint not null default 0,
     last_step bigint not null default 0,
     created_at timestamptz not null,
     confirmed_at timestamptz,
     last_used_at timestamptz,
     primary key (account_id, id),
     check ((kind = 'totp') = (secret is not null)),
     check (kind = 'totp' or confirmed_at is null or (credential_id is not null and public_key is not null))
   )`,
  `create unique index second_factor_credential on second_factor (credential_id) where credential_id is not null`,
  `create table staff_invitation (
     district_id integer not null references district,
     id uuid not null,
     email text not null,
     email_canonical text not null,
     role text not null check
       (role in ('moderator', 'clerk', 'official', 'committee-member', 'editor', 'administrator')),
     invited_by uuid,
     invited_at timestamptz not null,
     expires_at timestamptz not null,
     accepted_by uuid,
     accepted_at timestamptz,
     revoked_at timestamptz,
     primary key (district_id, id)
   )`,
  `create unique index staff_invitation_pending on staff_invitation (district_id, email_canonical, role)
     where accepted_at is null and revoked_at is null`,
  // Outlives whom it speaks of: no foreign keys.
  `create table audit_entry (
     id bigint generated always as identity primary key,
     district_id integer,
     act_id uuid not null,
     phase text not null check (phase in ('started', 'finished')),
     actor_id uuid,
     actor_name text not null,
     action text not null,
     object text not null,
     result text not null,
     occurred_at timestamptz not null
   )`,
  `create index audit_entry_district on audit_entry (district_id, id desc)`,
  'create index audit_entry_act on audit_entry (act_id)',
  // Kept apart, because the address of a connection is thrown away after thirty days and the entry never is.
  `create table audit_origin (
     act_id uuid primary key,
     network_pseudonym bytea not null,
     recorded_at timestamptz not null
   )`,
  `create table retention_run (
     id bigint generated always as identity primary key,
     rule text not null,
     ran_at timestamptz not null,
     before timestamptz not null,
     removed integer not null check (removed >= 0)
   )`,
];

const VOTES = [
  `alter table vote add column channel text not null default 'online' check (channel in ('online', 'paper'))`,
  `alter table ballot_ledger add column channel text not null default 'online' check (channel in ('online', 'paper'))`,
  `alter table count_line add column on_paper integer not null default 0 check (on_paper >= 0)`,
  // Where a vote came from, for the fraud desk, for thirty days.
  `create table vote_origin (
     district_id integer not null,
     proposal_id uuid not null,
     resident_id uuid not null,
     network_pseudonym bytea not null,
     mail_domain text not null,
     recorded_at timestamptz not null,
     primary key (district_id, proposal_id, resident_id),
     foreign key (district_id, proposal_id, resident_id) references vote
   )`,
  `create index vote_origin_recorded on vote_origin (district_id, recorded_at)`,
  `create table vote_batch (
     district_id integer not null,
     number integer not null,
     proposal_id uuid not null,
     state text not null check (state in ('held', 'proposed', 'invalidated', 'released', 'reinstated')),
     criteria jsonb not null,
     note text not null,
     held_by uuid not null,
     held_at timestamptz not null,
     reason text not null default '',
     proposed_by uuid,
     proposed_at timestamptz,
     votes_proposed integer,
     decided_by uuid,
     decided_at timestamptz,
     ended_by uuid,
     ended_at timestamptz,
     end_reason text not null default '',
     primary key (district_id, number),
     foreign key (district_id, proposal_id) references proposal,
     constraint vote_batch_two_people check (decided_by is null or (proposed_by is not null and decided_by <> proposed_by)),
     check (state not in ('proposed', 'invalidated') or reason <> '')
   )`,
  `create table vote_batch_member (
     district_id integer not null,
     batch_number integer not null,
     proposal_id uuid not null,
     resident_id uuid not null,
     primary key (district_id, batch_number, resident_id),
     foreign key (district_id, batch_number) references vote_batch,
     foreign key (district_id, proposal_id, resident_id) references vote
   )`,
  `create index vote_batch_member_vote on vote_batch_member (district_id, proposal_id, resident_id)`,
  `create table paper_voter (
     district_id integer not null references district,
     account_id uuid not null references account,
     person_pseudonym bytea not null,
     email_pseudonym bytea,
     sheet text not null,
     entered_by uuid not null,
     entered_at timestamptz not null,
     primary key (district_id, account_id),
     unique (district_id, person_pseudonym)
   )`,
  `create index paper_voter_email on paper_voter (email_pseudonym) where email_pseudonym is not null`,
];

const APPEND_ONLY_GUARDS = [
  `create function refuse_change() returns trigger language plpgsql as $$
   begin raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege'; end $$`,
  ...['audit_entry', 'retention_run'].map(
    (table) => `create trigger ${table}_append_only before update or delete or truncate on ${table}
       for each statement execute function refuse_change()`,
  ),
];

/** As before, with the level that a resident has proven in this very district. */
const STANDING = `
  create function proposal_standing(district integer, level integer)
  returns table (proposal_id uuid, votes_for integer, votes_against integer) language sql stable as $$
    select v.proposal_id, (count(*) filter (where v.choice = 'for'))::integer,
           (count(*) filter (where v.choice = 'against'))::integer
    from vote v
    where v.district_id = district and v.status = 'valid' and v.choice <> 'none'
      and (level = 0 or exists (select from identity_proof p
             where p.district_id = district and p.account_id = v.resident_id and p.level >= $2))
    group by v.proposal_id
  $$`;

const APPEND_ONLY = ['audit_entry', 'retention_run'];
const TABLE_NAMES = [...TABLES, ...VOTES].flatMap((sql) => /^create table (\w+)/.exec(sql)?.[1] ?? []);

const GRANTS = [
  ...TABLE_NAMES.map((table) =>
    APPEND_ONLY.includes(table)
      ? `grant select, insert on ${table} to buurtstem_app`
      : `grant select, insert, update, delete on ${table} to buurtstem_app`,
  ),
  'grant usage on all sequences in schema public to buurtstem_app',
];
