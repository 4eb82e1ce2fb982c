/** Names the process that started this one; set by `npm start` and by whoever starts the program for the journeys. */
export const PARENT_VARIABLE = 'BUURTSTEM_PARENT_PID';

/**
 * Calls `onGone` once when the process named in BUURTSTEM_PARENT_PID has ended; without that variable, never.
 *
 * A starter that is killed with -9 cannot tell us to stop, and we would keep its port. Gives a function that ends the
 * watch. The watch alone does not keep the process alive.
 */
export function watchParent(
  env: Readonly<Record<string, string | undefined>>,
  onGone: () => void,
  everyMs = 500,
): () => void {
  const parent = Number(env[PARENT_VARIABLE]);
  if (!Number.isInteger(parent) || parent <= 0) return () => undefined;
  const timer = setInterval(() => {
    if (isStillParent(parent)) return;
    clearInterval(timer);
    onGone();
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

function isStillParent(parent: number): boolean {
  // Elsewhere an orphan gets another parent; Windows keeps the old number, so the process itself is asked for.
  if (process.platform !== 'win32') return process.ppid === parent;
  try {
    process.kill(parent, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
