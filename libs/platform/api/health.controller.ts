import { setTimeout as wait } from 'node:timers/promises';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  HealthCheck,
  HealthCheckService,
  HealthIndicatorService,
  TypeOrmHealthIndicator,
  type HealthCheckResult,
  type HealthIndicatorResult,
} from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { Public } from './access-rule';
import { pendingMigrations } from './database';

const PATIENCE_MS = 2_000;

/** For the orchestrator: live = the process answers, ready = it may be sent requests. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly dataSource: DataSource,
  ) {}

  @Public()
  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Public()
  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      () => this.database.pingCheck('database', { timeout: PATIENCE_MS }),
      () => this.migrations(),
    ]);
  }

  private async migrations(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('migrations');
    // A database that stopped in the middle of things never answers, and whoever asks here has to hear that too.
    const late = wait(PATIENCE_MS, null, { ref: false });
    const pending = await Promise.race([pendingMigrations(this.dataSource).catch(() => null), late]);
    if (pending === null) return indicator.down({ message: 'not readable' });
    return pending.length === 0 ? indicator.up() : indicator.down({ pending });
  }
}
