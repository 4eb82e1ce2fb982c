import { Injectable } from '@nestjs/common';
import { mayDecideAppeal } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, refuseLength, Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { Cases, claimOf } from './cases';
import type { DecideAppealDto } from './cases.dto';
import { Decisions } from './decisions';
import { AppealEntity, RedactedOriginalEntity } from './entities';
import { Subjects } from './subjects';
import { UndoDecision } from './undo-decision';

/** Decides an appeal, by somebody else than who decided first. */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly cases: Cases,
    private readonly subjects: Subjects,
    private readonly decisions: Decisions,
    private readonly undo: UndoDecision,
  ) {}

  execute(
    districtId: number,
    number: number,
    { verdict, message }: DecideAppealDto,
    moderatorId: ResidentId,
  ): Promise<void> {
    refuseLength(message, TEXT_LENGTHS.message, 'message', 'message-length');
    return this.transaction.run(async (em) => {
      const subject = await this.subjects.lock(em, await this.cases.find(em, districtId, number));
      const locked = await this.cases.lock(em, districtId, number);
      const first = await this.decisions.againstIt(em, locked);
      if (!first) throw new Refusal('case-transition-not-possible');
      const at = await this.clock.now(em);
      const decider = await this.cases.decider(em, locked, moderatorId);
      const appealed = { state: locked.state, claim: claimOf(locked), firstDecidedBy: first.decidedBy };
      const next = mayDecideAppeal(appealed, decider, verdict, at);
      if (!next.ok) throw new Refusal(next.refusal);
      const isGranted = verdict === 'overturn';
      if (isGranted) await this.undo.execute(em, locked, subject, first);
      // With the appeal over, what was taken out is thrown away.
      else await em.update(RedactedOriginalEntity, { districtId, caseId: number }, { keptUntil: at });
      await em.update(
        AppealEntity,
        { districtId, caseId: number },
        { decidedBy: moderatorId, decidedAt: at },
      );
      await this.decisions.record(em, {
        ...{ locked, subject, state: next.value, verdict, reason: first.reason, at },
        message: message.trim(),
        decidedBy: moderatorId,
        act: isGranted ? 'appeal-granted' : 'appeal-rejected',
        news: isGranted ? 'text-restored' : 'appeal-rejected',
      });
    });
  }
}
