import { Refusal } from '@buurtstem/shared-domain';
import type { ResourceLimits } from 'node:worker_threads';
import { AskedBefore } from './asked-before';
import {
  DrawingThread,
  ThreadEnded,
  type DrawnPage,
  type PageToDraw,
  type ThreadOptions,
} from './drawing-thread';
import type { Answering } from './own-api';
import type { Drawn, PageContext, PageRequest, SiteEngine } from './site';

/** Pages under way at most: the thread is at one of them, and the others wait for what they asked. */
const AT_ONCE = 3;
/** So many of those whose turn comes next are asked for what they will ask, so that they need not wait for it then. */
const AHEAD = 2;
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
  readonly page: PageRequest;
  readonly context: PageContext;
  /** What was asked of the API ahead; null until it is near its turn. */
  ahead: Map<string, Answering> | null;
  /** Questions of the page, under way, that are not answered. */
  waitsFor: number;
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
  private readonly before = new AskedBefore();
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

  async handle(page: PageRequest, context: PageContext): Promise<Drawn | null> {
    const drawn = await this.drawn(page, context);
    return drawn && { ...drawn, text: () => Promise.resolve(drawn.text) };
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.thread?.end();
  }

  private drawn(page: PageRequest, context: PageContext): Promise<DrawnPage | null> {
    return new Promise((done, fail) => {
      const job: Job = { page, context, ahead: null, waitsFor: 0, tries: 0, done, fail };
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
    while (this.mayBegin()) {
      const job = this.waiting.shift();
      if (!job) return;
      this.askAhead(job);
      this.atWork.add(job);
      void this.draw(job);
    }
    for (const job of this.waiting.slice(0, AHEAD)) this.askAhead(job);
  }

  /**
   * Whether another page may begin: where those under way all wait for an answer, since two that are drawn at once only hold
   * what they are made of for longer. None beside one that was there when a thread ended: it may end the next one too.
   */
  private mayBegin(): boolean {
    const others = [...this.atWork];
    return others.length < AT_ONCE && others.every(({ waitsFor, tries }) => waitsFor > 0 && tries === 1);
  }

  /** Asks what the last page of its kind asked. What fails is asked again, once the page asks for it. */
  private askAhead(job: Job): void {
    if (job.ahead) return;
    const ahead = new Map<string, Answering>();
    job.ahead = ahead;
    if (!job.context.mayAskAhead) return;
    for (const address of this.before.of(kindOf(job))) {
      const answer = job.context.ask(address);
      ahead.set(address, answer);
      if (answer instanceof Promise)
        answer.then(
          (said) => ahead.set(address, said),
          () => ahead.delete(address),
        );
    }
  }

  private async draw(job: Job): Promise<void> {
    try {
      job.tries += 1;
      const thread = this.start();
      await thread.ready;
      const drawn = await thread.draw(this.toDraw(job));
      if (drawn && job.context.mayAskAhead) this.before.note(kindOf(job), drawn.asked.map(addressOf));
      job.done(drawn);
    } catch (error) {
      // Who was given up on meanwhile is at work no more.
      if (error instanceof ThreadEnded && job.tries < TRIES && this.atWork.has(job))
        this.waiting.unshift(job);
      else job.fail(error);
    }
    this.atWork.delete(job);
    this.next();
  }

  private toDraw(job: Job): PageToDraw {
    const { publicUrl, cookie, now } = job.context;
    const ahead = [...(job.ahead ?? [])];
    const answered = ahead.flatMap(([address, answer]) =>
      answer instanceof Promise ? [] : [[address, answer] as const],
    );
    return {
      ...job.page,
      context: { publicUrl, cookie, now },
      answered,
      ask: (address) => this.answer(job, address),
    };
  }

  private answer(job: Job, address: string): Answering {
    const answer = job.ahead?.get(address) ?? job.context.ask(address);
    if (!(answer instanceof Promise)) return answer;
    job.waitsFor += 1;
    this.next();
    return answer.finally(() => (job.waitsFor -= 1));
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

/** Pages at one address are of two kinds: who is signed in is told more. */
function kindOf({ page, context }: Job): string {
  const { pathname, search } = new URL(page.url);
  return `${context.cookie === undefined ? 'visitor' : 'resident'} ${pathname}${search}`;
}

function addressOf([address]: readonly [string, string | null]): string {
  return address;
}
