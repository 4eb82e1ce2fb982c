import { Injectable } from '@nestjs/common';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, refuseLength, Transaction } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { Proposals } from './proposals';

/** Takes one's own proposal out of the running, with a reason that everyone reads. */
@Injectable()
export class WithdrawProposal {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
  ) {}

  execute(districtId: number, number: number, submitterId: ResidentId, reason: string): Promise<void> {
    return this.transaction.run(async (em) => {
      refuseLength(reason, TEXT_LENGTHS.reason, 'reason', 'reason-missing');
      const proposal = await this.proposals.lockOwn(em, districtId, number, submitterId);
      const at = await this.clock.now(em);
      await this.proposals.changeState(em, proposal, {
        verb: 'withdraw',
        actorId: submitterId,
        reason: reason.trim(),
        at,
      });
    });
  }
}
