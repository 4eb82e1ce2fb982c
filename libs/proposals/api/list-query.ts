import { type OrderOfDay, PLACES } from '@buurtstem/proposals-domain';
import type { Cursor } from './cursor';
import type { ProposalFilterDto } from './list-proposals.dto';
import { SUMMARY_COLUMNS, summaryFrom } from './proposal-rows';

/** Collects conditions and their values; values never become part of the SQL text. */
export class Query {
  private readonly parts: string[] = [];
  readonly values: unknown[] = [];

  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  where(condition: string): void {
    this.parts.push(`(${condition})`);
  }

  get conditions(): string {
    return this.parts.join(' and ');
  }
}

/** The public proposals of a district that the filters leave; a query over `proposal p`. */
export function filtered(districtId: number, filters: ProposalFilterDto): Query {
  const query = new Query();
  query.where(`p.district_id = ${query.value(districtId)} and p.published_at is not null and not p.hidden`);
  if (filters.state !== 'all') query.where(`p.state = ${query.value(filters.state)}`);
  if (filters.kind) query.where(`p.kind = ${query.value(filters.kind)}`);
  if (filters.neighbourhood) query.where(`p.neighbourhood_slug = ${query.value(filters.neighbourhood)}`);
  if (filters.theme) query.where(`p.theme_slug = ${query.value(filters.theme)}`);
  if (filters.q?.trim()) query.where(matches(query, filters.q.trim()));
  return query;
}

/** Fewer letters make no trigram: an index would have nothing to look for. */
const LETTERS_OF_A_TRIGRAM = 3;

/**
 * Dutch full text, and as a second try the words as they stand in the title, since compounds are not split. Both have
 * an index; anything more beside them, such as the summary, would make it read every proposal.
 */
function matches(query: Query, q: string): string {
  const inDutch = `p.search @@ websearch_to_tsquery('nl', searchable(${query.value(q)}::text))`;
  if (q.length < LETTERS_OF_A_TRIGRAM) return inDutch;
  return `${inDutch} or p.title ilike ${query.value(`%${q.replace(/[\\%_]/g, '\\$&')}%`)}`;
}

/** What a page of the list needs to know beside the filters. */
export interface PageAsked {
  readonly districtId: number;
  readonly identityLevel: number;
  readonly after: Cursor | null;
  /** Of the page, and one more to see whether there is a next one. */
  readonly rows: number;
}

/** In which order; the one by chance is another one every day. */
export type Order =
  { readonly sort: 'votes' | 'newest' } | { readonly sort: 'random'; readonly ofDay: OrderOfDay };

/**
 * The proposals of one page: first the order alone, then what is shown of them. The sorted value is text, and goes into
 * the cursor.
 */
export function pageOf(order: Order, query: Query, asked: PageAsked): string {
  const district = query.value(asked.districtId);
  const level = query.value(asked.identityLevel);
  return `
    with chosen as materialized (${chosenBy(order, query, asked)})
    select ${SUMMARY_COLUMNS}, chosen.key
    ${summaryFrom(`${district}::integer`, `${level}::smallint`)}
    join chosen on chosen.id = p.id
    where p.district_id = ${district} order by chosen.nth`;
}

function chosenBy(order: Order, query: Query, asked: PageAsked): string {
  switch (order.sort) {
    case 'votes':
      return mostVotes(query, asked);
    case 'newest':
      return newest(query, asked);
    case 'random':
      return shuffled(query, order.ofDay, asked);
  }
}

function newest(query: Query, { after, rows }: PageAsked): string {
  if (after)
    query.where(
      `(p.published_at, p.number) < (${query.value(after.value)}::timestamptz, ${query.value(after.number)}::integer)`,
    );
  return `select p.id, p.number, (p.published_at at time zone 'UTC')::text || '+00' as key,
      row_number() over (order by p.published_at desc, p.number desc) as nth
    from proposal p where ${query.conditions}
    order by p.published_at desc, p.number desc limit ${query.value(rows)}`;
}

/** The places are as {@link placeOf} says; a few tens of thousands of them are worked out in milliseconds. */
function shuffled(query: Query, { factors: [a, b, c] }: OrderOfDay, { after, rows }: PageAsked): string {
  const factor = (value: number): string => `${query.value(value)}::bigint`;
  const place = `(((${factor(a)} * p.number + ${factor(b)}) % ${PLACES}) * p.number + ${factor(c)}) % ${PLACES}`;
  const isAfter = after
    ? `where (place, number) > (${query.value(after.value)}::bigint, ${query.value(after.number)}::integer)`
    : '';
  return `select id, number, place::text as key, row_number() over (order by place, number) as nth
    from (select p.id, p.number, ${place} as place from proposal p where ${query.conditions}) placed
    ${isAfter} order by place, number limit ${query.value(rows)}`;
}

/**
 * What was taken into the summary is read in the order of its index; those few with votes that were not yet are worked out
 * beside it. So the order is that of the votes of this very moment, however long ago the last ones were taken in.
 */
function mostVotes(query: Query, { districtId, identityLevel, after, rows }: PageAsked): string {
  const district = `${query.value(districtId)}::integer`;
  const level = `${query.value(identityLevel)}::smallint`;
  const limit = `${query.value(rows)}::integer`;
  const cursor = after && `(-${query.value(after.value)}::integer, ${query.value(after.number)}::integer)`;
  const isAfter = (votes: string): string => (cursor ? `and (-(${votes}), s.number) > ${cursor}` : '');
  const join = `standing_summary s join proposal p on p.district_id = s.district_id and p.id = s.proposal_id`;
  const summary = `s.district_id = ${district} and s.identity_level = ${level} and ${query.conditions}`;
  return `
    with changed as materialized (
      select proposal_id, sum(votes_for)::integer as votes_for from standing_change
      where district_id = ${district} and identity_level >= ${level} group by proposal_id)
    select id, number, votes::text as key, row_number() over (order by -votes, number) as nth
    from (
      (select p.id, p.number, s.votes_for as votes from ${join}
       where ${summary} ${isAfter('s.votes_for')}
         and not exists (select from changed c where c.proposal_id = s.proposal_id)
       order by -s.votes_for, s.number limit ${limit})
      union all
      (select p.id, p.number, s.votes_for + c.votes_for from changed c
       join ${join} on s.proposal_id = c.proposal_id
       where ${summary} ${isAfter('s.votes_for + c.votes_for')})
    ) listed
    order by -votes, number limit ${limit}`;
}
