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
import { Capacity } from './load/capacity';

/** For the orchestrator: live = the process answers, ready = it may be sent requests. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly dataSource: DataSource,
    private readonly capacity: Capacity,
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
      () => this.process(),
      () => this.database.pingCheck('database', { timeout: 2_000 }),
      () => this.migrations(),
    ]);
  }

  private process(): HealthIndicatorResult {
    const indicator = this.indicators.check('process');
    return this.capacity.isDraining ? indicator.down({ message: 'ending' }) : indicator.up();
  }

  private async migrations(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('migrations');
    const pending = await pendingMigrations(this.dataSource).catch(() => null);
    if (pending === null) return indicator.down({ message: 'not readable' });
    return pending.length === 0 ? indicator.up() : indicator.down({ pending });
  }
}
