import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@buurtstem/platform-api';
import { AssembleDigests } from '../digest/assemble-digests';
import { KeepPromises } from './keep-promises';
import { SendQueuedMail } from './send-queued-mail';

const PAUSE_MS = 2_000;
const PAUSE_AFTER_FAILURE_MS = 15_000;

/** Keeps sending while the process runs, where it has the role `mail`. */
@Injectable()
export class MailWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Mail');
  private readonly stop = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: Config,
    private readonly keepPromises: KeepPromises,
    private readonly assembleDigests: AssembleDigests,
    private readonly sendQueuedMail: SendQueuedMail,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.processRoles.includes('mail')) this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  /** What is done in one go: small enough to stop after. */
  private async work(): Promise<number> {
    const kept = await this.keepPromises.execute();
    const assembled = await this.assembleDigests.execute();
    return kept + assembled + (await this.sendQueuedMail.execute());
  }

  private async run(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      const pause = await this.work().then(
        (done) => (done > 0 ? 0 : PAUSE_MS),
        (error: unknown) => {
          this.logger.error(`Mail could not be sent: ${String(error)}`);
          return PAUSE_AFTER_FAILURE_MS;
        },
      );
      // Waking up because the process stops is the only way in which this wait can fail.
      if (pause > 0) await wait(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
