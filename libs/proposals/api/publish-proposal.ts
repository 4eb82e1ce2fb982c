import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { textRefusals } from '@buurtstem/proposals-domain';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { ProposalWatch } from './proposal-watch';
import { Proposals } from './proposals';
import { refuseTexts } from './submit-proposal';

/** Puts one's own draft online: from now on it takes votes, and takes part in the coming count dates. */
@Injectable()
export class PublishProposal {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
    private readonly watch: ProposalWatch,
  ) {}

  /** `at` is for imports, which bring their own dates, and texts of other lengths than ours; else it is now. */
  execute(districtId: number, number: number, submitterId: ResidentId, at?: Date): Promise<void> {
    return this.transaction.run(async (em) => {
      const proposal = await this.proposals.lockOwn(em, districtId, number, submitterId);
      if (at === undefined) {
        refuseTexts(textRefusals(proposal));
        if (proposal.submitterName === '') throw new Refusal('display-name-missing');
      }
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
