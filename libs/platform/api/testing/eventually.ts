import { isDeepStrictEqual } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * What `ask` tells once it tells `wanted`, or after ten seconds whatever it tells then, for `expect` to compare. For work that
 * nobody waits for: a spec that looks at once would see it or not.
 */
export async function eventually<T>(ask: () => Promise<T>, wanted: T): Promise<T> {
  const end = performance.now() + 10_000;
  for (;;) {
    const told = await ask();
    if (isDeepStrictEqual(told, wanted) || performance.now() > end) return told;
    await wait(10);
  }
}
