import { Refusal } from '@buurtstem/shared-domain';

/** How much of the machine drawing may take. */
interface Bounds {
  /** Drawn at the same time. */
  readonly atOnce: number;
  /** Waiting for their turn; whoever comes after them is asked to come back. */
  readonly waiting: number;
  /** Kept; the one that was asked for longest ago goes first. */
  readonly kept: number;
}

/**
 * Drawn things by what they show: each is drawn once, however many ask, and a crowd that asks for many cannot take the
 * machine away from those who vote.
 */
export class Drawings<T> {
  private readonly drawn = new Map<string, Promise<T>>();
  private readonly queue: (() => void)[] = [];
  private busy = 0;

  constructor(private readonly bounds: Bounds) {}

  get(key: string, draw: () => Promise<T>): Promise<T> {
    const known = this.drawn.get(key);
    const drawing = known ?? this.inTurn(draw);
    this.drawn.delete(key);
    this.drawn.set(key, drawing);
    if (!known) {
      // What failed is tried afresh by the next who asks.
      drawing.catch(() => this.drawn.get(key) === drawing && this.drawn.delete(key));
      this.forgetTheOldest();
    }
    return drawing;
  }

  private async inTurn(draw: () => Promise<T>): Promise<T> {
    if (this.busy >= this.bounds.atOnce) {
      if (this.queue.length >= this.bounds.waiting) throw new Refusal('temporarily-unavailable');
      await new Promise<void>((begin) => this.queue.push(begin));
    } else this.busy += 1;
    try {
      return await draw();
    } finally {
      // The place goes to the next in the queue, or is free.
      const next = this.queue.shift();
      if (next) next();
      else this.busy -= 1;
    }
  }

  private forgetTheOldest(): void {
    for (const key of this.drawn.keys()) {
      if (this.drawn.size <= this.bounds.kept) return;
      this.drawn.delete(key);
    }
  }
}
