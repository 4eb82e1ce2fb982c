import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import { Clock, Prepared, sharedTime } from '@buurtstem/platform-api';
import { orderOfDay, placeOf, readUpTo, shuffled, type OrderOfDay } from '@buurtstem/proposals-domain';
import { readCursor, writeCursor } from './cursor';
import type { ListProposalsDto, ProposalFilterDto } from './list-proposals.dto';
import { foundBy, pageOf, type Order, type PageAsked } from './list-query';
import { summaryOf, type SummaryRow } from './proposal-rows';
import type { ProposalPageDto, ProposalSummaryDto, StandingsDto } from './proposals.dto';
import { ShuffledNumbers } from './shuffled-numbers';

/** Beyond it nobody reads a number; counting on would read every proposal. */
export const COUNTED_AT_MOST = 1_000;

/** How many of the order of the day are looked up at first for each row of a page: nearly all of them are open. */
const LOOKED_UP_FOR_EACH = 4;

/** With a neighbourhood, a theme or words; often one in ten is left then. */
const LOOKED_UP_FOR_EACH_FILTERED = 24;

/** By how much more than before, while the page is not full. */
const GROWS = 8;

type ListedRow = SummaryRow & { key: string };
type PageFilters = ProposalFilterDto & { readonly limit: number; readonly after?: string };

interface Page {
  readonly items: ProposalSummaryDto[];
  readonly next: string | null;
}

/** What the filters leave. */
interface Found {
  /** At most one above the most that is told. */
  readonly count: number;
  /** The numbers of a few, in no order; null where there are more. */
  readonly few: readonly number[] | null;
}

/** Lists public proposals by keyset, so that the hundredth page costs what the first one does. */
@Injectable()
export class ListProposals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prepared: Prepared,
    private readonly districts: Districts,
    private readonly clock: Clock,
    private readonly shuffledNumbers: ShuffledNumbers,
  ) {}

  async page(slug: string, asked: ListProposalsDto): Promise<ProposalPageDto> {
    const districtId = await this.districts.idOf(slug);
    const { sort } = asked;
    const found = await this.find(districtId, asked);
    const total = Math.min(found.count, COUNTED_AT_MOST);
    const hasMoreThanTotal = found.count > COUNTED_AT_MOST;
    if (sort !== 'random') {
      const page = await this.items(districtId, asked, sort, found.few);
      return { ...page, total, hasMoreThanTotal, orderOfDay: null };
    }
    const ofDay = await this.orderOfToday(slug);
    const page = await this.shuffledItems(districtId, asked, ofDay, found.few);
    return {
      ...page,
      total,
      hasMoreThanTotal,
      orderOfDay: { seed: ofDay.seed, factors: [...ofDay.factors] },
    };
  }

  /** The front runners of the open round. */
  async standings(slug: string, limit: number): Promise<StandingsDto> {
    const districtId = await this.districts.idOf(slug);
    const [{ items }, rules, now] = await Promise.all([
      this.items(districtId, { state: 'open', limit }, 'votes', null),
      this.districts.rulebook(districtId),
      this.clock.now(this.dataSource.manager),
    ]);
    return { items, threshold: rules.threshold, asOf: sharedTime(now).toISOString() };
  }

  private async items(
    districtId: number,
    asked: PageFilters,
    sort: 'votes' | 'newest',
    few: Found['few'],
  ): Promise<Page> {
    const { identityLevel, chances } = await this.districts.rulebook(districtId);
    const after = asked.after === undefined ? null : readCursor(sort, asked.after);
    const rows = await this.rows(
      { sort },
      { districtId, identityLevel, filters: asked, few, after, rows: asked.limit + 1 },
    );
    return pageFrom(rows, asked.limit, chances, (last) =>
      writeCursor(sort, { value: last.key, number: last.number }),
    );
  }

  /**
   * Goes down the order of the day until a page is full. How soon depends on how many the filters leave out, which is not known:
   * a part is looked up, then a larger one.
   */
  private async shuffledItems(
    districtId: number,
    asked: PageFilters,
    ofDay: OrderOfDay,
    few: Found['few'],
  ): Promise<Page> {
    const { identityLevel, chances } = await this.districts.rulebook(districtId);
    const after = asked.after === undefined ? null : readCursor('random', asked.after);
    const inOrder = few ? shuffled(ofDay, few) : await this.shuffledNumbers.of(districtId, ofDay);
    const wanted = asked.limit + 1;
    const rows: ListedRow[] = [];
    let from = after ? readUpTo(ofDay, inOrder, { place: Number(after.value), number: after.number }) : 0;
    let part = wanted * (few || hasNoFilter(asked) ? LOOKED_UP_FOR_EACH : LOOKED_UP_FOR_EACH_FILTERED);
    while (rows.length < wanted && from < inOrder.length) {
      const numbers = inOrder.slice(from, from + part);
      const page = {
        districtId,
        identityLevel,
        filters: asked,
        few,
        after: null,
        rows: wanted - rows.length,
      };
      rows.push(...(await this.rows({ sort: 'random', numbers }, page)));
      from += part;
      part *= GROWS;
    }
    return pageFrom(rows, asked.limit, chances, ({ number }) =>
      writeCursor('random', { value: String(placeOf(ofDay, number)), number }),
    );
  }

  private rows(order: Order, page: PageAsked): Promise<ListedRow[]> {
    const { sql, values } = pageOf(order, page);
    return isUsual(page)
      ? this.prepared.query<ListedRow>(nameOf('list', sql), sql, values)
      : this.dataSource.query<ListedRow[]>(sql, values);
  }

  private async find(districtId: number, filters: ProposalFilterDto): Promise<Found> {
    const { sql, values } = foundBy(districtId, filters, COUNTED_AT_MOST);
    const [found] = hasNoFilter(filters)
      ? await this.prepared.query<Found>(nameOf('count', sql), sql, values)
      : await this.dataSource.query<Found[]>(sql, values);
    return found ?? { count: 0, few: [] };
  }

  /** Every proposal gets its turn at the top, and everyone sees the same order all day. */
  private async orderOfToday(slug: string): Promise<OrderOfDay> {
    const now = await this.clock.now(this.dataSource.manager);
    return orderOfDay(slug, DAY.format(now), (text) => createHash('sha256').update(text).digest());
  }
}

/** As `2026-11-30`. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** By chance and by votes on the front page, of the list on the site, and of one that nobody gave a length. */
const USUAL_LENGTHS = [3, 5, 12, 20];

function hasNoFilter({ q, kind, neighbourhood, theme }: ProposalFilterDto): boolean {
  return ![q, kind, neighbourhood, theme].some((value) => (value ?? '').trim() !== '');
}

/**
 * Whether it is one of the few lists that nearly everybody reads: only these are prepared, since every connection keeps what
 * was prepared on it.
 */
function isUsual({ filters, rows }: PageAsked): boolean {
  return hasNoFilter(filters) && USUAL_LENGTHS.includes(rows - 1);
}

/** Of one row more than a page holds, to see whether there is a next one. */
function pageFrom(
  rows: readonly ListedRow[],
  limit: number,
  chances: number,
  cursorOf: (last: ListedRow) => string,
): Page {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items: items.map((row) => summaryOf(row, chances)), next: last ? cursorOf(last) : null };
}

/** Another text has another name. */
function nameOf(what: string, sql: string): string {
  return `${what} ${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`;
}
