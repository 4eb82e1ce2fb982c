import { Injectable } from '@nestjs/common';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { refuseLength, Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { voteBatchTransition } from '@buurtstem/voting-domain';
import { RecountAfterVerdict } from './recount-after-verdict';
import { Verdicts } from './verdicts';
import { VoteBatches } from './vote-batches';

export interface BatchEnd {
  readonly verb: 'release' | 'reinstate';
  readonly reason: string;
  readonly actorId: ResidentId;
}

/** Lets the votes of a batch count again: held ones by a release, those taken out by undoing it. */
@Injectable()
export class EndVoteBatch {
  constructor(
    private readonly transaction: Transaction,
    private readonly batches: VoteBatches,
    private readonly verdicts: Verdicts,
    private readonly recountAfter: RecountAfterVerdict,
  ) {}

  execute(districtId: number, number: number, { verb, reason, actorId }: BatchEnd): Promise<void> {
    refuseLength(reason, TEXT_LENGTHS.reason, 'reason', 'reason-missing');
    return this.transaction.run(async (em) => {
      const locked = await this.batches.lock(em, districtId, number);
      const next = voteBatchTransition(locked.batch.state, verb);
      if (!next.ok) throw new Refusal(next.refusal);
      if (verb === 'release') await this.verdicts.release(em, locked);
      else await this.verdicts.record(em, locked, 'reinstated');
      await this.batches.update(em, locked.batch, {
        state: next.value,
        endedBy: actorId,
        endedAt: locked.at,
        endReason: reason.trim(),
      });
      await this.recountAfter.within(
        em,
        locked,
        verb === 'release' ? { kind: 'released' } : { kind: 'reinstated', reason: reason.trim() },
      );
    });
  }
}
