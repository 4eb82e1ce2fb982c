import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Arguments with replies and likes, statements, reports of abuse, the moderators' cases and decisions, the public log
 * of them, merged proposals, and what it takes to find similar ones.
 *
 * Who may see an argument or a picture is said once, in the views `public_argument` and `public_picture`; every query
 * that shows them to anybody reads through these.
 */
export class DiscussionAndModeration1764200000000 implements MigrationInterface {
  readonly name = 'DiscussionAndModeration1764200000000';

  async up(q: QueryRunner): Promise<void> {
    for (const statement of [
      ...PROPOSALS,
      ...SEARCH,
      ...ARGUMENTS,
      ...TABLES,
      ...VIEWS,
      SCORE,
      ...LOG_GUARD,
      ...GRANTS,
    ])
      await q.query(statement);
  }

  async down(): Promise<void> {
    // Replies and merged proposals have no place in the schema before.
    throw new Error('This migration is not undone: restore the backup from before it.');
  }
}

const PROPOSALS = [
  'alter table proposal drop constraint proposal_state_check',
  `alter table proposal add constraint proposal_state_check check (state in ('draft', 'open', 'won', 'on-agenda',
     'discussed', 'adopted', 'partly-adopted', 'rejected', 'held-over', 'in-progress', 'done', 'closed', 'withdrawn',
     'merged'))`,
  // A moderator took personal data out of the text; what it said before is kept for the appeal only.
  `alter table proposal add column redacted boolean not null default false,
     add column merged_into uuid,
     add foreign key (district_id, merged_into) references proposal,
     add constraint proposal_merged_into check ((merged_into is not null) = (state = 'merged') and merged_into <> id)`,
  `create table co_submitter (
     district_id integer not null,
     proposal_id uuid not null,
     resident_id uuid not null references account,
     name text not null,
     joined_at timestamptz not null,
     primary key (district_id, proposal_id, resident_id),
     foreign key (district_id, proposal_id) references proposal
   )`,
  'create index co_submitter_resident on co_submitter (resident_id)',
  // A picture keeps its name when others move before it, so that a report of it stays about the same one.
  `alter table proposal_picture add column id uuid not null default gen_random_uuid(),
     add column hidden boolean not null default false`,
  'create unique index proposal_picture_id on proposal_picture (district_id, id)',
  // A file asks by its path alone whether it may be shown.
  'create index proposal_picture_path on proposal_picture (path)',
];

/**
 * Dutch words without their endings and accents; trigrams for compounds, which the dictionary does not split. The
 * parser takes "plein/straat" for a path and "klaar.Daarna" for a host: `searchable` leaves it words.
 *
 * The lists of the indexes are always in order (no `fastupdate`): a search would read what waits to be put in from one
 * end to the other, and there are few writers and many readers.
 */
const SEARCH = [
  'create extension if not exists unaccent',
  'create extension if not exists pg_trgm',
  'create extension if not exists btree_gin',
  'create text search configuration nl (copy = dutch)',
  'alter text search configuration nl alter mapping for hword, hword_part, word with unaccent, dutch_stem',
  `create function searchable(words text) returns text language sql immutable strict parallel safe
     return translate(words, '/.’', '   ')`,
  `alter table proposal add column search tsvector generated always as (
     setweight(to_tsvector('nl'::regconfig, searchable(title)), 'A') ||
     setweight(to_tsvector('nl'::regconfig, searchable(summary)), 'B') ||
     setweight(to_tsvector('nl'::regconfig, searchable(body)), 'C')) stored`,
  `create index proposal_search on proposal using gin (district_id, search) with (fastupdate = off)
     where published_at is not null and not hidden`,
  `create index proposal_title_trigrams on proposal using gin (district_id, title gin_trgm_ops)
     with (fastupdate = off) where published_at is not null and not hidden`,
];

const ARGUMENTS = [
  `alter table argument add column parent_id uuid,
     add column hidden boolean not null default false,
     add column redacted boolean not null default false,
     add column version integer not null default 1,
     add column edited_at timestamptz,
     add column likes integer not null default 0 check (likes >= 0),
     add column likes_before integer not null default 0 check (likes_before >= 0),
     add foreign key (district_id, parent_id) references argument,
     add constraint argument_reply_has_no_likes check (parent_id is null or likes = 0)`,
  'drop index argument_newest',
  // Holds all that the order of thousands of arguments is worked out from, so that their texts are left alone.
  `create index argument_side on argument (district_id, proposal_id, side, posted_at desc, id desc)
     include (parent_id, hidden, likes, likes_before) where parent_id is null`,
  `create index argument_replies on argument (district_id, parent_id, posted_at, id) where parent_id is not null`,
  'create index argument_author on argument (author_id, posted_at)',
  // The same words posted again and again are a hint for moderators.
  'create index argument_same_text on argument (district_id, md5(lower(body)))',
];

