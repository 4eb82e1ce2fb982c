import type { Cursor } from './cursor';
import type { ProposalFilterDto } from './list-proposals.dto';
import { SUMMARY_COLUMNS, summaryFrom } from './proposal-rows';

/** Collects conditions and their values; values never become part of the SQL text. */
export class Query {
  private readonly parts: string[] = [];

  constructor(readonly values: unknown[] = []) {}

  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  where(condition: string): void {
    this.parts.push(`(${condition})`);
  }

  get conditions(): string {
    return this.parts.join(' and ') || 'true';
  }
}

/** Where the columns stand that a list is filtered by: the proposal itself, or beside its standing. */
const LISTED = {
  p: 'p.published_at is not null and not p.hidden',
  s: 's.listed',
};

/** Leaves the public proposals of a district that the filters allow; the words are looked for in `proposal p`. */
export function filter(query: Query, from: 'p' | 's', districtId: number, filters: ProposalFilterDto): void {
  query.where(`${from}.district_id = ${query.value(districtId)} and ${LISTED[from]}`);
  if (filters.state !== 'all') query.where(`${from}.state = ${query.value(filters.state)}`);
  if (filters.kind) query.where(`${from}.kind = ${query.value(filters.kind)}`);
  if (filters.neighbourhood)
    query.where(`${from}.neighbourhood_slug = ${query.value(filters.neighbourhood)}`);
  if (filters.theme) query.where(`${from}.theme_slug = ${query.value(filters.theme)}`);
  if (isSearch(filters)) query.where(matches(query, filters.q.trim()));
}

type Searched = ProposalFilterDto & { readonly q: string };

function isSearch(filters: ProposalFilterDto): filters is Searched {
  return (filters.q ?? '').trim() !== '';
}

/** Fewer letters make no trigram: an index would have nothing to look for. */
const LETTERS_OF_A_TRIGRAM = 3;

/**
 * Dutch full text, and as a second try the words as they stand in the title, since compounds are not split. Both have
 * an index; anything more beside them, such as the summary, would make it read every proposal.
 */
function matches(query: Query, q: string): string {
  return [inText(query, q), ...inTitle(query, q)].join(' or ');
}

function inText(query: Query, q: string): string {
  return `p.search @@ websearch_to_tsquery('nl', searchable(${query.value(q)}::text))`;
}

/** None where there are too few letters for its index. */
function inTitle(query: Query, q: string): string[] {
  if (q.length < LETTERS_OF_A_TRIGRAM) return [];
  return [`p.title ilike ${query.value(`%${q.replace(/[\\%_]/g, '\\$&')}%`)}`];
}

/** How many the filters leave, counted to one above `most`, and their numbers unless there are more. */
export function foundBy(
  districtId: number,
  filters: ProposalFilterDto,
  most: number,
): Query & { readonly sql: string } {
  const query = new Query();
  const sql = `select count(*)::integer as count,
      case when count(*) <= ${most} then coalesce(array_agg(number), '{}') end as few
    from (${isSearch(filters) ? searched(query, districtId, filters, most) : left(query, districtId, filters, most)}) found`;
  return Object.assign(query, { sql });
}

/** Leaves those that fulfil the condition too; only so many that it shows when there are more than `most`. */
function left(
  query: Query,
  districtId: number,
  filters: ProposalFilterDto,
  most: number,
  condition?: string,
): string {
  const inner = new Query(query.values);
  filter(inner, 'p', districtId, filters);
  if (condition !== undefined) inner.where(condition);
  return `select p.number from proposal p where ${inner.conditions} limit ${most + 1}`;
}

/**
 * Titles are searched only where the texts do not give too many already: an index of words gathers all that it finds before the
 * first is looked at.
 */
function searched(query: Query, districtId: number, { q, ...filters }: Searched, most: number): string {
  const text = left(query, districtId, filters, most, inText(query, q.trim()));
  const [title] = inTitle(query, q.trim());
  if (title === undefined) return text;
  const isWanted = `(select count(*) from by_text) <= ${most}`;
  return `
    with by_text as materialized (${text}),
      by_title as materialized (${left(query, districtId, filters, most, `${isWanted} and ${title}`)})
    select number from by_text union select number from by_title limit ${most + 1}`;
}

/** What a page of the list needs to know beside its order. */
export interface PageAsked {
  readonly districtId: number;
  readonly identityLevel: number;
  readonly filters: ProposalFilterDto;
  /**
   * The numbers of those that the filters leave, where these are so few that they are put in order afterwards. Else the order
   * is read from its index, and what the filters leave out is passed over; there is enough to fill a page soon.
   */
  readonly few: readonly number[] | null;
  readonly after: Cursor | null;
  /** Of the page, and one more to see whether there is a next one. */
  readonly rows: number;
}

/** In which order; one by chance is worked out before, and looked up by these numbers from the first on. */
export type Order =
  { readonly sort: 'votes' | 'newest' } | { readonly sort: 'random'; readonly numbers: ArrayLike<number> };

