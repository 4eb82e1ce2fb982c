import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';

const EVERY_MS = 15 * 60_000;

/** Throws away what nobody can use any more: ended sessions, old requests with their addresses, old counters. */
@Injectable()
export class AccountHousekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Accounts');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
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
    await this.dataSource.query(
      `delete from sign_in_request where expires_at < clock_timestamp() - interval '1 day'`,
    );
    await this.dataSource.query('delete from rate_bucket where resets_at < clock_timestamp()');
  }
}
