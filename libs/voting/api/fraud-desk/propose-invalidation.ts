import { Injectable } from '@nestjs/common';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { refuseLength, Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { voteBatchTransition } from '@buurtstem/voting-domain';
import { VoteBatches, votesIn } from './vote-batches';

/** Proposes to take a batch of votes out, with the reason that will be published. A colleague decides. */
@Injectable()
export class ProposeInvalidation {
  constructor(
    private readonly transaction: Transaction,
    private readonly batches: VoteBatches,
  ) {}

  execute(districtId: number, number: number, reason: string, actorId: ResidentId): Promise<void> {
    refuseLength(reason, TEXT_LENGTHS.reason, 'reason', 'reason-missing');
    return this.transaction.run(async (em) => {
      const { batch, ballots, at } = await this.batches.lock(em, districtId, number);
      const next = voteBatchTransition(batch.state, 'propose');
      if (!next.ok) throw new Refusal(next.refusal);
      await this.batches.update(em, batch, {
        state: next.value,
        reason: reason.trim(),
        proposedBy: actorId,
        proposedAt: at,
        votesProposed: votesIn(ballots),
      });
    });
  }
}
