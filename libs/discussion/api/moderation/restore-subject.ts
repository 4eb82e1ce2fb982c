import { Injectable } from '@nestjs/common';
import { mayRestore } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, refuseLength, Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { Cases, claimOf } from './cases';
import { Decisions } from './decisions';
import { Subjects } from './subjects';
import { UndoDecision } from './undo-decision';

/** Undoes a decision against a text without an appeal. */
@Injectable()
export class RestoreSubject {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly cases: Cases,
    private readonly subjects: Subjects,
    private readonly decisions: Decisions,
    private readonly undo: UndoDecision,
  ) {}

  execute(districtId: number, number: number, message: string, moderatorId: ResidentId): Promise<void> {
    refuseLength(message, TEXT_LENGTHS.message, 'message', 'message-length');
    return this.transaction.run(async (em) => {
      const subject = await this.subjects.lock(em, await this.cases.find(em, districtId, number));
      const locked = await this.cases.lock(em, districtId, number);
      const at = await this.clock.now(em);
      const decider = await this.cases.decider(em, locked, moderatorId);
      const next = mayRestore({ state: locked.state, claim: claimOf(locked) }, decider, at);
      if (!next.ok) throw new Refusal(next.refusal);
      const first = await this.decisions.againstIt(em, locked);
      if (!first) throw new Refusal('case-transition-not-possible');
      await this.undo.execute(em, locked, subject, first);
      await this.decisions.record(em, {
        ...{ locked, subject, state: next.value, verdict: 'overturn', reason: first.reason, at },
        message: message.trim(),
        decidedBy: moderatorId,
        act: 'restored',
        news: 'text-restored',
      });
    });
  }
}
