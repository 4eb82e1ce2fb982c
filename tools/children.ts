import type { ChildProcess } from 'node:child_process';
import { untilTold } from './until-told.ts';

/**
 * For a process that has nothing to finish: it ends at once when we end, however we end but by a SIGKILL, when nothing can
 * be done any more. For that case our own programs watch us (`BUURTSTEM_PARENT_PID`).
 */
export function endWithUs(child: ChildProcess): void {
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
}

/**
 * Does the work, and whatever becomes of it clears up after it, once: also when we are told to end while it is done (Ctrl-C,
 * a signal, the end of npm). Then that is the end of us.
 */
export async function unlessTold(work: () => Promise<void>, clearUp: () => Promise<void>): Promise<void> {
  let cleared: Promise<void> | undefined;
  const clear = (): Promise<void> => (cleared ??= clearUp());
  void untilTold(process.env).then(async (why) => {
    console.error(`Broken off by ${why}.`);
    // What breaks from here on breaks since what it needs is cleared away.
    process.on('uncaughtException', () => undefined);
    try {
      await clear();
    } finally {
      process.exit(130);
    }
  });
  try {
    await work();
  } finally {
    await clear();
  }
}