const TABLES = [
  `create table argument_version (
     district_id integer not null,
     argument_id uuid not null,
     version integer not null,
     body text not null,
     written_at timestamptz not null,
     primary key (district_id, argument_id, version),
     foreign key (district_id, argument_id) references argument
   )`,
  `create table argument_like (
     district_id integer not null,
     argument_id uuid not null,
     resident_id uuid not null references account,
     liked_at timestamptz not null,
     constraint argument_like_once primary key (district_id, argument_id, resident_id),
     foreign key (district_id, argument_id) references argument
   )`,
  'create index argument_like_resident on argument_like (resident_id)',
  `create table statement (
     district_id integer not null,
     id uuid not null,
     proposal_id uuid not null,
     author_id uuid not null references account,
     author_name text not null,
     author_role text not null check (author_role in ('moderator', 'committee-member')),
     body text not null,
     posted_at timestamptz not null,
     primary key (district_id, id),
     foreign key (district_id, proposal_id) references proposal
   )`,
  'create index statement_proposal on statement (district_id, proposal_id, posted_at desc)',
  // --- moderation
  `create table moderation_case (
     district_id integer not null,
     id integer generated always as identity,
     subject_kind text not null check (subject_kind in ('proposal', 'argument', 'picture')),
     subject_id uuid not null,
     proposal_id uuid not null,
     origin text not null check (origin in ('new', 'edit', 'report', 'moderator')),
     state text not null check (state in ('open', 'dismissed', 'upheld', 'appealed', 'confirmed', 'overturned')),
     urgency smallint not null default 0 check (urgency between 0 and 2),
     reports integer not null default 0 check (reports >= 0),
     opened_at timestamptz not null,
     claimed_by uuid,
     claimed_until timestamptz,
     decided_at timestamptz,
     primary key (district_id, id),
     foreign key (district_id, proposal_id) references proposal,
     check ((claimed_by is null) = (claimed_until is null))
   )`,
  `create unique index moderation_case_one_open on moderation_case (district_id, subject_kind, subject_id)
     where state = 'open'`,
  'create index moderation_case_subject on moderation_case (district_id, subject_kind, subject_id)',
  `create index moderation_case_queue on moderation_case (district_id, state, urgency desc, opened_at, id)`,
  `create table abuse_report (
     district_id integer not null,
     id uuid not null,
     case_id integer not null,
     reporter_id uuid references account,
     reason text not null,
     note text not null default '',
     reported_at timestamptz not null,
     primary key (district_id, id),
     foreign key (district_id, case_id) references moderation_case
   )`,
  `create unique index abuse_report_once on abuse_report (district_id, case_id, reporter_id)
     where reporter_id is not null`,
  'create index abuse_report_reporter on abuse_report (reporter_id) where reporter_id is not null',
  // Of visitors without an account: so that one network reports a thing once. For thirty days.
  `create table abuse_report_origin (
     district_id integer not null,
     report_id uuid not null,
     network_pseudonym bytea not null,
     recorded_at timestamptz not null,
     primary key (district_id, report_id),
     foreign key (district_id, report_id) references abuse_report
   )`,
  `create table moderation_decision (
     district_id integer not null,
     id uuid not null,
     case_id integer not null,
     verdict text not null check (verdict in ('hide', 'redact', 'keep', 'confirm', 'overturn')),
     reason text not null,
     message text not null,
     author_id uuid not null,
     decided_by uuid not null,
     decided_at timestamptz not null,
     primary key (district_id, id),
     foreign key (district_id, case_id) references moderation_case,
     check (verdict not in ('hide', 'redact') or reason <> '')
   )`,
  'create index moderation_decision_case on moderation_decision (district_id, case_id, decided_at)',
  'create index moderation_decision_author on moderation_decision (author_id, decided_at desc)',
  // What a text said before something was taken out: for the appeal, and thrown away after it.
  `create table redacted_original (
     district_id integer not null,
     case_id integer not null,
     title text,
     summary text,
     body text not null,
     kept_until timestamptz not null,
     primary key (district_id, case_id),
     foreign key (district_id, case_id) references moderation_case
   )`,
  // One per case: what follows from an appeal is final.
  `create table appeal (
     district_id integer not null,
     case_id integer not null,
     author_id uuid not null references account,
     text text not null,
     filed_at timestamptz not null,
     first_decided_by uuid not null,
     decided_by uuid,
     decided_at timestamptz,
     constraint appeal_once primary key (district_id, case_id),
     foreign key (district_id, case_id) references moderation_case,
     constraint appeal_two_moderators check (decided_by is null or decided_by <> first_decided_by),
     check ((decided_by is null) = (decided_at is null))
   )`,
  'create index appeal_author on appeal (author_id)',
  // Outlives what it speaks of: no foreign keys. Each line's hash covers the line before.
  `create table moderation_log (
     district_id integer not null,
     position integer not null check (position > 0),
     at timestamptz not null,
     act text not null check (act in ('hidden', 'redacted', 'kept', 'restored', 'appeal-rejected', 'appeal-granted', 'merged')),
     subject_kind text not null check (subject_kind in ('proposal', 'argument', 'reply', 'picture')),
     proposal_number integer not null,
     case_number integer,
     reason text not null default '',
     explanation text not null default '',
     previous_hash bytea not null check (length(previous_hash) = 32),
     hash bytea not null check (length(hash) = 32),
     primary key (district_id, position)
   )`,
  `create table moderation_settings (
     district_id integer primary key references district,
     watch_words text[] not null,
     templates jsonb not null,
     version integer not null,
     updated_at timestamptz not null
   )`,
  `create table merge_request (
     district_id integer not null,
     id uuid not null,
     duplicate_id uuid not null,
     target_id uuid not null,
     state text not null check (state in ('asked', 'merged', 'declined', 'cancelled')),
     message text not null,
     asked_by uuid not null,
     asked_at timestamptz not null,
     duplicate_agreed_at timestamptz,
     target_agreed_at timestamptz,
     ended_at timestamptz,
     primary key (district_id, id),
     foreign key (district_id, duplicate_id) references proposal,
     foreign key (district_id, target_id) references proposal,
     check (duplicate_id <> target_id),
     constraint merge_request_both_agreed check
       (state <> 'merged' or (duplicate_agreed_at is not null and target_agreed_at is not null))
   )`,
  `create unique index merge_request_one_asked on merge_request (district_id, duplicate_id) where state = 'asked'`,
  'create index merge_request_target on merge_request (district_id, target_id)',
];