/** Of a page's rows by their key, which is text: it also goes into the cursor. */
const BY: Record<Order['sort'], string> = {
  votes: '-chosen.key::integer, chosen.number',
  newest: 'chosen.key::timestamptz desc, chosen.number desc',
  random: 'chosen.key::bigint',
};

/** The proposals of one page: first the order alone, then what is shown of them. */
export function pageOf(order: Order, asked: PageAsked): Query & { readonly sql: string } {
  const query = new Query();
  const district = `${query.value(asked.districtId)}::integer`;
  const level = `${query.value(asked.identityLevel)}::smallint`;
  const sql = `
    with chosen as materialized (${chosenBy(order, query, asked, { district, level })})
    select ${SUMMARY_COLUMNS}, chosen.key ${summaryFrom(district, level)}
    join chosen on chosen.id = p.id
    where p.district_id = ${district} order by ${BY[order.sort]}`;
  return Object.assign(query, { sql });
}

interface Parameters {
  readonly district: string;
  readonly level: string;
}

function chosenBy(order: Order, query: Query, asked: PageAsked, parameters: Parameters): string {
  switch (order.sort) {
    case 'votes':
      return mostVotes(query, asked, parameters);
    case 'newest':
      return newest(query, asked);
    case 'random':
      return inThisOrder(query, order.numbers, asked);
  }
}

/** In the text and no value: a plan that is kept is made for a page, not for a tenth of all there is. */
function limitOf(rows: number): string {
  return `limit ${Math.trunc(rows)}`;
}

/** Those few, as far as they may still be shown; their texts were looked at when they were found. */
function lookUp(query: Query, few: readonly number[], { districtId, filters }: PageAsked): string {
  const inner = new Query(query.values);
  filter(inner, 'p', districtId, { ...filters, q: '' });
  inner.where(`p.number = any(${inner.value(few)}::integer[])`);
  return `select p.* from proposal p where ${inner.conditions} offset 0`;
}

function newest(query: Query, asked: PageAsked): string {
  const { after, rows, few } = asked;
  if (!few) filter(query, 'p', asked.districtId, asked.filters);
  if (after)
    query.where(
      `(p.published_at, p.number) < (${query.value(after.value)}::timestamptz, ${query.value(after.number)}::integer)`,
    );
  return `select p.id, p.number, (p.published_at at time zone 'UTC')::text || '+00' as key
    from ${few ? `(${lookUp(query, few, asked)})` : 'proposal'} p where ${query.conditions}
    order by p.published_at desc, p.number desc ${limitOf(rows)}`;
}

/**
 * Each is looked up by its number, so that what a page costs does not grow with the district. By its number first: a planner that
 * does not yet know how many there are would look for the words, or for all that are open, once for each number.
 */
function inThisOrder(query: Query, numbers: ArrayLike<number>, asked: PageAsked): string {
  const { districtId, filters, few, rows } = asked;
  filter(query, 'p', districtId, few ? { ...filters, q: '' } : filters);
  return `select p.id, p.number, wanted.nth::text as key
    from unnest(${query.value(Array.from(numbers))}::integer[]) with ordinality wanted(number, nth)
    cross join lateral (
      select one.* from proposal one
      where one.district_id = ${query.value(districtId)} and one.number = wanted.number offset 0) p
    where ${query.conditions} order by wanted.nth ${limitOf(rows)}`;
}

/**
 * What was taken into the summary is read in the order of its index; those few with votes that were not yet are worked out
 * beside it. So the order is that of the votes of this very moment, however long ago the last ones were taken in.
 */
function mostVotes(query: Query, asked: PageAsked, { district, level }: Parameters): string {
  const { after, rows, few } = asked;
  const limit = limitOf(rows);
  const cursor = after && `(-${query.value(after.value)}::integer, ${query.value(after.number)}::integer)`;
  const isAfter = (votes: string): string => (cursor ? `and (-(${votes}), s.number) > ${cursor}` : '');
  const needsTexts = !few && isSearch(asked.filters);
  if (!few) filter(query, 's', asked.districtId, asked.filters);
  query.where(`s.district_id = ${district} and s.identity_level = ${level} and s.listed`);
  if (few) query.where('s.proposal_id in (select id from few)');
  const texts = needsTexts ? 'join proposal p on p.district_id = s.district_id and p.id = s.proposal_id' : '';
  return `
    with changed as materialized (
      select proposal_id, sum(votes_for)::integer as votes_for from standing_change
      where district_id = ${district} and identity_level >= ${level} group by proposal_id)
    ${few ? `, few as materialized (select id from (${lookUp(query, few, asked)}) p)` : ''}
    select id, number, votes::text as key
    from (
      (select s.proposal_id as id, s.number, s.votes_for as votes from standing_summary s ${texts}
       where ${query.conditions} ${isAfter('s.votes_for')}
         and not exists (select from changed c where c.proposal_id = s.proposal_id)
       order by -s.votes_for, s.number ${limit})
      union all
      (select s.proposal_id, s.number, s.votes_for + c.votes_for from changed c
       join standing_summary s on s.proposal_id = c.proposal_id ${texts}
       where ${query.conditions} ${isAfter('s.votes_for + c.votes_for')})
    ) listed
    order by -votes, number ${limit}`;
}
