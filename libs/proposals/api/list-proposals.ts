import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import { Clock } from '@buurtstem/platform-api';
import { readCursor, writeCursor } from './cursor';
import type { ListProposalsDto, Sort } from './list-proposals.dto';
import { SUMMARY_COLUMNS, SUMMARY_FROM, summaryOf, type SummaryRow } from './proposal-rows';
import type { ProposalPageDto, StandingsDto } from './proposals.dto';

/** The sorted value as text, and how a page goes on after it. Equal values are told apart by the number. */
const ORDER: Record<Sort, { readonly key: string; readonly by: string; readonly after: string }> = {
  votes: {
    key: 'coalesce(s.votes_for, 0)::text',
    by: 'coalesce(s.votes_for, 0) desc, p.number',
    after: '(-coalesce(s.votes_for, 0), p.number) > (-$KEY::integer, $NUMBER::integer)',
  },
  newest: {
    key: "(p.published_at at time zone 'UTC')::text || '+00'",
    by: 'p.published_at desc, p.number desc',
    after: '(p.published_at, p.number) < ($KEY::timestamptz, $NUMBER::integer)',
  },
  random: {
    key: 'md5($SEED || p.id::text)',
    by: 'md5($SEED || p.id::text), p.number',
    after: '(md5($SEED || p.id::text), p.number) > ($KEY::text, $NUMBER::integer)',
  },
};

/** Lists public proposals by keyset, so that the hundredth page costs what the first one does. */
@Injectable()
export class ListProposals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
    private readonly clock: Clock,
  ) {}

  async page(slug: string, asked: ListProposalsDto): Promise<ProposalPageDto> {
    const districtId = await this.districts.idOf(slug);
    const rules = await this.districts.rulebook(districtId);
    const query = new Query([districtId, rules.identityLevel]);
    query.where('p.district_id = $1 and p.published_at is not null and not p.hidden');
    if (asked.state !== 'all') query.where(`p.state = ${query.value(asked.state)}`);
    if (asked.kind) query.where(`p.kind = ${query.value(asked.kind)}`);
    if (asked.neighbourhood) query.where(`p.neighbourhood_slug = ${query.value(asked.neighbourhood)}`);
    if (asked.q?.trim()) query.where(matches(query, asked.q.trim()));
    const total = await this.total(query);

    const order = ORDER[asked.sort];
    const seed = asked.sort === 'random' ? `${query.value(await this.seedOfToday())}::text` : '';
    const sql = (text: string): string => text.replaceAll('$SEED', seed);
    if (asked.after) {
      const cursor = readCursor(asked.sort, asked.after);
      query.where(
        sql(order.after)
          .replace('$KEY', query.value(cursor.value))
          .replace('$NUMBER', query.value(cursor.number)),
      );
    }
    const rows = await this.dataSource.query<(SummaryRow & { sort_key: string })[]>(
      `select ${SUMMARY_COLUMNS}, ${sql(order.key)} as sort_key ${SUMMARY_FROM} where ${query.conditions}
       order by ${sql(order.by)} limit ${query.value(asked.limit + 1)}`,
      query.values,
    );
    const items = rows.slice(0, asked.limit);
    const last = rows.length > asked.limit ? items.at(-1) : undefined;
    return {
      items: items.map((row) => summaryOf(row, rules.chances)),
      total,
      next: last ? writeCursor(asked.sort, { value: last.sort_key, number: last.number }) : null,
    };
  }

  /** The front runners of the open round. */
  async standings(slug: string, limit: number): Promise<StandingsDto> {
    const districtId = await this.districts.idOf(slug);
    const [{ items }, rules, now] = await Promise.all([
      this.page(slug, { sort: 'votes', state: 'open', limit }),
      this.districts.rulebook(districtId),
      this.clock.now(this.dataSource.manager),
    ]);
    return { items, threshold: rules.threshold, asOf: now.toISOString() };
  }

  private async total(query: Query): Promise<number> {
    // Counting needs no standing; the parameter of its identity level is named so that PostgreSQL knows its type.
    const [row] = await this.dataSource.query<{ total: number }[]>(
      `select count(*)::integer as total from proposal p where ${query.conditions} and $2::integer is not null`,
      query.values,
    );
    return row?.total ?? 0;
  }

  /** The day in the district: every proposal gets its turn at the top, and everyone sees the same order. */
  private async seedOfToday(): Promise<string> {
    const now = await this.clock.now(this.dataSource.manager);
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(now);
  }
}

/** Collects conditions and their values; values never become part of the SQL text. */
class Query {
  private readonly parts: string[] = [];

  constructor(readonly values: unknown[]) {}

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

/**
 * Dutch full text, and as a second try the words as they stand in the title, since compounds are not split. Both have
 * an index; anything more beside them, such as the summary, would make it read every proposal.
 */
function matches(query: Query, q: string): string {
  const words = query.value(q);
  const literally = query.value(`%${q.replace(/[\\%_]/g, '\\$&')}%`);
  return `p.search @@ websearch_to_tsquery('nl', searchable(${words}::text)) or p.title ilike ${literally}`;
}
