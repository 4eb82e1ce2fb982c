import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { LetterBatchEntity } from './entities';

/** Makes the unused codes of a batch worthless, such as after a mailbag was lost. Twice is the same as once. */
@Injectable()
export class RevokeLetterBatch {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  execute(districtId: number, id: string): Promise<void> {
    return this.transaction.run(async (em) => {
      const batch = await em.findOne(LetterBatchEntity, {
        where: { districtId, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!batch) throw new Refusal('letter-batch-not-found');
      if (batch.revokedAt !== null) return;
      await em.update(LetterBatchEntity, { districtId, id }, { revokedAt: await this.clock.now(em) });
    });
  }
}
