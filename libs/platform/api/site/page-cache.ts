import { Injectable } from '@nestjs/common';

/** A page as it is sent. */
export interface RenderedPage {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly html: string;
  readonly policy: string;
  /** Changes with every byte of the page. */
  readonly tag: string;
}

interface Kept {
  readonly page: RenderedPage;
  readonly madeAt: number;
}

/** Until here a page is simply sent; from here on the next one is made while it is still sent. */
export const FRESH_MS = 1000;
/** No page is sent that is older: so long may another process that hid a plan be unheard of here. */
export const KEPT_MS = 2000;
const MOST_PAGES = 200;
const MOST_CHARACTERS = 8_000_000;

/**
 * The pages that visitors who are not signed in saw a moment ago. However many ask at once, each page is rendered by one;
 * and who asks after a write was answered in this process sees what was written (see `forgetAfterWrites`).
 */
@Injectable()
export class PageCache {
  private readonly kept = new Map<string, Kept>();
  private readonly underWay = new Map<string, Promise<RenderedPage>>();
  private characters = 0;
  /** Goes up at every write: a page that was begun before is not kept after. */
  private writes = 0;

  /** The page under this key, at most `KEPT_MS` old; `now` in milliseconds, of a clock that only goes forward. */
  async page(
    key: string,
    render: () => Promise<RenderedPage>,
    now: () => number = () => performance.now(),
  ): Promise<RenderedPage> {
    const known = this.kept.get(key);
    const age = known ? now() - known.madeAt : Infinity;
    if (!known || age > KEPT_MS) return this.make(key, render, now);
    // What fails while nobody waits for it is told to whoever waits for it next.
    if (age > FRESH_MS) this.make(key, render, now).catch(() => undefined);
    return known.page;
  }

  forget(): void {
    this.writes += 1;
    this.characters = 0;
    this.kept.clear();
    // Who asks from now on does not get a page that was begun before either.
    this.underWay.clear();
  }

  private make(key: string, render: () => Promise<RenderedPage>, now: () => number): Promise<RenderedPage> {
    const running = this.underWay.get(key);
    if (running) return running;
    const [madeAt, writes] = [now(), this.writes];
    const made = render()
      .then((page) => {
        if (writes === this.writes && page.status === 200) this.keep(key, { page, madeAt });
        return page;
      })
      .finally(() => {
        if (this.underWay.get(key) === made) this.underWay.delete(key);
      });
    this.underWay.set(key, made);
    return made;
  }

  private keep(key: string, kept: Kept): void {
    this.drop(key);
    this.kept.set(key, kept);
    this.characters += kept.page.html.length;
    // A Map remembers in which order its keys came: the first is the page that was made longest ago.
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_PAGES && this.characters <= MOST_CHARACTERS) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.characters -= this.kept.get(key)?.page.html.length ?? 0;
    this.kept.delete(key);
  }
}
