import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists that stay fast with a hundred thousand proposals, and a place on the map: standings that are kept instead of
 * counted, an index for every order and filter, themes, and the shapes of a district.
 */
export class ListsAndMaps1764410000000 implements MigrationInterface {
  readonly name = 'ListsAndMaps1764410000000';

  async up(q: QueryRunner): Promise<void> {
    for (const statement of [
      ...TABLES,
      ...PROPOSALS,
      ...FUNCTIONS,
      ...TRIGGERS,
      ...FIRST_STANDINGS,
      ...GRANTS,
    ])
      await q.query(statement);
  }

  async down(): Promise<void> {
    // Places and themes that residents chose have no place in the schema before.
    throw new Error('This migration is not undone: restore the backup from before it.');
  }
}

const TABLES = [
  // Votes of residents who have proven at least this level, added up until the change that was taken in last. Beside them
  // stands what a list is filtered by, so that it is read from one index, whatever the filters leave out. Only a draft is
  // ever deleted, with its submitter's account: its standing, which is nothing, goes with it.
  `create table standing_summary (
     district_id integer not null,
     identity_level smallint not null check (identity_level between 0 and 2),
     proposal_id uuid not null,
     number integer not null,
     votes_for integer not null,
     votes_against integer not null,
     listed boolean not null,
     state text not null,
     kind text not null,
     neighbourhood_slug text,
     theme_slug text,
     primary key (district_id, identity_level, proposal_id),
     foreign key (district_id, proposal_id) references proposal on delete cascade
   ) with (fillfactor = 80)`,
  `create index standing_summary_rank on standing_summary (district_id, identity_level, (-votes_for), number)
     include (proposal_id, votes_for, state, kind, neighbourhood_slug, theme_slug) where listed`,
  // What a vote or a proof changed, of residents of exactly this level; rows are only added, and taken in by a worker.
  // It fills and empties all day, so that it is cleaned by its rows and not by its size.
  `create table standing_change (
     district_id integer not null,
     proposal_id uuid not null,
     id bigint generated always as identity,
     identity_level smallint not null check (identity_level between 0 and 2),
     votes_for integer not null,
     votes_against integer not null,
     primary key (district_id, proposal_id, id)
   ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`,
  `create table proposal_theme (
     district_id integer not null references district,
     slug text not null check (slug ~ '^[a-z0-9-]{1,40}$'),
     name text not null,
     primary key (district_id, slug)
   )`,
  // Imported as a whole, so that it is kept as a whole.
  `create table district_map (
     district_id integer primary key references district,
     areas jsonb not null,
     imported_at timestamptz not null
   )`,
];

const LISTED = 'where published_at is not null and not hidden';
const PROPOSALS = [
  `alter table proposal add column theme_slug text,
     add column latitude double precision check (latitude between -90 and 90),
     add column longitude double precision check (longitude between -180 and 180),
     add constraint proposal_place_whole check ((latitude is null) = (longitude is null)),
     add foreign key (district_id, theme_slug) references proposal_theme`,
  `create index proposal_on_map on proposal (district_id, state)
     include (number, kind, neighbourhood_slug, theme_slug, latitude, longitude) ${LISTED} and latitude is not null`,
  'drop index proposal_newest',
  `create index proposal_listed_newest on proposal (district_id, published_at desc, number desc) ${LISTED}`,
  `create index proposal_listed_neighbourhood on proposal
     (district_id, neighbourhood_slug, published_at desc, number desc) ${LISTED}`,
  `create index proposal_listed_theme on proposal (district_id, theme_slug, published_at desc, number desc) ${LISTED}`,
  // Holds all that a list is filtered by, so that the order of the day is worked out without reading the texts.
  `create index proposal_listed_state on proposal (district_id, state)
     include (id, number, kind, neighbourhood_slug, theme_slug) ${LISTED}`,
];

const COPIED = 'listed, state, kind, neighbourhood_slug, theme_slug';
const COPY =
  'p.published_at is not null and not p.hidden, p.state, p.kind, p.neighbourhood_slug, p.theme_slug';

/** The level that a resident has proven in a district. */
const levelOf = (district: string, account: string): string =>
  `coalesce((select max(p.level) from identity_proof p where p.district_id = ${district} and p.account_id = ${account}), 0)`;

/**
 * A vote's transaction adds its change and touches nothing that another vote touches; a standing is what was taken in and
 * what was not yet, so that it is right at every moment.
 *
 * A vote and a proof of the same resident must not miss each other: the proof takes the account alone, a vote shares it,
 * so that whoever is second sees the first. A new vote shares it already, by its foreign key.
 */
