import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { Retention } from './retention';

const EVERY_MS = 15 * 60_000;

/** Keeps the house: ends what is over (sessions, counters), and throws away what need not be kept (see {@link Retention}). */
@Injectable()
export class AccountHousekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Accounts');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly retention: Retention,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.processRoles.includes('mail')) return;
    this.timer = setInterval(() => {
      this.execute().catch((error: unknown) => this.logger.error(`Housekeeping failed: ${String(error)}`));
    }, EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async execute(): Promise<void> {
    await this.dataSource.query('delete from session where expires_at < clock_timestamp()');
    await this.dataSource.query('delete from rate_bucket where resets_at < clock_timestamp()');
    await this.retention.execute();
  }
}
