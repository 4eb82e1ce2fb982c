import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import { Clock, Prepared, sharedTime } from '@buurtstem/platform-api';
import { orderOfDay, type OrderOfDay } from '@buurtstem/proposals-domain';
import { readCursor, writeCursor } from './cursor';
import type { ListProposalsDto, ProposalFilterDto } from './list-proposals.dto';
import { filter, looksAtTextsLast, pageOf, Query, type Order, type PageAsked } from './list-query';
import { summaryOf, type SummaryRow } from './proposal-rows';
import type { ProposalPageDto, ProposalSummaryDto, StandingsDto } from './proposals.dto';

/** Beyond it nobody reads a number; counting on would read every proposal. */
export const COUNTED_AT_MOST = 1_000;

/** A word that a thousand proposals or more have is in a page of these, as a rule, however many there are. */
const LOOKED_AT_FIRST = 4_000;

type ListedRow = SummaryRow & { key: string };
type PageFilters = ProposalFilterDto & { readonly limit: number; readonly after?: string };

interface Page {
  readonly items: ProposalSummaryDto[];
  readonly next: string | null;
}

/** Lists public proposals by keyset, so that the hundredth page costs what the first one does. */
@Injectable()
export class ListProposals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prepared: Prepared,
    private readonly districts: Districts,
    private readonly clock: Clock,
  ) {}

  async page(slug: string, asked: ListProposalsDto): Promise<ProposalPageDto> {
    const districtId = await this.districts.idOf(slug);
    const order: Order =
      asked.sort === 'random'
        ? { sort: 'random', ofDay: await this.orderOfToday(slug) }
        : { sort: asked.sort };
    const found = await this.count(districtId, asked);
    const page = await this.items(districtId, asked, order, found <= COUNTED_AT_MOST);
    return {
      ...page,
      total: Math.min(found, COUNTED_AT_MOST),
      hasMoreThanTotal: found > COUNTED_AT_MOST,
      orderOfDay:
        order.sort === 'random' ? { seed: order.ofDay.seed, factors: [...order.ofDay.factors] } : null,
    };
  }

  /** The front runners of the open round. */
  async standings(slug: string, limit: number): Promise<StandingsDto> {
    const districtId = await this.districts.idOf(slug);
    const [{ items }, rules, now] = await Promise.all([
      this.items(districtId, { state: 'open', limit }, { sort: 'votes' }, false),
      this.districts.rulebook(districtId),
      this.clock.now(this.dataSource.manager),
    ]);
    return { items, threshold: rules.threshold, asOf: sharedTime(now).toISOString() };
  }

  private async items(districtId: number, asked: PageFilters, order: Order, isFew: boolean): Promise<Page> {
    const { identityLevel, chances } = await this.districts.rulebook(districtId);
    const page = {
      districtId,
      identityLevel,
      filters: asked,
      isFew,
      after: asked.after === undefined ? null : readCursor(order.sort, asked.after),
      rows: asked.limit + 1,
    };
    const first = looksAtTextsLast(order, page) ? LOOKED_AT_FIRST : null;
    let rows = await this.rows(order, { ...page, lookAt: first });
    // Seldom: the hits are among those that come last today.
    if (first !== null && rows.length < page.rows) rows = await this.rows(order, { ...page, lookAt: null });
    const items = rows.slice(0, asked.limit);
    const last = rows.length > asked.limit ? items.at(-1) : undefined;
    return {
      items: items.map((row) => summaryOf(row, chances)),
      next: last ? writeCursor(order.sort, { value: last.key, number: last.number }) : null,
    };
  }

  private async rows(order: Order, page: PageAsked): Promise<ListedRow[]> {
    const { sql, values } = pageOf(order, page);
    if (isUsual(order, page)) return this.prepared.query<ListedRow>(nameOf('list', sql), sql, values);
    if (order.sort !== 'random') return this.dataSource.query<ListedRow[]>(sql, values);
    // Starting two more processes of the database takes longer than what they would share.
    return this.dataSource.transaction(async (em) => {
      await em.query('set local max_parallel_workers_per_gather = 0');
      return em.query<ListedRow[]>(sql, values);
    });
  }

  /** How many the filters leave, one above the most that is told. */
  private async count(districtId: number, filters: ProposalFilterDto): Promise<number> {
    const query = new Query();
    filter(query, 'p', districtId, filters);
    const sql = `select count(*)::integer as found
      from (select from proposal p where ${query.conditions} limit ${COUNTED_AT_MOST + 1}) one`;
    const [row] = hasNoFilter(filters)
      ? await this.prepared.query<{ found: number }>(nameOf('count', sql), sql, query.values)
      : await this.dataSource.query<{ found: number }[]>(sql, query.values);
    return row?.found ?? 0;
  }

  /** Every proposal gets its turn at the top, and everyone sees the same order all day. */
  private async orderOfToday(slug: string): Promise<OrderOfDay> {
    const now = await this.clock.now(this.dataSource.manager);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(now);
    return orderOfDay(slug, today, (text) => createHash('sha256').update(text).digest());
  }
}

/** Of the list on the site, and of one that nobody gave a length. */
const USUAL_LENGTHS = [12, 20];

function hasNoFilter({ q, kind, neighbourhood, theme }: ProposalFilterDto): boolean {
  return ![q, kind, neighbourhood, theme].some((value) => (value ?? '').trim() !== '');
}

/**
 * Whether it is one of the few lists that nearly everybody reads: only these are prepared, since every connection keeps what
 * was prepared on it.
 */
function isUsual({ sort }: Order, { filters, rows }: PageAsked): boolean {
  return sort !== 'random' && hasNoFilter(filters) && USUAL_LENGTHS.includes(rows - 1);
}

/** Another text has another name. */
function nameOf(what: string, sql: string): string {
  return `${what} ${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`;
}
