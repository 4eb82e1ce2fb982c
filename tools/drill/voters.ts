import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Town } from './town.ts';

/** One resident's vote on one plan. */
export interface Ballot {
  readonly plan: number;
  readonly resident: string;
  readonly cookie: string;
}

export interface Answer {
  /** 0 where the connection broke, -1 where no answer came in time. */
  readonly status: number;
  readonly ms: number;
}

/** What became of what was asked. */
export interface Tally {
  readonly acknowledged: Ballot[];
  /** 503 and 429: come back later. */
  refused: number;
  /** The connection broke: nobody knows, until it is asked again. */
  broken: number;
  /** Anything else: what must not happen, by status. */
  readonly wrong: Map<number, number>;
  /** No answer at all within the patience of a voter. */
  unanswered: number;
  readonly times: number[];
}

/** Twice as long as the API ever lets a vote wait. */
const PATIENCE_MS = 20_000;
const PAUSE_AFTER_REFUSAL_MS = 100;
/** Who is asked to come back comes in their turn. */
const AT_ONCE_AFTERWARDS = 50;

export interface VotersOptions {
  /** The API to ask now; a drill changes it when it starts another. */
  readonly port: () => number;
  readonly atOnce: number;
  /** How long who was sent away waits; a moment where nothing is said, which is ruder than what they are asked for. */
  readonly pauseMs?: number;
  /** Evenly spread over time; as fast as it goes where nothing is said. */
  readonly perMinute?: number;
  /** The control: a vote counts as acknowledged when it was sent, not when it was answered. */
  readonly hasty?: boolean;
}

/** Residents who vote, many at once, each ballot of its own; who is refused or cut off asks again. */
export class Voters {
  readonly tally: Tally = {
    acknowledged: [],
    refused: 0,
    broken: 0,
    wrong: new Map(),
    unanswered: 0,
    times: [],
  };
  // All connections in turn: one that nobody used for a minute is closed by the API just when somebody writes to it.
  private readonly agent = new Agent({ keepAlive: true, scheduling: 'fifo' });
  private readonly again: Ballot[] = [];
  private readonly fresh: Iterator<Ballot>;
  private readonly town: Town;
  private readonly options: VotersOptions;
  private isOver = false;
  private nextAt = 0;
  private running: Promise<unknown> = Promise.resolve();

  constructor(town: Town, options: VotersOptions) {
    this.town = town;
    this.options = options;
    this.fresh = ballotsOf(town);
  }

  start(): void {
    this.running = Promise.all(
      Array.from({ length: this.options.atOnce }, async () => {
        while (!this.isOver) {
          const ballot = this.next();
          if (!ballot) return;
          await this.turn();
          await this.vote(ballot);
        }
      }),
    );
  }

  /** No new votes; answers what came of all. */
  async stop(): Promise<Tally> {
    this.isOver = true;
    await this.running;
    return this.tally;
  }

  /** Until so many votes more were acknowledged. */
  async acknowledge(count: number, withinMs = 60_000): Promise<void> {
    const wanted = this.tally.acknowledged.length + count;
    const deadline = performance.now() + withinMs;
    while (this.tally.acknowledged.length < wanted && performance.now() < deadline) await wait(5);
  }

  /** Everybody who was sent away or cut off asks again until it is acknowledged; false when that does not work. */
  async settle(withinMs = 60_000): Promise<boolean> {
    const deadline = performance.now() + withinMs;
    while (this.again.length > 0 && performance.now() < deadline) {
      const batch = this.again.splice(0, AT_ONCE_AFTERWARDS);
      await Promise.all(batch.map((ballot) => this.vote(ballot)));
    }
    const isDone = this.again.length === 0;
    this.agent.destroy();
    return isDone;
  }

  /** Waits until it is this voter's turn. */
  private async turn(): Promise<void> {
    if (this.options.perMinute === undefined) return;
    const now = performance.now();
    const at = Math.max(this.nextAt, now);
    this.nextAt = at + 60_000 / this.options.perMinute;
    if (at > now) await wait(at - now);
  }

  private next(): Ballot | undefined {
    return this.again.shift() ?? (this.fresh.next().value as Ballot | undefined);
  }

  private async vote(ballot: Ballot): Promise<void> {
    if (this.options.hasty) this.tally.acknowledged.push(ballot);
    const { status, ms } = await ask(this.options.port(), this.town.slug, ballot, 'for', this.agent);
    this.tally.times.push(ms);
    if (status === 200) {
      if (!this.options.hasty) this.tally.acknowledged.push(ballot);
      return;
    }
    if (status === 503 || status === 429) this.tally.refused += 1;
    else if (status === 0) this.tally.broken += 1;
    else if (status === -1) this.tally.unanswered += 1;
    else this.tally.wrong.set(status, (this.tally.wrong.get(status) ?? 0) + 1);
    if (!this.options.hasty) this.again.push(ballot);
    await wait(this.options.pauseMs ?? PAUSE_AFTER_REFUSAL_MS);
  }
}

/** Sends one vote, or takes it back; never throws. */
export function ask(
  port: number,
  slug: string,
  { plan, cookie }: Ballot,
  choice: 'for' | 'against' | 'none',
  agent: Agent | false = false,
): Promise<Answer> {
  const began = performance.now();
  const body = choice === 'none' ? '' : JSON.stringify({ choice });
  return new Promise((settle) => {
    const done = (status: number): void => settle({ status, ms: performance.now() - began });
    let isLate = false;
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        agent,
        method: choice === 'none' ? 'DELETE' : 'PUT',
        path: `/api/v1/districts/${slug}/proposals/${plan}/my-vote`,
        headers: {
          Cookie: cookie,
          Origin: 'http://drill.example',
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume();
        response.once('end', () => done(response.statusCode ?? 0));
        response.once('error', () => done(0));
        response.once('close', () => done(0));
      },
    );
    const timer = setTimeout(() => {
      isLate = true;
      asked.destroy();
    }, PATIENCE_MS);
    asked.once('close', () => clearTimeout(timer));
    asked.once('error', () => done(isLate ? -1 : 0));
    asked.end(body);
  });
}

/** Plan after plan, and every resident once on each: no two are the same. */
function* ballotsOf({ plans, residents }: Town): Generator<Ballot> {
  for (const plan of plans) for (const { id, cookie } of residents) yield { plan, resident: id, cookie };
}

/** The time within which so many of a hundred were answered, in milliseconds. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0);
}
