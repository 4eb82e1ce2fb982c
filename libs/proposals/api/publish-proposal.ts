import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { ProposalWatch } from './proposal-watch';
import { Proposals } from './proposals';

/** Puts one's own draft online: from now on it takes votes, and takes part in the coming count dates. */
@Injectable()
export class PublishProposal {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
    private readonly watch: ProposalWatch,
  ) {}

  /** `at` is for imports that bring their own dates; else it is now. */
  execute(districtId: number, number: number, submitterId: ResidentId, at?: Date): Promise<void> {
    return this.transaction.run(async (em) => {
      const proposal = await this.proposals.lockOwn(em, districtId, number, submitterId);
      const now = at ?? (await this.clock.now(em));
      await this.proposals.changeState(em, proposal, {
        verb: 'publish',
        actorId: submitterId,
        at: now,
        alongside: { publishedAt: now },
      });
      await this.watch.look(em, proposal, 'new', now);
    });
  }
}