/** The one rule of who may see what, in SQL; `isPublic` of the proposals and discussion rooms is the same in code. */
const VIEWS = [
  `create view public_argument as
     select a.* from argument a
     join proposal p on p.district_id = a.district_id and p.id = a.proposal_id
     where p.published_at is not null and not p.hidden and not a.hidden
       and (a.parent_id is null or exists (select from argument parent
         where parent.district_id = a.district_id and parent.id = a.parent_id and not parent.hidden))`,
  `create view public_picture as
     select f.* from proposal_picture f
     join proposal p on p.district_id = f.district_id and p.id = f.proposal_id
     where not p.hidden and not f.hidden`,
];

/**
 * How good an argument is, as `argumentScore` of the discussion room defines it: the lower bound of the Wilson interval,
 * and its middle while the argument is young. One expression, so that PostgreSQL puts it into the query that orders by it.
 */
const SCORE = `
  create function argument_score(likes integer, trials integer, age_hours double precision) returns double precision
  language sql immutable parallel safe
  return case
    when age_hours < 72 and trials < 20 then (likes + 1.9208::float8) / (trials + 3.8416::float8)
    when likes = 0 then 0::float8
    else (likes + 1.9208::float8 - 1.96::float8 * sqrt(likes::float8 * (trials - likes) / trials + 0.9604::float8))
      / (trials + 3.8416::float8)
  end`;

const LOG_GUARD = ['moderation_log', 'moderation_decision'].map(
  (table) => `create trigger ${table}_append_only before update or delete or truncate on ${table}
     for each statement execute function refuse_change()`,
);

const APPEND_ONLY = ['moderation_log', 'moderation_decision'];
const TABLE_NAMES = ['co_submitter', ...TABLES.flatMap((sql) => /^create table (\w+)/.exec(sql)?.[1] ?? [])];

const GRANTS = [
  ...TABLE_NAMES.map((table) =>
    APPEND_ONLY.includes(table)
      ? `grant select, insert on ${table} to buurtstem_app`
      : `grant select, insert, update, delete on ${table} to buurtstem_app`,
  ),
  'grant select on public_argument, public_picture to buurtstem_app',
  'grant usage on all sequences in schema public to buurtstem_app',
];
