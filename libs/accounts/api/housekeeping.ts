import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config, Repeated } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { Retention } from './retention';

const EVERY_MS = 15 * 60_000;

/** Keeps the house: ends what is over (sessions, counters), and throws away what need not be kept (see {@link Retention}). */
@Injectable()
export class AccountHousekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeated = new Repeated('Accounts', EVERY_MS, () => this.execute());

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly retention: Retention,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.processRoles.includes('mail')) this.repeated.startLater();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeated.end();
  }

  async execute(): Promise<void> {
    await this.dataSource.query('delete from session where expires_at < clock_timestamp()');
    await this.dataSource.query('delete from rate_bucket where resets_at < clock_timestamp()');
    await this.retention.execute();
  }
}
