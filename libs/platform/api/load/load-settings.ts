/** How much one process takes on at once, and how long it lets anybody wait. Times are in milliseconds. */
export interface LoadSettings {
  /** Requests that are worked on at once; who comes on top is told to come back. */
  readonly capacity: number;
  /** So many of these places only votes may take. */
  readonly capacityForVotes: number;
  /** From this delay of the event loop on, hardly any reads are taken in. */
  readonly eventLoopDelayMs: number;
  /** The longest wait for a connection to the database. */
  readonly databaseWaitMs: number;
  /** Who waits longer for a vote or a page is told that it did not work out. */
  readonly answerWithinMs: number;
  /** Sockets that are open at once; the next one is closed again. */
  readonly maxConnections: number;
  /** The head of a request is in by then; also how long somebody may stay connected and say nothing. */
  readonly headersWithinMs: number;
  /** And what follows the head; photos and tables may take six times as long. */
  readonly bodyWithinMs: number;
  /** From "not ready" until nobody new is let in, so that whoever shares out the requests hears of it. */
  readonly drainMs: number;
}

/** What the environment calls them, within which bounds, and what they are when nobody says anything. */
const SETTINGS = {
  capacity: ['CAPACITY', 2, 100_000, 200],
  capacityForVotes: ['CAPACITY_FOR_VOTES', 0, 99_999, 50],
  eventLoopDelayMs: ['EVENT_LOOP_DELAY_MS', 20, 600_000, 250],
  databaseWaitMs: ['DATABASE_WAIT_MS', 100, 600_000, 3_000],
  answerWithinMs: ['ANSWER_WITHIN_MS', 500, 600_000, 10_000],
  maxConnections: ['MAX_CONNECTIONS', 10, 1_000_000, 5_000],
  headersWithinMs: ['HEADERS_WITHIN_MS', 500, 600_000, 10_000],
  bodyWithinMs: ['BODY_WITHIN_MS', 500, 600_000, 20_000],
  drainMs: ['DRAIN_MS', 0, 60_000, 0],
} as const satisfies Record<keyof LoadSettings, readonly [string, number, number, number]>;

/** In production somebody shares out the requests, and looks every few seconds whether a process is ready. */
const DRAIN_IN_PRODUCTION_MS = 3_000;

/** Reads them all; adds a line for each mistake. */
export function readLoad(
  env: Readonly<Record<string, string | undefined>>,
  mode: string,
  mistakes: string[],
): LoadSettings {
  const read = ([name, min, max, usual]: readonly [string, number, number, number]): number => {
    const text = env[name]?.trim() ?? '';
    if (text === '') return usual;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(value >= min && value <= max))
      mistakes.push(`${name} must be a whole number from ${min} to ${max}`);
    return value;
  };
  const drainUnsaid = (env['DRAIN_MS']?.trim() ?? '') === '' && mode === 'production';
  const settings: LoadSettings = {
    capacity: read(SETTINGS.capacity),
    capacityForVotes: read(SETTINGS.capacityForVotes),
    eventLoopDelayMs: read(SETTINGS.eventLoopDelayMs),
    databaseWaitMs: read(SETTINGS.databaseWaitMs),
    answerWithinMs: read(SETTINGS.answerWithinMs),
    maxConnections: read(SETTINGS.maxConnections),
    headersWithinMs: read(SETTINGS.headersWithinMs),
    bodyWithinMs: read(SETTINGS.bodyWithinMs),
    drainMs: drainUnsaid ? DRAIN_IN_PRODUCTION_MS : read(SETTINGS.drainMs),
  };
  if (settings.capacityForVotes >= settings.capacity)
    mistakes.push('CAPACITY_FOR_VOTES must be less than CAPACITY, else nobody could read');
  return settings;
}
