import { createParamDecorator, Injectable, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { RateLimited } from './problem';
import { networkOf, Pseudonyms } from './pseudonyms';

/** So many times within so many seconds. */
export interface Allowance {
  readonly hits: number;
  readonly seconds: number;
}

/**
 * Limits that all processes share, because the counters stand in the database, under pseudonyms. A hit counts also
 * when the work that follows is undone: call it before the transaction of the work itself.
 */
@Injectable()
export class Limits {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  /** Counts one hit of `subject` on each allowance of the limit, and throws `RateLimited` when one is spent. */
  async hit(limit: string, subject: string, ...allowances: readonly Allowance[]): Promise<void> {
    const waits: number[] = [];
    for (const allowance of allowances) waits.push(await this.count(limit, subject, allowance));
    const longest = Math.max(0, ...waits);
    if (longest > 0) throw new RateLimited(longest);
  }

  /** Seconds to wait, 0 when there is room. */
  private async count(limit: string, subject: string, { hits, seconds }: Allowance): Promise<number> {
    const key = `${limit}:${seconds}:${this.pseudonyms.of('limit', `${limit} ${subject}`).toString('base64url')}`;
    const [row] = await this.dataSource.query<{ hits: number; wait: number }[]>(
      `insert into rate_bucket as bucket (key, hits, resets_at)
       values ($1, 1, clock_timestamp() + make_interval(secs => $2))
       on conflict (key) do update set
         hits = case when bucket.resets_at <= clock_timestamp() then 1 else bucket.hits + 1 end,
         resets_at = case when bucket.resets_at <= clock_timestamp() then excluded.resets_at else bucket.resets_at end
       returning hits, ceil(extract(epoch from resets_at - clock_timestamp()))::int as wait`,
      [key, seconds],
    );
    return row && row.hits > hits ? Math.max(row.wait, 1) : 0;
  }
}

/** The network that the request came from (see {@link networkOf}); what a client says of itself changes nothing. */
export const Network = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  networkOf(context.switchToHttp().getRequest<Request>().ip),
);
