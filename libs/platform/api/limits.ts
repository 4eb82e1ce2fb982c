import { createParamDecorator, Injectable, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Gather } from './gather';
import { Prepared } from './prepared';
import { RateLimited } from './problem';
import { networkOf, Pseudonyms } from './pseudonyms';

/** So many times within so many seconds. */
export interface Allowance {
  readonly hits: number;
  readonly seconds: number;
}

/** A try that counts, on one counter. */
interface Hit {
  readonly key: string;
  readonly allowance: Allowance;
}

interface Bucket {
  readonly key: string;
  readonly hits: number;
  readonly wait: number;
}

/**
 * Limits that all processes share, because the counters stand in the database, under pseudonyms. A hit counts also
 * when the work that follows is undone: call it before the transaction of the work itself. Hits that come at about the
 * same time are counted by one statement, each as if it had come by itself.
 */
@Injectable()
export class Limits {
  private readonly tries = new Gather((tries: readonly (readonly Hit[])[]) => this.count(tries));

  constructor(
    private readonly prepared: Prepared,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  /** Counts one hit of `subject` on each allowance of the limit, and throws `RateLimited` when one is spent. */
  async hit(limit: string, subject: string, ...allowances: readonly Allowance[]): Promise<void> {
    const name = this.pseudonyms.of('limit', `${limit} ${subject}`).toString('base64url');
    const longest = await this.tries.ask(
      allowances.map((allowance) => ({ key: `${limit}:${allowance.seconds}:${name}`, allowance })),
    );
    if (longest > 0) throw new RateLimited(longest);
  }

  /** Seconds to wait of each try, 0 when there is room. */
  private async count(tries: readonly (readonly Hit[])[]): Promise<number[]> {
    const added = new Map<string, { seconds: number; hits: number }>();
    for (const { key, allowance } of tries.flat()) {
      const bucket = added.get(key) ?? { seconds: allowance.seconds, hits: 0 };
      added.set(key, { ...bucket, hits: bucket.hits + 1 });
    }
    const buckets = added.size === 0 ? [] : await this.add(added);
    const after = new Map(buckets.map((bucket) => [bucket.key, bucket]));
    // The first of a group came when the others had not: it is judged by what stood there before them.
    const seen = new Map<string, number>();
    return tries.map((hits) =>
      Math.max(
        0,
        ...hits.map(({ key, allowance }) => {
          const nth = (seen.get(key) ?? 0) + 1;
          seen.set(key, nth);
          const bucket = after.get(key);
          const count = (bucket?.hits ?? 0) - (added.get(key)?.hits ?? 0) + nth;
          return bucket && count > allowance.hits ? Math.max(bucket.wait, 1) : 0;
        }),
      ),
    );
  }

  /** In the order of the keys, so that two processes that count at once do not wait for each other in a circle. */
  private add(added: ReadonlyMap<string, { seconds: number; hits: number }>): Promise<Bucket[]> {
    const sorted = [...added].sort(([one], [other]) => (one < other ? -1 : 1));
    return this.prepared.query<Bucket>(
      'count-tries',
      `insert into rate_bucket as bucket (key, hits, resets_at)
       select key, hits, clock_timestamp() + make_interval(secs => seconds)
       from unnest($1::text[], $2::integer[], $3::double precision[]) with ordinality as k (key, hits, seconds, nth) order by nth
       on conflict (key) do update set
         hits = excluded.hits + case when bucket.resets_at <= clock_timestamp() then 0 else bucket.hits end,
         resets_at = case when bucket.resets_at <= clock_timestamp() then excluded.resets_at else bucket.resets_at end
       returning key, hits, ceil(extract(epoch from resets_at - clock_timestamp()))::int as wait`,
      [
        sorted.map(([key]) => key),
        sorted.map(([, { hits }]) => hits),
        sorted.map(([, { seconds }]) => seconds),
      ],
    );
  }
}

/** The network that the request came from (see {@link networkOf}); what a client says of itself changes nothing. */
export const Network = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  networkOf(context.switchToHttp().getRequest<Request>().ip),
);
