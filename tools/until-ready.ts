import { setTimeout as wait } from 'node:timers/promises';

const ANSWER_WITHIN_MS = 3_000;

export interface Patience {
  readonly withinMs: number;
  /** How often it is asked. */
  readonly everyMs: number;
  /** Whether the process has ended: then there is nothing to wait for. */
  readonly isOver: () => boolean;
  /** During maintenance a process lives, and is ready for nobody. */
  readonly door?: 'live' | 'ready';
}

/** Throws when the API on this port is not ready in time, or has ended. */
export async function untilReady(
  port: number,
  { withinMs, everyMs, isOver, door = 'ready' }: Patience,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline && !isOver()) {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    // Nobody listens yet, or nobody answers: that is the answer no.
    const answer = await fetch(`http://127.0.0.1:${port}/health/${door}`, { signal }).catch(() => undefined);
    // One that ended meanwhile did not answer: another process has its port.
    if (answer?.ok && !isOver()) return;
    await wait(everyMs);
  }
  throw new Error(
    isOver()
      ? 'The API ended before it was ready.'
      : `The API was not ready within ${withinMs / 1000} seconds.`,
  );
}
