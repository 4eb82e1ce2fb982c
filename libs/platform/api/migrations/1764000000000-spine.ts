import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The spine: districts, residents, proposals, votes, counts, the agenda and the outbox.
 *
 * `district_id` leads every key of what belongs to a district, so that a cluster can spread districts; no key
 * holds a nullable column, so that "unique" means unique (both were defects of the predecessors).
 */
export class Spine1764000000000 implements MigrationInterface {
  readonly name = 'Spine1764000000000';

  async up(q: QueryRunner): Promise<void> {
    for (const statement of [...ROLE, ...TABLES, ...LEDGER_GUARD, STANDING, ...GRANTS])
      await q.query(statement);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function proposal_standing');
    for (const table of [...TABLE_NAMES].reverse()) await q.query(`drop table ${table}`);
    await q.query('drop function refuse_ledger_change');
  }
}

/** The role that the application runs as: it owns nothing, so it can do only what is granted below. */
const ROLE = [
  `do $$ begin
     if not exists (select from pg_roles where rolname = 'buurtstem_app') then create role buurtstem_app nologin; end if;
   exception when duplicate_object or unique_violation then null; -- another database of this cluster migrates too
   end $$`,
  `do $$ begin execute format('grant buurtstem_app to %I', current_user); end $$`,
];

