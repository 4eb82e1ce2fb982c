import { RateLimited } from '@buurtstem/platform-api';
import type { EntityManager } from 'typeorm';

export interface RateLimit {
  readonly key: string;
  readonly hits: number;
  readonly seconds: number;
}

/**
 * Counts one hit, and refuses when there are more than the limit within its window. The counters stand in the
 * database, so that all processes share them. Call it outside the transaction of the work itself: a hit counts
 * also when the work is undone.
 */
export async function countHit(em: EntityManager, limit: RateLimit): Promise<void> {
  const [row] = await em.query<{ hits: number; wait: number }[]>(
    `insert into rate_bucket as bucket (key, hits, resets_at)
     values ($1, 1, clock_timestamp() + make_interval(secs => $2))
     on conflict (key) do update set
       hits = case when bucket.resets_at <= clock_timestamp() then 1 else bucket.hits + 1 end,
       resets_at = case when bucket.resets_at <= clock_timestamp() then excluded.resets_at else bucket.resets_at end
     returning hits, ceil(extract(epoch from resets_at - clock_timestamp()))::int as wait`,
    [limit.key, limit.seconds],
  );
  if (row && row.hits > limit.hits) throw new RateLimited(Math.max(row.wait, 1));
}
