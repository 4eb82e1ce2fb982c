import { Injectable } from '@nestjs/common';
import { liveClaim, mayClaim } from '@buurtstem/discussion-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { Cases, claimOf } from './cases';
import { Decisions } from './decisions';
import { ModerationCaseEntity } from './entities';

/** Takes a case in hand, and gives it back. */
@Injectable()
export class ClaimCase {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly cases: Cases,
    private readonly decisions: Decisions,
  ) {}

  claim(districtId: number, number: number, moderatorId: ResidentId): Promise<void> {
    return this.transaction.run(async (em) => {
      const locked = await this.cases.lock(em, districtId, number);
      const { state } = locked;
      const decider = await this.cases.decider(em, locked, moderatorId);
      const until = mayClaim({ state, claim: claimOf(locked) }, decider, await this.clock.now(em));
      if (!until.ok) throw new Refusal(until.refusal);
      // Who may not decide an appeal must not keep it from who may.
      const first = state === 'appealed' ? await this.decisions.againstIt(em, locked) : null;
      if (first?.decidedBy === moderatorId) throw new Refusal('second-moderator-needed');
      await em.update(
        ModerationCaseEntity,
        { districtId, id: number },
        { claimedBy: moderatorId, claimedUntil: until.value },
      );
    });
  }

  /** Answers well, too, when the claim ran out meanwhile. */
  release(districtId: number, number: number, moderatorId: ResidentId): Promise<void> {
    return this.transaction.run(async (em) => {
      const locked = await this.cases.lock(em, districtId, number);
      const live = liveClaim(claimOf(locked), await this.clock.now(em));
      if (live && live.by !== moderatorId) throw new Refusal('case-claimed');
      await em.update(
        ModerationCaseEntity,
        { districtId, id: number },
        { claimedBy: null, claimedUntil: null },
      );
    });
  }
}
