import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { DataSource } from 'typeorm';
import { Public } from './access-rule';
import { MovableClock } from './clock';

const YEAR = 366 * 24 * 3600;

export class ClockOffsetDto {
  /** Seconds that the clock runs ahead of the database's; 0 sets it right again. */
  @IsInt()
  @Min(-YEAR)
  @Max(YEAR)
  offsetSeconds: number;
}

/** Moves the clock, so that a journey need not wait a month. Registered in demo and test only. */
@ApiExcludeController()
@Controller('dev/clock')
export class DevClockController {
  constructor(
    private readonly clock: MovableClock,
    private readonly dataSource: DataSource,
  ) {}

  @Public()
  @Put()
  @HttpCode(204)
  move(@Body() offset: ClockOffsetDto): Promise<void> {
    return this.clock.moveTo(this.dataSource.manager, offset.offsetSeconds);
  }
}
