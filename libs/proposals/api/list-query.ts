import { type OrderOfDay, PLACES } from '@buurtstem/proposals-domain';
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

function isSearch(filters: ProposalFilterDto): filters is ProposalFilterDto & { q: string } {
  return (filters.q ?? '').trim() !== '';
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

/** What a page of the list needs to know beside its order. */
export interface PageAsked {
  readonly districtId: number;
  readonly identityLevel: number;
  readonly filters: ProposalFilterDto;
  /**
   * Whether the filters leave so few that these are looked up first and then put in order. Else the order is read from its
   * index, and what the filters leave out is passed over; there is enough to fill a page soon.
   */
  readonly isFew: boolean;
  /** How many of a shuffled list are looked at for words, from the top; null is all of them. */
  readonly lookAt: number | null;
  readonly after: Cursor | null;
  /** Of the page, and one more to see whether there is a next one. */
  readonly rows: number;
}

/** In which order; the one by chance is another one every day. */
export type Order =
  { readonly sort: 'votes' | 'newest' } | { readonly sort: 'random'; readonly ofDay: OrderOfDay };

/** Whether only so many of the proposals are looked at for words as it takes to fill a page. */
export function looksAtTextsLast(
  { sort }: Pick<Order, 'sort'>,
  { isFew, filters }: Pick<PageAsked, 'isFew' | 'filters'>,
): boolean {
  return sort === 'random' && !isFew && isSearch(filters);
}

/** Of a page's rows by their key, which is text: it also goes into the cursor. */
const BY: Record<Order['sort'], string> = {
  votes: '-chosen.key::integer, chosen.number',
  newest: 'chosen.key::timestamptz desc, chosen.number desc',
  random: 'chosen.key::bigint, chosen.number',
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
      return shuffled(query, order.ofDay, asked);
  }
}

/** In the text and no value: a plan that is kept is made for a page, not for a tenth of all there is. */
function limitOf(rows: number): string {
  return `limit ${Math.trunc(rows)}`;
}

/** `proposal p`, or the few of it that the filters leave. */
function few(query: Query, { districtId, filters }: PageAsked): string {
  const inner = new Query(query.values);
  filter(inner, 'p', districtId, filters);
  return `select p.* from proposal p where ${inner.conditions} offset 0`;
}

function newest(query: Query, asked: PageAsked): string {
  const { after, rows, isFew } = asked;
  if (!isFew) filter(query, 'p', asked.districtId, asked.filters);
  if (after)
    query.where(
      `(p.published_at, p.number) < (${query.value(after.value)}::timestamptz, ${query.value(after.number)}::integer)`,
    );
  return `select p.id, p.number, (p.published_at at time zone 'UTC')::text || '+00' as key
    from ${isFew ? `(${few(query, asked)})` : 'proposal'} p where ${query.conditions}
    order by p.published_at desc, p.number desc ${limitOf(rows)}`;
}

/**
 * The places are as `placeOf` says; tens of thousands of them are worked out in milliseconds, from an index alone. The texts
 * of many hits are not: these are looked at in the order of the places.
 */
function shuffled(query: Query, { factors: [a, b, c] }: OrderOfDay, asked: PageAsked): string {
  const { after, rows, filters, districtId } = asked;
  const looksLast = looksAtTextsLast({ sort: 'random' }, asked);
  filter(query, 'p', districtId, looksLast ? { ...filters, q: '' } : filters);
  const factor = (value: number): string => `${query.value(value)}::bigint`;
  const place = `(((${factor(a)} * p.number + ${factor(b)}) % ${PLACES}) * p.number + ${factor(c)}) % ${PLACES}`;
  const cursor = after && `(${query.value(after.value)}::bigint, ${query.value(after.number)}::integer)`;
  const placed = (limit: string): string => `
    select placed.* from (select p.id, p.number, ${place} as place from proposal p where ${query.conditions}) placed
    ${cursor ? `where (place, number) > ${cursor}` : ''} order by place, number ${limit}`;
  const end = limitOf(rows);
  if (!looksLast) return `select id, number, place::text as key from (${placed(end)}) placed`;
  const { lookAt } = asked;
  return `select p.id, p.number, place::text as key
    from (${placed(lookAt === null ? 'offset 0' : `limit ${query.value(lookAt)}`)}) placed
    join proposal p on p.district_id = ${query.value(districtId)} and p.id = placed.id
    where ${matches(query, filters.q?.trim() ?? '')} order by place, placed.number ${end}`;
}

/**
 * What was taken into the summary is read in the order of its index; those few with votes that were not yet are worked out
 * beside it. So the order is that of the votes of this very moment, however long ago the last ones were taken in.
 */
function mostVotes(query: Query, asked: PageAsked, { district, level }: Parameters): string {
  const { after, rows, isFew } = asked;
  const limit = limitOf(rows);
  const cursor = after && `(-${query.value(after.value)}::integer, ${query.value(after.number)}::integer)`;
  const isAfter = (votes: string): string => (cursor ? `and (-(${votes}), s.number) > ${cursor}` : '');
  const needsTexts = !isFew && isSearch(asked.filters);
  if (!isFew) filter(query, 's', asked.districtId, asked.filters);
  query.where(`s.district_id = ${district} and s.identity_level = ${level} and s.listed`);
  if (isFew) query.where('s.proposal_id in (select id from few)');
  const texts = needsTexts ? 'join proposal p on p.district_id = s.district_id and p.id = s.proposal_id' : '';
  return `
    with changed as materialized (
      select proposal_id, sum(votes_for)::integer as votes_for from standing_change
      where district_id = ${district} and identity_level >= ${level} group by proposal_id)
    ${isFew ? `, few as materialized (select id from (${few(query, asked)}) p)` : ''}
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
