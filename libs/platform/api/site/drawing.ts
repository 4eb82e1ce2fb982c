import { Refusal } from '@buurtstem/shared-domain';
import type { ResourceLimits } from 'node:worker_threads';
import {
  DrawingThread,
  ThreadEnded,
  type DrawnPage,
  type PageToDraw,
  type ThreadOptions,
} from './drawing-thread';
import type { Drawn, PageContext, PageRequest, SiteEngine } from './site';

/**
 * Enough that the thread has something to do while a page waits for what it asked. More are no sooner done: they only hold what they
 * are made of for longer.
 */
const AT_ONCE = 3;
/** Once by the thread that ended, once by the next. */
const TRIES = 2;
/** A thread that does not say a word for so long, with a page overdue, is in a loop. */
const SILENT_MS = 2_000;

/**
 * What a thread may hold, in megabytes. Drawing leaves much behind, and V8 lets a heap without a limit grow to a few times what is in
 * use before it looks what can go. A young generation of twice or four times this size draws as fast (docs/performance-history.md).
 */
const LIMITS: ResourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 12 };

export interface DrawingOptions extends Omit<ThreadOptions, 'limits'> {
  readonly limits?: ResourceLimits;
  /** Who waits longer is told to come back, and nothing waits for the page any more. */
  readonly drawWithinMs: number;
  readonly silentMs?: number;
  /** Told of every thread that ended by itself. */
  readonly onFailure: (error: unknown) => void;
}

/** A page that somebody waits for. */
interface Job {
  readonly page: PageToDraw;
  tries: number;
  done(drawn: DrawnPage | null): void;
  fail(error: unknown): void;
}

/**
 * Draws the pages in a thread of their own: a page takes tens of milliseconds, in which this one would answer nobody, and
 * leaves megabytes behind. When the thread ends, because its memory is full or for whatever reason, the pages that it was at
 * are drawn once more by the next one, and votes never hear of it.
 */
export class Drawing implements SiteEngine {
  private readonly waiting: Job[] = [];
  private readonly atWork = new Set<Job>();
  private thread: DrawingThread | null = null;
  private isClosed = false;

  /** Starts at once, so that the site's bundle is loaded while this thread loads its own. */
  constructor(private readonly options: DrawingOptions) {
    this.start();
  }

  /** When pages can be drawn; fails where the site's bundle cannot be loaded. */
  ready(): Promise<void> {
    return this.start().ready;
  }

  async handle({ url, host }: PageRequest, { kept, ...context }: PageContext): Promise<Drawn | null> {
    const drawn = await this.drawn({ url, host, context, kept });
    return drawn && { ...drawn, text: () => Promise.resolve(drawn.text) };
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.thread?.end();
  }

  private drawn(page: PageToDraw): Promise<DrawnPage | null> {
    return new Promise((done, fail) => {
      const job: Job = { page, tries: 0, done, fail };
      const timer = setTimeout(() => this.giveUp(job), this.options.drawWithinMs);
      job.done = (drawn) => {
        clearTimeout(timer);
        done(drawn);
      };
      job.fail = (error) => {
        clearTimeout(timer);
        fail(error);
      };
      this.waiting.push(job);
      this.next();
    });
  }

  private next(): void {
    while (this.atWork.size < AT_ONCE) {
      const job = this.waiting.shift();
      if (!job) return;
      this.atWork.add(job);
      void this.draw(job);
    }
  }

  private async draw(job: Job): Promise<void> {
    try {
      job.tries += 1;
      const thread = this.start();
      await thread.ready;
      job.done(await thread.draw(job.page));
    } catch (error) {
      // Who was given up on meanwhile is at work no more.
      if (error instanceof ThreadEnded && job.tries < TRIES && this.atWork.has(job))
        this.waiting.unshift(job);
      else job.fail(error);
    }
    this.atWork.delete(job);
    this.next();
  }

  /** Nobody waits for it any more, so others need not wait for it either, even if it never comes. */
  private giveUp(job: Job): void {
    const place = this.waiting.indexOf(job);
    if (place >= 0) this.waiting.splice(place, 1);
    job.fail(new Refusal('temporarily-unavailable'));
    if (!this.atWork.delete(job)) return;
    this.thread?.endUnlessItAnswers(this.options.silentMs ?? SILENT_MS).catch(() => undefined);
    this.next();
  }

  /** The thread that there is, or the next one. */
  private start(): DrawingThread {
    if (this.isClosed) throw new Refusal('temporarily-unavailable');
    if (this.thread) return this.thread;
    const thread = new DrawingThread({ limits: LIMITS, ...this.options });
    this.thread = thread;
    void thread.ended.then((error) => {
      this.thread = null;
      if (!this.isClosed) this.options.onFailure(error);
    });
    return thread;
  }
}
