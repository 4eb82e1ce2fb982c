/** What waits or measures, and not what says which time it is. */
export const RUNNING = [
  'hrtime',
  'nextTick',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/**
 * The clock of this process stands still, while timers go on: what is kept for a moment stays fresh however long a busy machine
 * takes. Until `jest.useRealTimers()`.
 */
export function stopTime(now = new Date('2026-11-29T13:32:10.250Z')): void {
  jest.useFakeTimers({ now, doNotFake: [...RUNNING] });
}