const FUNCTIONS = [
  `create function begin_standing() returns trigger language plpgsql as $$
   begin
     insert into standing_summary (district_id, identity_level, proposal_id, number, votes_for, votes_against, ${COPIED})
     select p.district_id, level, p.id, p.number, 0, 0, ${COPY} from added p, generate_series(0, 2) level;
     return null;
   end $$`,
  `create function follow_proposal() returns trigger language plpgsql as $$
   begin
     update standing_summary s set (${COPIED}) = (select ${COPY})
     from added p join removed o on o.district_id = p.district_id and o.id = p.id
     where s.district_id = p.district_id and s.proposal_id = p.id
       and (p.published_at, p.hidden, p.state, p.kind, p.neighbourhood_slug, p.theme_slug) is distinct from
         (o.published_at, o.hidden, o.state, o.kind, o.neighbourhood_slug, o.theme_slug);
     return null;
   end $$`,
  `create function change_standing_by_vote() returns trigger language plpgsql as $$
   begin
     if tg_op = 'UPDATE' then
       perform from account a where a.id in (select resident_id from added) order by a.id for key share;
       insert into standing_change (district_id, proposal_id, identity_level, votes_for, votes_against)
       select district_id, proposal_id, level, sum(votes_for), sum(votes_against)
       from (
         select district_id, proposal_id, ${levelOf('v.district_id', 'v.resident_id')} as level,
           (choice = 'for')::integer as votes_for, (choice = 'against')::integer as votes_against
         from added v where status = 'valid'
         union all
         select district_id, proposal_id, ${levelOf('v.district_id', 'v.resident_id')},
           -(choice = 'for')::integer, -(choice = 'against')::integer
         from removed v where status = 'valid'
       ) change
       group by district_id, proposal_id, level having sum(votes_for) <> 0 or sum(votes_against) <> 0;
     else
       insert into standing_change (district_id, proposal_id, identity_level, votes_for, votes_against)
       select district_id, proposal_id, level,
         count(*) filter (where choice = 'for'), count(*) filter (where choice = 'against')
       from (select v.*, ${levelOf('v.district_id', 'v.resident_id')} as level from added v) v
       where status = 'valid' and choice <> 'none'
       group by district_id, proposal_id, level;
     end if;
     return null;
   end $$`,
  `create function hold_account_of_proof() returns trigger language plpgsql as $$
   begin
     perform from account a where a.id = new.account_id for update;
     return new;
   end $$`,
  `create function change_standing_by_proof() returns trigger language plpgsql as $$
   begin
     insert into standing_change (district_id, proposal_id, identity_level, votes_for, votes_against)
     select v.district_id, v.proposal_id, step.level,
       sum(case v.choice when 'for' then step.sign else 0 end), sum(case v.choice when 'against' then step.sign else 0 end)
     from (
       select c.district_id, c.account_id, c.level as level_changed,
         coalesce((select max(p.level) from identity_proof p where p.district_id = c.district_id
           and p.account_id = c.account_id and p.level not in (select o.level from changed o
             where o.district_id = c.district_id and o.account_id = c.account_id)), 0) as level_else
       from (select district_id, account_id, max(level) as level from changed group by district_id, account_id) c
     ) r
     cross join lateral (values
       (r.level_else, case tg_op when 'INSERT' then -1 else 1 end),
       (greatest(r.level_else, r.level_changed), case tg_op when 'INSERT' then 1 else -1 end)) step(level, sign)
     join vote v on v.resident_id = r.account_id and v.district_id = r.district_id
     where r.level_changed > r.level_else and v.status = 'valid' and v.choice <> 'none'
     group by v.district_id, v.proposal_id, step.level;
     return null;
   end $$`,
  // As it was counted until now: what the kept standings are checked against.
  'alter function proposal_standing(integer, integer) rename to counted_standing',
  `create function proposal_standing(district integer, level integer)
   returns table (proposal_id uuid, votes_for integer, votes_against integer) language sql stable as $$
     select s.proposal_id, s.votes_for + c.votes_for, s.votes_against + c.votes_against
     from standing_summary s
     cross join lateral (
       select coalesce(sum(votes_for), 0)::integer as votes_for, coalesce(sum(votes_against), 0)::integer as votes_against
       from standing_change
       where district_id = s.district_id and proposal_id = s.proposal_id and identity_level >= level
     ) c
     where s.district_id = district and s.identity_level = level
   $$`,
];

const TRIGGERS = [
  `create trigger proposal_begins_standing after insert on proposal referencing new table as added
     for each statement execute function begin_standing()`,
  `create trigger proposal_is_followed after update on proposal referencing new table as added old table as removed
     for each statement execute function follow_proposal()`,
  `create trigger vote_cast_changes_standing after insert on vote referencing new table as added
     for each statement execute function change_standing_by_vote()`,
  `create trigger vote_changed_changes_standing after update on vote
     referencing new table as added old table as removed
     for each statement execute function change_standing_by_vote()`,
  `create trigger proof_holds_account before insert on identity_proof
     for each row execute function hold_account_of_proof()`,
  `create trigger proof_given_changes_standing after insert on identity_proof referencing new table as changed
     for each statement execute function change_standing_by_proof()`,
  `create trigger proof_taken_changes_standing after delete on identity_proof referencing old table as changed
     for each statement execute function change_standing_by_proof()`,
  // Ballots are withdrawn, never deleted, and a proof is given or taken: the standings rely on both.
  `create function refuse_unkept_standing() returns trigger language plpgsql as $$
   begin raise exception 'standings are not kept for this change of %', tg_table_name using errcode = 'insufficient_privilege'; end $$`,
  `create trigger vote_is_not_deleted before delete or truncate on vote
     for each statement execute function refuse_unkept_standing()`,
  `create trigger proof_keeps_its_level before update of district_id, account_id, level on identity_proof
     for each statement execute function refuse_unkept_standing()`,
];

const FIRST_STANDINGS = [
  `insert into standing_summary (district_id, identity_level, proposal_id, number, votes_for, votes_against, ${COPIED})
   select p.district_id, level, p.id, p.number, coalesce(s.votes_for, 0), coalesce(s.votes_against, 0), ${COPY}
   from district d
   cross join generate_series(0, 2) level
   join proposal p on p.district_id = d.id
   left join lateral (select * from counted_standing(d.id, level)) s on s.proposal_id = p.id`,
];

const GRANTS = [
  'grant select, insert, update on standing_summary to buurtstem_app',
  'grant select, insert, delete on standing_change to buurtstem_app',
  'grant select, insert, update, delete on proposal_theme to buurtstem_app',
  'grant select, insert, update, delete on district_map to buurtstem_app',
  'grant usage on all sequences in schema public to buurtstem_app',
];
