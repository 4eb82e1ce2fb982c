/**
 * The place of a proposal among the open ones, in the order of the count: how many have more votes, and how many have just as
 * many and stand before it. The first is read for all proposals of a district at once, so that it can be kept for a moment;
 * the second is about a few. Asking for both together took a district of 100,000 proposals 67 ms for every page of a plan.
 *
 * Of both queries the values are the district and the level from which votes count. What was not taken into the summary yet is
 * worked out for the few it is about.
 */
const CHANGED = `changed as materialized (
    select proposal_id, sum(votes_for)::integer as votes_for, sum(votes_against)::integer as votes_against
    from standing_change where district_id = $1 and identity_level >= $2 group by proposal_id)`;

const IS_OPEN = `s.district_id = $1 and s.identity_level = $2 and s.listed and s.state = 'open'`;
const IS_UNCHANGED = 'not exists (select from changed c where c.proposal_id = s.proposal_id)';

/** How many open proposals have how many votes. */
export interface Rung {
  readonly votesFor: number;
  readonly proposals: number;
}

export const LADDER = `
  with ${CHANGED}
  select votes_for as "votesFor", count(*)::integer as proposals
  from (
    select s.votes_for from standing_summary s where ${IS_OPEN} and ${IS_UNCHANGED}
    union all
    select s.votes_for + c.votes_for from changed c
    join standing_summary s on s.proposal_id = c.proposal_id where ${IS_OPEN}) one
  group by votes_for`;

/** The votes of a proposal, which is the third value, and how many of its equals stand before it; no row where it is not open. */
export interface AmongEquals {
  readonly votesFor: number;
  readonly before: number;
}

export const AMONG_EQUALS = `
  with ${CHANGED},
  this as materialized (
    select s.votes_for + coalesce(c.votes_for, 0) as votes_for, s.votes_against + coalesce(c.votes_against, 0) as votes_against,
      p.published_at, s.number
    from standing_summary s
    join proposal p on p.district_id = s.district_id and p.id = s.proposal_id
    left join changed c on c.proposal_id = s.proposal_id
    where s.proposal_id = $3 and ${IS_OPEN})
  select this.votes_for as "votesFor", (
      (select count(*) from standing_summary s
       join proposal p on p.district_id = s.district_id and p.id = s.proposal_id
       where ${IS_OPEN} and ${IS_UNCHANGED} and -s.votes_for = -this.votes_for
         and (s.votes_against, p.published_at, s.number) < (this.votes_against, this.published_at, this.number))
      + (select count(*) from changed c
         join standing_summary s on s.proposal_id = c.proposal_id
         join proposal p on p.district_id = s.district_id and p.id = s.proposal_id
         where ${IS_OPEN} and s.votes_for + c.votes_for = this.votes_for
           and (s.votes_against + c.votes_against, p.published_at, s.number)
             < (this.votes_against, this.published_at, this.number)))::integer as before
  from this`;
