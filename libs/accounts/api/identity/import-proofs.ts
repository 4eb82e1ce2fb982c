import { Injectable } from '@nestjs/common';
import type { ProofMethod } from '@buurtstem/accounts-domain';
import type { ResidentId } from '@buurtstem/shared-domain';
import { DataSource, type EntityManager } from 'typeorm';

/** Writes down for many accounts at once what somebody else vouched for: replays and demos. */
@Injectable()
export class ImportProofs {
  constructor(private readonly dataSource: DataSource) {}

  /** Who has a proof of that level keeps it. One statement, however many. */
  async execute(
    districtId: number,
    accountIds: readonly ResidentId[],
    level: 1 | 2,
    method: ProofMethod,
    at: Date,
    em: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    await em.query(
      `insert into identity_proof (district_id, account_id, level, method, proven_at)
       select $1, account_id, $3, $4, $5 from unnest($2::uuid[]) as account_id
       on conflict (district_id, account_id, level) do nothing`,
      [districtId, accountIds, level, method, at],
    );
  }
}
