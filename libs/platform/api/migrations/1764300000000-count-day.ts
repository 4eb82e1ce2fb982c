import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Count day and what follows: reports with a number and a frozen text, recounts, agendas that are published in versions,
 * the invitation of the submitter, the official's note, who has read the papers, and outcomes that follow one another.
 */
export class CountDay1764300000000 implements MigrationInterface {
  readonly name = 'CountDay1764300000000';

  async up(q: QueryRunner): Promise<void> {
    for (const statement of [
      ...REPORTS,
      ...MEETINGS,
      ...AGENDA,
      ...TABLES,
      ...OUTCOMES,
      ...GUARDS,
      ...GRANTS,
    ])
      await q.query(statement);
  }

  async down(): Promise<void> {
    // Reports that superseded others have no place in the schema before.
    throw new Error('This migration is not undone: restore the backup from before it.');
  }
}

const REPORTS = [
  // Counts the changes of a date, for calendars that know the event already.
  'alter table round add column sequence integer not null default 0',
  `alter table round_count add column id uuid not null default gen_random_uuid(),
     add column report_number integer,
     add column reason text not null default '',
     add column document text`,
  // Reports of before have no text of their own yet; what they counted stands in their lines.
  `update round_count c set
     report_number = n.number,
     document = json_build_object('format', 0, 'report', n.number, 'round', n.round, 'version', c.version,
       'countedAt', c.counted_at, 'threshold', c.threshold, 'rulebookVersion', c.rulebook_version,
       'decidedBy', c.decided_by, 'lines', (
         select coalesce(json_agg(json_build_object('rank', l.rank, 'proposal', p.number, 'votesFor', l.votes_for,
           'votesAgainst', l.votes_against, 'waiting', l.waiting, 'held', l.held, 'invalid', l.invalid) order by l.rank), '[]')
         from count_line l join proposal p on p.district_id = l.district_id and p.id = l.proposal_id
         where l.district_id = c.district_id and l.round_id = c.round_id and l.version = c.version))::text
   from (select k.district_id, k.round_id, k.version, r.number as round,
           row_number() over (partition by k.district_id order by k.counted_at, r.number, k.version) as number
         from round_count k join round r on r.district_id = k.district_id and r.id = k.round_id) n
   where n.district_id = c.district_id and n.round_id = c.round_id and n.version = c.version`,
  `alter table round_count alter column report_number set not null,
     alter column document set not null,
     add constraint round_count_report_number unique (district_id, report_number),
     add constraint round_count_recount_has_reason check (version = 1 or reason <> '')`,
  'create unique index round_count_id on round_count (district_id, id)',
];

const MEETINGS = [
  `alter table meeting add column sequence integer not null default 0,
     add column contact text not null default '',
     add column reason text not null default '',
     add column revision integer not null default 0,
     add column changed_at timestamptz not null default now(),
     add constraint meeting_cancelled_has_reason check (state <> 'cancelled' or reason <> '')`,
  // A meeting that does not take place frees its hour.
  'alter table meeting drop constraint meeting_district_id_starts_at_key',
  `create unique index meeting_one_at_a_time on meeting (district_id, starts_at) where state <> 'cancelled'`,
];

const AGENDA = [
  // A recount may put another winner in the place of the first: of what counts there is one, and the rest is history.
  'alter table agenda_item drop constraint agenda_item_once_per_round',
  'alter table agenda_item drop constraint agenda_item_once_per_proposal',
  'alter table agenda_item drop constraint agenda_item_state_check',
  // The check that tells the queue from an agenda has no name of its own.
  `do $$ declare named text; begin
     select conname into strict named from pg_constraint
     where conrelid = 'agenda_item'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%meeting_id IS NULL%';
     execute format('alter table agenda_item drop constraint %I', named);
   end $$`,
  `alter table agenda_item add column position smallint not null default 0,
     add constraint agenda_item_state_check check (state in ('queued', 'scheduled', 'discussed', 'decided', 'followed-up',
       'superseded')),
     add constraint agenda_item_meeting check ((meeting_id is null) = (state in ('queued', 'superseded')))`,
  `create unique index agenda_item_once_per_round on agenda_item (district_id, round_id) where state <> 'superseded'`,
  `create unique index agenda_item_once_per_proposal on agenda_item (district_id, proposal_id) where state <> 'superseded'`,
];

