import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config';
import { keptUnder, PHOTOS } from '../pictures/picture-files';
import { Repeated } from '../repeated';
import { MediaGate } from './media-gate';
import { MediaStore } from './media-store';

const EVERY_MS = 30 * 60_000;
/** Longer than any photo takes from its first file to the row that names it. */
const SPARED_MS = 60 * 60_000;
const AT_ONCE = 500;

/**
 * Removes the files of photos that no room knows any more, and of those that were never placed: the row goes in the
 * transaction of whoever removes a photo, and its files follow here, so that nothing has to succeed in two places at once.
 */
@Injectable()
export class SweepMedia implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeated = new Repeated('Media', EVERY_MS, () =>
    this.execute(new Date(Date.now() - SPARED_MS)),
  );

  constructor(
    private readonly config: Config,
    private readonly gate: MediaGate,
    private readonly store: MediaStore,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.processRoles.includes('mail')) this.repeated.startLater();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeated.end();
  }

  /** Answers how many files it removed; what was stored after `before` is spared. */
  async execute(before: Date): Promise<number> {
    let removed = 0;
    let batch: string[] = [];
    const flush = async (): Promise<void> => {
      const lost = new Set(await this.gate.unknownOf([...new Set(batch.map(keptUnder))]));
      for (const path of batch.filter((one) => lost.has(keptUnder(one)))) {
        await this.store.remove(path);
        removed += 1;
      }
      batch = [];
    };
    for await (const { path, storedAt } of this.store.list(PHOTOS)) {
      if (storedAt >= before) continue;
      batch.push(path);
      if (batch.length === AT_ONCE) await flush();
    }
    await flush();
    return removed;
  }
}
