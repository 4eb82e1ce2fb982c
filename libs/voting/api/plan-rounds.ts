import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Districts, toInstant } from '@buurtstem/districts-api';
import { countDatesAfter } from '@buurtstem/districts-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import type { RoundId } from '@buurtstem/shared-domain';
import { RoundEntity } from './entities';
import { Rounds } from './rounds';

/** A year ahead, so that residents see when the next counts are. */
export const ROUNDS_AHEAD = 12;

/** Plans the coming rounds by the rulebook's count dates, and opens the first where none is open. */
@Injectable()
export class PlanRounds {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly districts: Districts,
    private readonly rounds: Rounds,
  ) {}

  /** `from` is for imports and demos that bring a past; else planning starts now. */
  execute(districtId: number, from?: Date): Promise<void> {
    return this.transaction.run(async (em) => {
      await this.rounds.lockForCounting(em, districtId);
      const start = from ?? (await this.clock.now(em));
      const rules = await this.districts.rulebook(districtId, undefined, em);
      const planned = await em.find(RoundEntity, { where: { districtId }, order: { number: 'desc' } });
      const [last] = planned;
      const missing = ROUNDS_AHEAD - planned.filter((round) => round.closesAt > start).length;
      const after = last && last.closesAt > start ? last.closesAt : start;
      const dates = countDatesAfter(rules.countRule, after, Math.max(0, missing), toInstant);
      const rounds = dates.map((closesAt, index) => ({
        districtId,
        id: randomUUID() as RoundId,
        number: (last?.number ?? 0) + index + 1,
        closesAt,
        state: 'planned' as const,
        seed: '',
        rulebookVersion: rules.version,
        openedAt: null,
        sequence: 0,
      }));
      if (rounds.length > 0) await em.insert(RoundEntity, rounds);
      if (!(await this.rounds.open(em, districtId)))
        await this.rounds.openNext(em, districtId, rules.version, start);
    });
  }
}
