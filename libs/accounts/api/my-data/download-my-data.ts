import { Injectable } from '@nestjs/common';
import { Clock, PersonalData } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import type { ResidentId } from '@buurtstem/shared-domain';

/** Everything that every room keeps of somebody, as of one instant. */
@Injectable()
export class DownloadMyData {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
  ) {}

  execute(accountId: ResidentId): Promise<Record<string, unknown>> {
    return this.dataSource.transaction('REPEATABLE READ', async (em) => {
      const collected: Record<string, unknown> = { collectedAt: (await this.clock.now(em)).toISOString() };
      for (const room of this.personalData.rooms) {
        collected[room.name] = await room.collect(em, accountId);
      }
      return collected;
    });
  }
}
