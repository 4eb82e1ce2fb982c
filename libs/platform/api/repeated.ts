import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';

/**
 * Work that a process does again and again by itself, one time after the other. What fails is logged, and tried again at the
 * next time: the database may be away for a while.
 */
export class Repeated {
  private readonly logger: Logger;
  private readonly stop = new AbortController();
  private running: Promise<void> | null = null;

  constructor(
    /** Under which it logs. */
    name: string,
    /** From the end of one time to the begin of the next. */
    private readonly pauseMs: number,
    private readonly work: () => Promise<unknown>,
  ) {
    this.logger = new Logger(name);
  }

  /** The first time is now. */
  start(): void {
    this.running ??= this.loop();
  }

  /** The first time is after a pause. */
  startLater(): void {
    this.running ??= this.pause().then(() => this.loop());
  }

  /** No time begins any more, and the one that is under way has ended. */
  async end(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stop.signal.aborted) {
      try {
        await this.work();
      } catch (error) {
        this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      }
      await this.pause();
    }
  }

  private async pause(): Promise<void> {
    // Waking up because the process stops is the only way in which this wait can fail; waiting keeps no process alive.
    await wait(this.pauseMs, undefined, { signal: this.stop.signal, ref: false }).catch(() => undefined);
  }
}
