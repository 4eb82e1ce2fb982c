import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import { Clock, Repeated } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { CountRound } from './count-round';
import { PlanRounds } from './plan-rounds';

const EVERY_MS = 1_000;

/**
 * Counts what is due and keeps the calendar a year ahead, by itself. Any number of processes may run it: whoever is
 * second finds the round counted. It asks the database's clock, never its own.
 */
@Injectable()
export class DueRounds implements OnApplicationShutdown {
  private readonly logger = new Logger(DueRounds.name);
  private readonly repeated = new Repeated(DueRounds.name, EVERY_MS, () => this.countDue());

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly districts: Districts,
    private readonly countRound: CountRound,
    private readonly planRounds: PlanRounds,
  ) {}

  /** Starts looking every second, until the application shuts down. */
  start(): void {
    this.repeated.start();
  }

  /** Counts every round whose count date has come, and answers how many this call counted. */
  async countDue(): Promise<number> {
    const now = await this.clock.now(this.dataSource.manager);
    const due = await this.dataSource.query<{ district_id: number; number: number }[]>(
      `select district_id, number from round where state = 'open' and closes_at <= $1 order by closes_at`,
      [now],
    );
    let counted = 0;
    const failures: unknown[] = [];
    for (const { district_id, number } of due) {
      try {
        const decidedBy = await this.countRound.execute(district_id, number);
        counted += 1;
        this.logger.log(`Counted round ${number} of district ${district_id}: decided by ${decidedBy}`);
        await this.planRounds.execute(district_id);
      } catch (error) {
        // Another worker was first: that is how it should be. Else the other districts' counts still go on.
        if (!(error instanceof Refusal && error.code === 'round-not-open')) failures.push(error);
      }
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} counts failed: ${failures.join('; ')}`);
    return counted;
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeated.end();
  }
}
