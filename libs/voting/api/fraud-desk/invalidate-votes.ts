import { Injectable } from '@nestjs/common';
import { Transaction, violatedConstraint } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { mayInvalidate } from '@buurtstem/voting-domain';
import { RecountAfterVerdict } from './recount-after-verdict';
import { Verdicts } from './verdicts';
import { VoteBatches, votesIn } from './vote-batches';

/** Takes the votes of a batch out, by somebody else than who proposed it. Each voter reads the reason. */
@Injectable()
export class InvalidateVotes {
  constructor(
    private readonly transaction: Transaction,
    private readonly batches: VoteBatches,
    private readonly verdicts: Verdicts,
    private readonly recountAfter: RecountAfterVerdict,
  ) {}

  /** `votesSeen`: how many the dry run showed. */
  async execute(districtId: number, number: number, votesSeen: number, deciderId: ResidentId): Promise<void> {
    await this.transaction
      .run(async (em) => {
        const locked = await this.batches.lock(em, districtId, number);
        const votesNow = votesIn(locked.ballots);
        const next = mayInvalidate(locked.batch, { deciderId, votesSeen, votesNow });
        if (!next.ok) throw new Refusal(next.refusal);
        // Ballots that were withdrawn while they were held too: else they would be cast again, unseen.
        await this.verdicts.record(em, locked, 'invalidated');
        await this.batches.update(em, locked.batch, {
          state: next.value,
          decidedBy: deciderId,
          decidedAt: locked.at,
        });
        await this.recountAfter.within(em, locked, { kind: 'invalidated', reason: locked.batch.reason });
      })
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'vote_batch_two_people') throw new Refusal('second-person-needed');
        throw error;
      });
  }
}
