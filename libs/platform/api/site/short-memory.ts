/** Until here what is kept is simply sent; from here on the next one is made while it is still sent. */
export const FRESH_MS = 500;
/**
 * Nothing older is sent. A page is drawn from answers that may be as old, so what another process hid is unheard of here for
 * twice as long at most: two seconds.
 */
export const KEPT_MS = 1000;

interface Kept<T> {
  readonly what: T;
  readonly madeAt: number;
}

/** How much is kept at most. */
export interface MemoryBounds<T> {
  readonly things: number;
  readonly size: number;
  sizeOf(thing: T): number;
  /** What is only for those who asked for it just now. */
  isKept(thing: T): boolean;
}

/** Is told what was kept last, however old; null after a write too. What still says the same may be given back. */
type Make<T> = (last: T | null) => Promise<T>;
type Time = () => number;
const TIME: Time = () => performance.now();

/**
 * What was made a moment ago for nobody in particular. However many ask at once, each thing is made by one; and who asks after
 * a write was answered in this process sees what was written (see `ForgetAfterWrites`).
 */
export class ShortMemory<T> {
  private readonly kept = new Map<string, Kept<T>>();
  private readonly underWay = new Map<string, Promise<T>>();
  private size = 0;
  /** Goes up at every write: what was begun before is not kept after. */
  private writes = 0;

  constructor(private readonly bounds: MemoryBounds<T>) {}

  /** What is under this key, at most `KEPT_MS` old; `now` in milliseconds, of a clock that only goes forward. */
  async of(key: string, make: Make<T>, now: Time = TIME): Promise<T> {
    const known = this.kept.get(key);
    const age = known ? now() - known.madeAt : Infinity;
    if (!known || age > KEPT_MS) return this.make(key, make, now);
    // What fails while nobody waits for it is told to whoever waits for it next.
    if (age > FRESH_MS) this.make(key, make, now).catch(() => undefined);
    return known.what;
  }

  /** The same, where nothing has to be made for it; null tells to ask with `of`. */
  recall(key: string, now: Time = TIME): T | null {
    const known = this.kept.get(key);
    if (!known) return null;
    const age = now() - known.madeAt;
    const mayBeSent = age <= FRESH_MS || (age <= KEPT_MS && this.underWay.has(key));
    return mayBeSent ? known.what : null;
  }

  forget(): void {
    this.writes += 1;
    this.size = 0;
    this.kept.clear();
    // Who asks from now on does not get what was begun before either.
    this.underWay.clear();
  }

  private make(key: string, make: Make<T>, now: Time): Promise<T> {
    const running = this.underWay.get(key);
    if (running) return running;
    const [madeAt, writes] = [now(), this.writes];
    const made = make(this.kept.get(key)?.what ?? null)
      .then((what) => {
        if (writes === this.writes && this.bounds.isKept(what)) this.keep(key, { what, madeAt });
        return what;
      })
      .finally(() => {
        if (this.underWay.get(key) === made) this.underWay.delete(key);
      });
    this.underWay.set(key, made);
    return made;
  }

  private keep(key: string, kept: Kept<T>): void {
    this.drop(key);
    this.kept.set(key, kept);
    this.size += this.bounds.sizeOf(kept.what);
    // A Map remembers in which order its keys came: the first is what was made longest ago.
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.bounds.things && this.size <= this.bounds.size) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const kept = this.kept.get(key);
    if (kept) this.size -= this.bounds.sizeOf(kept.what);
    this.kept.delete(key);
  }
}