const TABLES = [
  // What was not counted and why, as it stood at the count.
  `create table count_exclusion (
     district_id integer not null,
     round_id uuid not null,
     version integer not null,
     proposal_id uuid not null,
     batch_number integer not null,
     kind text not null check (kind in ('held', 'invalid')),
     reason text not null,
     votes integer not null check (votes > 0),
     primary key (district_id, round_id, version, proposal_id, batch_number),
     foreign key (district_id, round_id, version, proposal_id) references count_line
   )`,
  // What stands on an agenda beside the winners: opening, questions, announcements.
  `create table meeting_point (
     district_id integer not null,
     id uuid not null,
     meeting_id uuid not null,
     position smallint not null,
     title text not null check (title <> ''),
     minutes smallint not null check (minutes > 0),
     primary key (district_id, id),
     foreign key (district_id, meeting_id) references meeting
   )`,
  'create index meeting_point_meeting on meeting_point (district_id, meeting_id)',
  // Every way in which a winner came onto an agenda, or left it. Published, with the reason.
  `create table agenda_change (
     district_id integer not null,
     id bigint generated always as identity,
     agenda_item_id uuid not null,
     verb text not null check (verb in ('scheduled', 'moved', 'taken-off', 'held-over', 'superseded')),
     from_meeting_id uuid,
     to_meeting_id uuid,
     reason text not null,
     actor_id uuid,
     changed_at timestamptz not null,
     primary key (district_id, id),
     foreign key (district_id, agenda_item_id) references agenda_item,
     foreign key (district_id, from_meeting_id) references meeting,
     foreign key (district_id, to_meeting_id) references meeting,
     constraint agenda_change_has_reason check (verb = 'scheduled' or reason <> '')
   )`,
  'create index agenda_change_item on agenda_change (district_id, agenda_item_id, id)',
  `create table published_agenda (
     district_id integer not null,
     meeting_id uuid not null,
     version integer not null check (version > 0),
     entries jsonb not null,
     note text not null,
     published_by uuid not null,
     published_at timestamptz not null,
     constraint published_agenda_once primary key (district_id, meeting_id, version),
     foreign key (district_id, meeting_id) references meeting
   )`,
  `create table meeting_invitation (
     district_id integer not null,
     id uuid not null,
     agenda_item_id uuid not null,
     meeting_id uuid not null,
     state text not null check (state in ('asked', 'accepted', 'delegated', 'declined', 'lapsed')),
     delegate_name text not null default '',
     needs text not null default '',
     asked_at timestamptz not null,
     answered_at timestamptz,
     attended boolean,
     primary key (district_id, id),
     foreign key (district_id, agenda_item_id) references agenda_item,
     foreign key (district_id, meeting_id) references meeting,
     constraint meeting_invitation_delegate check (state <> 'delegated' or delegate_name <> '')
   )`,
  `create unique index meeting_invitation_one_live on meeting_invitation (district_id, agenda_item_id) where state <> 'lapsed'`,
  `create table context_note (
     district_id integer not null,
     agenda_item_id uuid not null,
     version integer not null check (version > 0),
     author_id uuid not null references account,
     author_name text not null,
     text text not null check (text <> ''),
     published_at timestamptz not null,
     primary key (district_id, agenda_item_id, version),
     foreign key (district_id, agenda_item_id) references agenda_item
   )`,
  'create index context_note_author on context_note (author_id)',
  // Who of the committee has read the papers of a meeting, and which version.
  `create table paper_reading (
     district_id integer not null,
     meeting_id uuid not null,
     account_id uuid not null references account,
     agenda_version integer not null,
     read_at timestamptz not null,
     primary key (district_id, meeting_id, account_id),
     foreign key (district_id, meeting_id) references meeting
   )`,
  'create index paper_reading_account on paper_reading (account_id)',
];

const OUTCOMES = [
  // Held over, then decided: one item has several outcomes, in order.
  `alter table outcome drop constraint outcome_pkey,
     add column number smallint not null default 1 check (number > 0),
     add column meeting_id uuid,
     add column votes_for smallint check (votes_for >= 0),
     add column votes_against smallint check (votes_against >= 0),
     add column votes_abstained smallint check (votes_abstained >= 0),
     add constraint outcome_pkey primary key (district_id, agenda_item_id, number),
     add foreign key (district_id, meeting_id) references meeting,
     add constraint outcome_vote_whole check (num_nulls(votes_for, votes_against, votes_abstained) in (0, 3))`,
  // Work is done or it is not: after an end nothing follows but what the next decision begins.
  `create unique index outcome_one_end on outcome (district_id, agenda_item_id) where decision <> 'held-over'`,
  `update outcome o set meeting_id = i.meeting_id from agenda_item i
   where i.district_id = o.district_id and i.id = o.agenda_item_id`,
  `alter table progress_report add column finishes boolean not null default false,
     add column picture_path text,
     add column picture_alt text,
     add column picture_width integer check (picture_width > 0),
     add column picture_height integer check (picture_height > 0),
     add constraint progress_report_picture_whole
       check (num_nulls(picture_path, picture_alt, picture_width, picture_height) in (0, 4))`,
  // A file asks by its path alone whether it may be shown.
  'create index progress_report_picture on progress_report (picture_path) where picture_path is not null',
];

const APPEND_ONLY = ['count_exclusion', 'agenda_change', 'published_agenda', 'context_note'];

/** A report that was published is not changed, whoever asks; nor is what the public was told of the agenda. */
const GUARDS = ['round_count', 'count_line', ...APPEND_ONLY].map(
  (table) => `create trigger ${table}_append_only before update or delete or truncate on ${table}
     for each statement execute function refuse_change()`,
);

const GRANTS = [
  ...TABLES.flatMap((sql) => /^create table (\w+)/.exec(sql)?.[1] ?? []).map((table) =>
    APPEND_ONLY.includes(table)
      ? `grant select, insert on ${table} to buurtstem_app`
      : `grant select, insert, update, delete on ${table} to buurtstem_app`,
  ),
  'grant usage on all sequences in schema public to buurtstem_app',
];