const TABLES = [
  // --- districts
  `create table district (
     id integer primary key,
     slug text not null unique check (slug ~ '^[a-z0-9-]{1,40}$'),
     name text not null,
     municipality text not null,
     theme text not null default 'west',
     last_proposal_number integer not null default 0,
     created_at timestamptz not null
   )`,
  `create table neighbourhood (
     district_id integer not null references district,
     slug text not null,
     name text not null,
     primary key (district_id, slug)
   )`,
  `create table rulebook (
     district_id integer not null references district,
     version integer not null,
     settings jsonb not null,
     effective_from timestamptz not null,
     primary key (district_id, version)
   )`,
  // --- accounts
  `create table account (
     id uuid primary key,
     email text not null,
     email_canonical text not null unique,
     display_name text,
     identity_level smallint not null default 0 check (identity_level between 0 and 2),
     identity_level_since timestamptz not null,
     created_at timestamptz not null
   )`,
  `create table role_grant (
     district_id integer not null references district,
     account_id uuid not null references account,
     role text not null check (role in ('moderator', 'clerk', 'administrator')),
     granted_at timestamptz not null,
     primary key (district_id, account_id, role)
   )`,
  `create index role_grant_account on role_grant (account_id)`,
  `create table sign_in_request (
     id uuid primary key,
     email text not null,
     email_canonical text not null,
     code_hash bytea not null,
     token_hash bytea not null,
     browser_hash bytea not null,
     attempts_left smallint not null check (attempts_left >= 0),
     created_at timestamptz not null,
     expires_at timestamptz not null,
     used_at timestamptz
   )`,
  `create index sign_in_request_email on sign_in_request (email_canonical, created_at)`,
  `create table session (
     sid_hash bytea primary key,
     account_id uuid references account,
     data jsonb not null,
     created_at timestamptz not null,
     seen_at timestamptz not null,
     expires_at timestamptz not null
   )`,
  `create index session_account on session (account_id)`,
  `create index session_expiry on session (expires_at)`,
  `create unlogged table rate_bucket (
     key text primary key,
     hits integer not null,
     resets_at timestamptz not null
   )`,
  // --- proposals
  `create table proposal (
     district_id integer not null references district,
     id uuid not null,
     number integer not null,
     kind text not null check (kind in ('plan', 'idea', 'statement')),
     title text not null,
     summary text not null,
     body text not null,
     neighbourhood_slug text,
     submitter_id uuid not null references account,
     submitter_name text not null,
     state text not null check (state in ('draft', 'open', 'won', 'on-agenda', 'discussed', 'adopted',
       'partly-adopted', 'rejected', 'held-over', 'in-progress', 'done', 'closed', 'withdrawn')),
     hidden boolean not null default false,
     published_at timestamptz,
     chances_used smallint not null default 0 check (chances_used >= 0),
     version integer not null default 1,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     primary key (district_id, id),
     unique (district_id, number),
     foreign key (district_id, neighbourhood_slug) references neighbourhood,
     check ((published_at is null) = (state = 'draft') or state = 'withdrawn')
   )`,
  `create index proposal_newest on proposal (district_id, published_at desc, id) where state <> 'draft'`,
  `create index proposal_submitter on proposal (submitter_id)`,
  `create table proposal_event (
     district_id integer not null,
     id bigint generated always as identity,
     proposal_id uuid not null,
     verb text not null,
     from_state text not null,
     to_state text not null,
     actor_id uuid,
     reason text not null default '',
     occurred_at timestamptz not null,
     primary key (district_id, id),
     foreign key (district_id, proposal_id) references proposal
   )`,
  `create index proposal_event_proposal on proposal_event (district_id, proposal_id, id)`,
  `create table proposal_note (
     district_id integer not null,
     id bigint generated always as identity,
     proposal_id uuid not null,
     text text not null,
     added_at timestamptz not null,
     primary key (district_id, id),
     foreign key (district_id, proposal_id) references proposal
   )`,
  `create table proposal_picture (
     district_id integer not null,
     proposal_id uuid not null,
     position smallint not null,
     path text not null,
     alt text not null,
     width integer not null check (width > 0),
     height integer not null check (height > 0),
     primary key (district_id, proposal_id, position),
     foreign key (district_id, proposal_id) references proposal
   )`,
  // --- discussion
  `create table argument (
     district_id integer not null,
     id uuid not null,
     proposal_id uuid not null,
     author_id uuid not null references account,
     author_name text not null,
     side text not null check (side in ('for', 'against')),
     body text not null,
     posted_at timestamptz not null,
     primary key (district_id, id),
     foreign key (district_id, proposal_id) references proposal
   )`,
  `create index argument_newest on argument (district_id, proposal_id, posted_at desc, id)`,
  // --- voting
  `create table round (
     district_id integer not null references district,
     id uuid not null,
     number integer not null,
     closes_at timestamptz not null,
     state text not null check (state in ('planned', 'open', 'counted')),
     seed text not null default '',
     rulebook_version integer not null,
     opened_at timestamptz,
     primary key (district_id, id),
     unique (district_id, number),
     unique (district_id, closes_at),
     foreign key (district_id, rulebook_version) references rulebook,
     check (state = 'planned' or seed <> '')
   )`,
  `create unique index round_one_open on round (district_id) where state = 'open'`,
  `create table vote (
     district_id integer not null,
     proposal_id uuid not null,
     resident_id uuid not null references account,
     choice text not null check (choice in ('for', 'against', 'none')),
     status text not null default 'valid' check (status in ('valid', 'held', 'invalidated')),
     cast_at timestamptz not null,
     changed_at timestamptz not null,
     constraint vote_one_per_resident primary key (district_id, proposal_id, resident_id),
     foreign key (district_id, proposal_id) references proposal
   )`,
  `create index vote_resident on vote (resident_id)`,
  // The evidence outlives what it speaks of: no foreign keys.
  `create table ballot_ledger (
     district_id integer not null,
     position bigint generated always as identity,
     proposal_id uuid not null,
     resident_id uuid not null,
     entry text not null check (entry in ('cast', 'changed', 'withdrawn', 'invalidated', 'reinstated')),
     choice text not null check (choice in ('for', 'against', 'none')),
     round_id uuid not null,
     recorded_at timestamptz not null,
     primary key (district_id, position),
     check ((entry = 'withdrawn') = (choice = 'none') or entry in ('invalidated', 'reinstated'))
   )`,
  `create table round_count (
     district_id integer not null,
     round_id uuid not null,
     version integer not null,
     counted_at timestamptz not null,
     rulebook_version integer not null,
     threshold integer not null check (threshold >= 0),
     winner_id uuid,
     decided_by text not null check (decided_by in ('votes', 'fewer-against', 'published-earlier', 'lot', 'none')),
     residents integer not null,
     constraint round_count_once primary key (district_id, round_id, version),
     foreign key (district_id, round_id) references round,
     foreign key (district_id, winner_id) references proposal,
     check ((winner_id is null) = (decided_by = 'none'))
   )`,
  `create table count_line (
     district_id integer not null,
     round_id uuid not null,
     version integer not null,
     proposal_id uuid not null,
     rank integer not null check (rank > 0),
     votes_for integer not null check (votes_for >= 0),
     votes_against integer not null check (votes_against >= 0),
     waiting integer not null check (waiting >= 0),
     held integer not null check (held >= 0),
     invalid integer not null check (invalid >= 0),
     chances_left smallint not null check (chances_left >= 0),
     primary key (district_id, round_id, version, proposal_id),
     unique (district_id, round_id, version, rank),
     foreign key (district_id, round_id, version) references round_count,
     foreign key (district_id, proposal_id) references proposal
   )`,
  // --- agenda
  `create table meeting (
     district_id integer not null references district,
     id uuid not null,
     starts_at timestamptz not null,
     agenda_deadline timestamptz not null,
     place text not null,
     state text not null check (state in ('planned', 'held', 'cancelled')),
     primary key (district_id, id),
     unique (district_id, starts_at),
     check (agenda_deadline < starts_at)
   )`,
  `create table agenda_item (
     district_id integer not null,
     id uuid not null,
     proposal_id uuid not null,
     round_id uuid not null,
     meeting_id uuid,
     state text not null check (state in ('queued', 'scheduled', 'discussed', 'decided', 'followed-up')),
     title text not null,
     minutes smallint not null default 45 check (minutes > 0),
     created_at timestamptz not null,
     primary key (district_id, id),
     constraint agenda_item_once_per_round unique (district_id, round_id),
     constraint agenda_item_once_per_proposal unique (district_id, proposal_id),
     foreign key (district_id, proposal_id) references proposal,
     foreign key (district_id, round_id) references round,
     foreign key (district_id, meeting_id) references meeting,
     check ((meeting_id is null) = (state = 'queued'))
   )`,
  `create index agenda_item_meeting on agenda_item (district_id, meeting_id)`,
  `create table outcome (
     district_id integer not null,
     agenda_item_id uuid not null,
     decision text not null check (decision in ('adopted', 'partly-adopted', 'rejected', 'held-over')),
     reasons text not null check (reasons <> ''),
     decided_at timestamptz not null,
     primary key (district_id, agenda_item_id),
     foreign key (district_id, agenda_item_id) references agenda_item
   )`,
  `create table progress_report (
     district_id integer not null,
     id bigint generated always as identity,
     agenda_item_id uuid not null,
     text text not null,
     responsible text not null,
     reported_at timestamptz not null,
     primary key (district_id, id),
     foreign key (district_id, agenda_item_id) references agenda_item
   )`,
  // --- notifications
  `create table outbox_message (
     district_id integer not null references district,
     id uuid not null,
     kind text not null,
     subject_id uuid not null,
     recipient_id uuid not null references account,
     payload jsonb not null,
     created_at timestamptz not null,
     attempts smallint not null default 0,
     next_attempt_at timestamptz not null,
     sent_at timestamptz,
     last_error text not null default '',
     primary key (district_id, id),
     constraint outbox_message_once unique (district_id, kind, subject_id, recipient_id)
   )`,
  `create index outbox_message_due on outbox_message (next_attempt_at) where sent_at is null`,
  // --- demo and test only: the mailbox page and the moved clock
  `create table dev_mail (
     id bigint generated always as identity primary key,
     recipient text not null,
     subject text not null,
     body text not null,
     sent_at timestamptz not null
   )`,
  `create table setting (key text primary key, value jsonb not null)`,
];

