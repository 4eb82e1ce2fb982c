import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import { Clock, Repeated } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { CountRound } from './count-round';
import { PlanRounds } from './plan-rounds';
import { AddUpAhead } from './tally/add-up-ahead';
import type { LedgerSums } from './tally/tally-ahead';

const EVERY_MS = 1_000;
/** So long before the count date the ledger is added up: a million votes take some seconds of it. */
const AHEAD_MS = 120_000;

/**
 * Counts what is due and keeps the calendar a year ahead, by itself. Any number of processes may run it: whoever is
 * second finds the round counted. It asks the database's clock, never its own.
 */
@Injectable()
export class DueRounds implements OnApplicationShutdown {
  private readonly logger = new Logger(DueRounds.name);
  private readonly repeated = new Repeated(DueRounds.name, EVERY_MS, () => this.look());
  /** Sums of rounds that are counted soon, by district: numbers of each plan, however many votes there are. */
  private readonly addedUp = new Map<number, LedgerSums>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly districts: Districts,
    private readonly addUpAhead: AddUpAhead,
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
        const decidedBy = await this.countRound.execute(
          district_id,
          number,
          undefined,
          this.addedUp.get(district_id),
        );
        counted += 1;
        this.logger.log(`Counted round ${number} of district ${district_id}: decided by ${decidedBy}`);
        await this.planRounds.execute(district_id);
      } catch (error) {
        // Another worker was first: that is how it should be. Else the other districts' counts still go on.
        if (!(error instanceof Refusal && error.code === 'round-not-open')) failures.push(error);
      } finally {
        // What stopped the count may be in the sums: the next run makes its own.
        this.addedUp.delete(district_id);
      }
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} counts failed: ${failures.join('; ')}`);
    return counted;
  }

  /**
   * Adds up what is counted within minutes, one district; answers whether there was one. A process that ends loses nothing
   * by it but time: the count adds up by itself where nobody did before.
   */
  async addUpNext(): Promise<boolean> {
    const now = await this.clock.now(this.dataSource.manager);
    // Another process counted it.
    for (const [districtId, { scope }] of this.addedUp)
      if (scope.closesAt <= now) this.addedUp.delete(districtId);
    const [next] = await this.dataSource.query<{ district_id: number; number: number }[]>(
      `select district_id, number from round
       where state = 'open' and closes_at > $1 and closes_at <= $2 and not district_id = any($3) order by closes_at limit 1`,
      [now, new Date(now.getTime() + AHEAD_MS), [...this.addedUp.keys()]],
    );
    if (!next) return false;
    this.addedUp.set(next.district_id, await this.addUpAhead.execute(next.district_id, next.number));
    return true;
  }

  private async look(): Promise<void> {
    await this.countDue();
    await this.addUpNext();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeated.end();
  }
}
