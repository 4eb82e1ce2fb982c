type Then = (...given: unknown[]) => void;

/** What a thread of Node has of timers; this is typed for the browser. */
export interface Timers {
  setTimeout: (then: Then, ms?: number, ...given: unknown[]) => unknown;
  clearTimeout: (timer: unknown) => void;
  readonly setImmediate: (then: Then, ...given: unknown[]) => object;
  readonly clearImmediate: (timer: object) => void;
}

/**
 * Makes a pause without a length none. Angular lets the browser paint before each round of drawing (`setTimeout` without a
 * time); where nobody looks that is a millisecond, several times a page, in which the thread that draws would do nothing.
 */
export function withoutPauses(timers: Timers): void {
  const { setTimeout, clearTimeout, setImmediate, clearImmediate } = timers;
  const atOnce = new WeakSet();
  // What Node hangs on the function, for `promisify`, goes with it.
  timers.setTimeout = Object.assign((then: Then, ms = 0, ...given: unknown[]): unknown => {
    if (ms > 0) return setTimeout(then, ms, ...given);
    const timer = setImmediate(then, ...given);
    atOnce.add(timer);
    return timer;
  }, setTimeout);
  timers.clearTimeout = (timer) =>
    typeof timer === 'object' && timer !== null && atOnce.has(timer)
      ? clearImmediate(timer)
      : clearTimeout(timer);
}