const TABLE_NAMES = TABLES.flatMap((sql) => /^create (?:unlogged )?table (\w+)/.exec(sql)?.[1] ?? []);

/** The ledger only grows, whoever asks: the application has no right to change it, and the trigger stops owners too. */
const LEDGER_GUARD = [
  `create function refuse_ledger_change() returns trigger language plpgsql as $$
   begin raise exception 'the ballot ledger is append-only' using errcode = 'insufficient_privilege'; end $$`,
  `create trigger ballot_ledger_append_only before update or delete or truncate on ballot_ledger
     for each statement execute function refuse_ledger_change()`,
];

/**
 * Running totals, counted from the ballots: valid ones of residents who meet the district's identity level. The
 * other rooms read standings through this function only, so that how they are kept can change behind it.
 */
const STANDING = `
  create function proposal_standing(district integer, level integer)
  returns table (proposal_id uuid, votes_for integer, votes_against integer) language sql stable as $$
    select v.proposal_id, (count(*) filter (where v.choice = 'for'))::integer,
           (count(*) filter (where v.choice = 'against'))::integer
    from vote v join account a on a.id = v.resident_id
    where v.district_id = district and v.status = 'valid' and v.choice <> 'none' and a.identity_level >= level
    group by v.proposal_id
  $$`;

/** What is evidence may be added to and read, never changed; what lives may be changed. */
const APPEND_ONLY = ['ballot_ledger', 'round_count', 'count_line', 'proposal_event', 'rulebook'];

const GRANTS = [
  'grant usage on schema public to buurtstem_app',
  ...TABLE_NAMES.map((table) =>
    APPEND_ONLY.includes(table)
      ? `grant select, insert on ${table} to buurtstem_app`
      : `grant select, insert, update, delete on ${table} to buurtstem_app`,
  ),
  'grant usage on all sequences in schema public to buurtstem_app',
];
