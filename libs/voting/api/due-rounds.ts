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
/** So long before the count date the ledger is added up: ten million votes take some minutes of it on a busy machine. */
const AHEAD_MS = 600_000;
/** What came since is added after so long, again and again until the count date: then the count has little left to read. */
const FORWARD_EVERY_MS = 5_000;

/**
 * Counts what is due and keeps the calendar a year ahead, by itself. Any number of processes may run it: whoever is
 * second finds the round counted. It asks the database's clock, never its own.
 */
@Injectable()
export class DueRounds implements OnApplicationShutdown {
  private readonly logger = new Logger(DueRounds.name);
  private readonly counting = new Repeated(DueRounds.name, EVERY_MS, () => this.countDue());
  /** By itself: the ledger of one district takes a while, and another district's count does not wait for it. */
  private readonly addingUp = new Repeated(DueRounds.name, EVERY_MS, () => this.addUpNext());
  /** Sums of rounds that are counted soon, by district: numbers of each plan, however many votes there are. */
  private readonly addedUp = new Map<number, AddedUp>();
  private underWay: { districtId: number; sums: Promise<LedgerSums> } | null = null;

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
    this.counting.start();
    this.addingUp.start();
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
          await this.sumsOf(district_id),
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
   * Adds up one ledger that is counted within minutes, or what came since to the sums that are the longest behind; answers
   * whether there was something to do. A process that ends loses nothing by it but time: the count adds up by itself where
   * nobody did before.
   */
  async addUpNext(): Promise<boolean> {
    const now = await this.clock.now(this.dataSource.manager);
    const open = await this.dataSource.query<{ district_id: number; number: number; is_due: boolean }[]>(
      `select district_id, number, closes_at <= $1 as is_due from round
       where state = 'open' and closes_at <= $2 order by closes_at`,
      [now, new Date(now.getTime() + AHEAD_MS)],
    );
    // Another process counted it. What is due is left for the count.
    for (const districtId of this.addedUp.keys())
      if (!open.some(({ district_id }) => district_id === districtId)) this.addedUp.delete(districtId);
    const addedUpAt = (districtId: number): number => this.addedUp.get(districtId)?.at.getTime() ?? 0;
    const [next] = open
      .filter(
        ({ district_id, is_due }) => !is_due && now.getTime() - addedUpAt(district_id) >= FORWARD_EVERY_MS,
      )
      .toSorted((one, other) => addedUpAt(one.district_id) - addedUpAt(other.district_id));
    if (!next) return false;
    await this.addUp(next.district_id, next.number, now);
    return true;
  }

  private async addUp(districtId: number, roundNumber: number, at: Date): Promise<void> {
    const before = this.addedUp.get(districtId)?.sums;
    const sums = before
      ? this.addUpAhead.forward(districtId, roundNumber, before)
      : this.addUpAhead.execute(districtId, roundNumber);
    this.underWay = { districtId, sums };
    try {
      this.addedUp.set(districtId, { sums: await sums, at });
    } finally {
      this.underWay = null;
    }
  }

  /** Waits for those that are under way: adding the same ledger up beside them would take as long again. */
  private async sumsOf(districtId: number): Promise<LedgerSums | undefined> {
    const kept = this.addedUp.get(districtId)?.sums;
    if (this.underWay?.districtId !== districtId) return kept;
    // What failed is logged by whoever adds up; the count goes on with what there is.
    return this.underWay.sums.catch(() => kept);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.counting.end(), this.addingUp.end()]);
  }
}

interface AddedUp {
  readonly sums: LedgerSums;
  /** When it was begun: what is in them is at least of then. */
  readonly at: Date;
}
