import { Injectable } from '@nestjs/common';
import { interestOf, mayMarkSeen } from '@buurtstem/discussion-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { Cases, claimOf } from './cases';
import { ModerationCaseEntity } from './entities';

/** Closes cases about something new that nobody reported. */
@Injectable()
export class MarkSeen {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly cases: Cases,
  ) {}

  /** Answers how many were closed; what was reported, or is a colleague's, stays open. */
  execute(districtId: number, numbers: readonly number[], moderatorId: ResidentId): Promise<number> {
    return this.transaction.run(async (em) => {
      const locked = await em
        .createQueryBuilder(ModerationCaseEntity, 'c')
        .where('c.districtId = :districtId and c.id in (:...numbers)', { districtId, numbers })
        .orderBy('c.id')
        .setLock('pessimistic_write')
        .getMany();
      const at = await this.clock.now(em);
      const involved = await this.cases.involvedIn(
        em,
        districtId,
        locked.map(({ id }) => id),
      );
      const seen = locked.flatMap((one) => {
        const who = involved.get(one.id);
        if (!who) return [];
        const decider = { id: moderatorId, interest: interestOf(who, moderatorId) };
        const { state, reports } = one;
        return mayMarkSeen({ state, reports, claim: claimOf(one) }, decider, at)
          ? [{ number: one.id, authorId: who.authorId }]
          : [];
      });
      const closed = seen.map(({ number }) => number);
      await em.query(CLOSE, [districtId, closed, at]);
      const authors = seen.map(({ authorId }) => authorId);
      await em.query(RECORD, [districtId, closed, authors, moderatorId, at]);
      return closed.length;
    });
  }
}

const CLOSE = `
  update moderation_case set state = 'dismissed', decided_at = $3, claimed_by = null, claimed_until = null
  where district_id = $1 and id = any($2::integer[])`;

const RECORD = `
  insert into moderation_decision
    (district_id, id, case_id, verdict, reason, message, author_id, decided_by, decided_at)
  select $1, gen_random_uuid(), seen.case_id, 'keep', '', '', seen.author_id, $4, $5
  from unnest($2::integer[], $3::uuid[]) as seen (case_id, author_id)`;
