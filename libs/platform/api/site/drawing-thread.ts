import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { Answering, ApiAnswer } from './own-api';

/** A page as the thread gets it. */
export interface PageToDraw {
  /** The whole address, with the host that was asked: the site's bundle refuses hosts that are not ours. */
  readonly url: string;
  readonly host: string;
  /** What the page is told (`apps/web/src/request-context.ts`), but for what it asks. */
  readonly context: object;
  /** What the API has answered already of what it may ask. */
  readonly answered: Iterable<readonly [string, ApiAnswer]>;
  /** All else. */
  ask(address: string): Answering;
}

/** As it comes back. */
export interface DrawnPage {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
  /** What it asked the API, and how each answer was marked; null where it was not. */
  readonly asked: readonly (readonly [string, string | null])[];
}

interface Question {
  readonly is: 'question';
  readonly page: number;
  readonly question: number;
  readonly address: string;
}

/** What the other side says (`apps/web/src/drawing.ts`). */
type Said =
  | { readonly is: 'here' }
  | Question
  /** Null where the site has no page at all. */
  | { readonly is: 'page'; readonly page: number; readonly drawn: DrawnPage | null }
  | { readonly is: 'failure'; readonly page: number; readonly name: string; readonly stack: string };

export interface ThreadOptions {
  /** The built `server.mjs`, which draws pages when it is started as a thread. */
  readonly serverBundle: string;
  /** Host names that pages are drawn for; any other gets 400. */
  readonly allowedHosts: readonly string[];
  readonly limits: ResourceLimits;
}

/** The thread ended before the page was drawn; another thread may draw it. */
export class ThreadEnded extends Error {}

interface UnderWay {
  readonly page: PageToDraw;
  drawn(page: DrawnPage | null): void;
  failed(error: Error): void;
}

/** A thread that has the site's bundle and draws pages. Once it has ended it stays so. */
export class DrawingThread {
  /** When the bundle is loaded; fails where it cannot be. */
  readonly ready: Promise<void>;
  /** For whatever reason. */
  readonly ended: Promise<ThreadEnded>;
  private readonly worker: Worker;
  private readonly underWay = new Map<number, UnderWay>();
  private pages = 0;
  /** Who waits for a sign that it listens. */
  private signs: (() => void)[] = [];

  constructor({ serverBundle, allowedHosts, limits }: ThreadOptions) {
    // The size that the process was started with is for the heap that there is; for the thread's it would count more than its limits.
    setFlagsFromString('--max-semi-space-size=0');
    this.worker = new Worker(pathToFileURL(serverBundle), {
      workerData: { drawsFor: [...allowedHosts] },
      resourceLimits: limits,
      // It needs nothing of how the process was started, and none of its secrets.
      execArgv: [],
      env: {},
    });
    // The process ends when it is done with all else.
    this.worker.unref();
    this.worker.on('message', (said: Said) => this.hear(said));
    this.ended = new Promise((settle) => {
      let why = 'it was ended';
      this.worker.on('error', (error: Error) => (why = error.stack ?? error.message));
      this.worker.once('exit', () => settle(new ThreadEnded(`The thread that draws pages ended: ${why}`)));
    });
    void this.ended.then((error) => {
      for (const { failed } of this.underWay.values()) failed(error);
      this.underWay.clear();
    });
    this.ready = this.sign();
    // Whoever waits for it hears of it; before that it is nobody's failure.
    this.ready.catch(() => undefined);
  }

  draw(page: PageToDraw): Promise<DrawnPage | null> {
    const number = ++this.pages;
    const { url, host, context, answered } = page;
    this.worker.postMessage({ is: 'page', page: number, url, host, context, answered: [...answered] });
    return new Promise((drawn, failed) => this.underWay.set(number, { page, drawn, failed }));
  }

  /** Ends it, unless it answers within this time: who is in a loop without an end does not. */
  async endUnlessItAnswers(withinMs: number): Promise<void> {
    await this.ready;
    const timer = setTimeout(() => void this.end(), withinMs);
    this.worker.postMessage({ is: 'call' });
    await this.sign().catch(() => undefined);
    clearTimeout(timer);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private sign(): Promise<void> {
    return new Promise((here, failed) => {
      this.signs.push(here);
      void this.ended.then(failed);
    });
  }

  private async answer(page: PageToDraw, { question, address }: Question): Promise<void> {
    const tell = (answer: ApiAnswer | null): void =>
      this.worker.postMessage({ is: 'answer', question, answer });
    try {
      const answer = page.ask(address);
      tell(answer instanceof Promise ? await answer : answer);
    } catch {
      // The page shows that a part of it did not come, as the browser does when there is no connection.
      tell(null);
    }
  }

  private hear(said: Said): void {
    if (said.is === 'here') {
      for (const sign of this.signs.splice(0)) sign();
      return;
    }
    const page = this.underWay.get(said.page);
    if (!page) return;
    if (said.is === 'question') return void this.answer(page.page, said);
    this.underWay.delete(said.page);
    if (said.is === 'page') return page.drawn(said.drawn);
    const error = new Error(said.name);
    [error.name, error.stack] = [said.name, said.stack];
    page.failed(error);
  }
}
