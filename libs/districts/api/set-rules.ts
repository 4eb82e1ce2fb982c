import { Injectable } from '@nestjs/common';
import type { RulebookSettings } from '@buurtstem/districts-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import type { EntityManager } from 'typeorm';
import { DistrictEntity, RulebookEntity } from './entities';

/** Adds the next version of a district's rulebook; what was counted under an earlier one keeps its version. */
@Injectable()
export class SetRules {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** In force from `effectiveFrom`, or at once. Answers the version. */
  execute(districtId: number, settings: RulebookSettings, effectiveFrom?: Date): Promise<number> {
    return this.transaction.run((em) => this.within(em, districtId, settings, effectiveFrom));
  }

  async within(
    em: EntityManager,
    districtId: number,
    settings: RulebookSettings,
    effectiveFrom?: Date,
  ): Promise<number> {
    // One after the other, so that two operators at once do not write the same version.
    await em.findOneOrFail(DistrictEntity, {
      where: { id: districtId },
      lock: { mode: 'pessimistic_write' },
    });
    const [last] = await em.find(RulebookEntity, {
      where: { districtId },
      order: { version: 'DESC' },
      take: 1,
    });
    const version = (last?.version ?? 0) + 1;
    await em.insert(RulebookEntity, {
      districtId,
      version,
      settings,
      effectiveFrom: effectiveFrom ?? (await this.clock.now(em)),
    });
    return version;
  }
}
