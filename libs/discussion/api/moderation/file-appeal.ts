import { Injectable } from '@nestjs/common';
import { mayAppeal } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, refuseLength, Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { Cases } from './cases';
import { AppealEntity, ModerationCaseEntity, ModerationDecisionEntity } from './entities';

/** An author asks another moderator to look again. */
@Injectable()
export class FileAppeal {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly cases: Cases,
  ) {}

  execute(districtId: number, number: number, text: string, authorId: ResidentId): Promise<void> {
    refuseLength(text, TEXT_LENGTHS.appeal, 'text', 'appeal-length');
    return this.transaction.run(async (em) => {
      const { state } = await this.cases.lock(em, districtId, number);
      const decisions = await em.findBy(ModerationDecisionEntity, { districtId, caseId: number, authorId });
      // Somebody else's case does not exist for them, nor does one that found nothing.
      const first = decisions.find(({ verdict }) => verdict === 'hide' || verdict === 'redact');
      if (!first) throw new Refusal('case-not-found');
      const filedAt = await this.clock.now(em);
      const isAppealed = await em.existsBy(AppealEntity, { districtId, caseId: number });
      const next = mayAppeal({ state, decidedAt: first.decidedAt, isAppealed }, filedAt);
      if (!next.ok) throw new Refusal(next.refusal);
      await em.insert(AppealEntity, {
        districtId,
        caseId: number,
        authorId,
        text: text.trim(),
        filedAt,
        firstDecidedBy: first.decidedBy,
        decidedBy: null,
        decidedAt: null,
      });
      await em.update(ModerationCaseEntity, { districtId, id: number }, { state: next.value });
    });
  }
}
