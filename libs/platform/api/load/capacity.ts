import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config';

/** What asks for a place. A page is drawn by this process, which is more work than looking something up. */
export type Kind = 'vote' | 'read' | 'page';

const COST: Readonly<Record<Kind, number>> = { vote: 1, read: 1, page: 2 };
/** While the process cannot keep up with itself, so much of the places for reads is left. */
const SHARE_WHEN_LATE = 1 / 8;
const WINDOW_MS = 500;
const RESOLUTION_MS = 10;

export interface Bounds {
  readonly capacity: number;
  readonly capacityForVotes: number;
  readonly eventLoopDelayMs: number;
}

/** Who keeps a place gives it back once; again changes nothing. */
export type Leave = () => void;

/**
 * The places of this process: how many requests it works on at once. Votes may take every place; what reads may not take is
 * kept free for them. Where the event loop itself is late, most places for reads are closed as well: a process that does
 * sums for a second answers nobody, votes included.
 */
@Injectable()
export class Capacity implements OnApplicationShutdown {
  private readonly delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private readonly bounds: Bounds;
  private readonly timer: NodeJS.Timeout;
  private taken = 0;
  private refused = 0;
  private delay = 0;
  private draining = false;

  constructor({ load }: Config) {
    this.bounds = load;
    this.delays.enable();
    this.timer = setInterval(() => {
      // The histogram is of the whole time between two looks, so an idle process has the resolution itself.
      this.noteDelay(this.delays.count > 0 ? this.delays.mean / 1e6 - RESOLUTION_MS : 0);
      this.delays.reset();
    }, WINDOW_MS);
    this.timer.unref();
  }

  /** A place, or null when there is none for this kind. */
  enter(kind: Kind): Leave | null {
    if (!this.hasRoom(kind)) {
      this.refused += 1;
      return null;
    }
    const cost = COST[kind];
    this.taken += cost;
    let isHere = true;
    return () => {
      if (isHere) this.taken -= cost;
      isHere = false;
    };
  }

  /** Whether there is a place now, without taking it. */
  hasRoom(kind: Kind): boolean {
    return this.taken + COST[kind] <= this.placesFor(kind);
  }

  /** How late the event loop runs, on average, in milliseconds. */
  noteDelay(ms: number): void {
    this.delay = ms;
  }

  /** How many were sent away so far. */
  get sentAway(): number {
    return this.refused;
  }

  /** This process is about to end: it finishes what it has, and asks everybody to go elsewhere for more. */
  drain(): void {
    this.draining = true;
  }

  get isDraining(): boolean {
    return this.draining;
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.delays.disable();
  }

  private placesFor(kind: Kind): number {
    const { capacity, capacityForVotes, eventLoopDelayMs } = this.bounds;
    if (kind === 'vote') return capacity;
    const places = capacity - capacityForVotes;
    return this.delay > eventLoopDelayMs ? Math.max(2, Math.ceil(places * SHARE_WHEN_LATE)) : places;
  }
}
