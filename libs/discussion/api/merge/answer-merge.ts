import { Injectable } from '@nestjs/common';
import { answerMerge } from '@buurtstem/discussion-domain';
import { queueMessages } from '@buurtstem/notifications-api';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { CoSubmitterEntity, Proposals } from '@buurtstem/proposals-api';
import { isOpen } from '@buurtstem/proposals-domain';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { ModerationLog } from '../log/moderation-log';
import { districtOf, MergeRequests, type LockedMerge } from './merge-requests';

/**
 * The answer of a submitter; with both agreed the duplicate is merged, in the same transaction. Votes stay where they
 * were cast: who voted on the duplicate is asked to vote on the other one, and decides that themselves.
 */
@Injectable()
export class AnswerMerge {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
    private readonly requests: MergeRequests,
    private readonly log: ModerationLog,
  ) {}

  execute(districtId: number, id: string, agrees: boolean, residentId: ResidentId): Promise<void> {
    return this.transaction.run(async (em) => {
      const locked = await this.requests.lockAll(em, districtId, id);
      const { request, duplicate, target } = locked;
      // Read after the locks: an answer that waited for them is received when it gets through.
      const at = await this.clock.now(em);
      const answered = answerMerge(request, {
        forDuplicate: duplicate.submitterId === residentId,
        forTarget: target.submitterId === residentId,
        agrees,
        areOpen: isOpen(duplicate) && isOpen(target),
        at,
      });
      if (!answered.ok) throw new Refusal(answered.refusal);
      const endedAt = answered.value.state === 'asked' ? null : at;
      await this.requests.update(em, request, { ...answered.value, endedAt });
      if (answered.value.state === 'merged') await this.merge(em, locked, residentId, at);
    });
  }

  private async merge(em: EntityManager, locked: LockedMerge, actorId: ResidentId, at: Date): Promise<void> {
    const { duplicate, target } = locked;
    const { districtId } = duplicate;
    await this.proposals.changeState(em, duplicate, {
      verb: 'merge',
      actorId,
      at,
      alongside: { mergedInto: target.id },
    });
    await this.join(em, locked, at);
    // Other questions in which the duplicate would have stayed have lost their object.
    await em.query(
      `update merge_request set state = 'cancelled', ended_at = $3
       where district_id = $1 and target_id = $2 and state = 'asked'`,
      [districtId, duplicate.id, at],
    );
    await this.log.append(em, districtId, {
      act: 'merged',
      subject: 'proposal',
      proposalNumber: duplicate.number,
      caseNumber: null,
      reason: 'duplicate',
      // What the moderator wrote was for the submitters.
      explanation: `Plan ${duplicate.number} is samengevoegd met plan ${target.number}. Beide indieners vonden dat goed.`,
      at,
    });
    await askToVoteAgain(em, locked, at);
  }

  /** The submitter of the duplicate, and whoever joined it before, stand beside the submitter of the target. */
  private async join(em: EntityManager, { duplicate, target }: LockedMerge, at: Date): Promise<void> {
    const { districtId, id: proposalId, submitterId, submitterName } = duplicate;
    const joined = await em.find(CoSubmitterEntity, {
      where: { districtId, proposalId },
      order: { joinedAt: 'asc', residentId: 'asc' },
    });
    for (const { residentId, name } of [{ residentId: submitterId, name: submitterName }, ...joined])
      await this.proposals.addCoSubmitter(em, target, { residentId, name, at });
  }
}

/** A vote that was taken out counts for nobody, and is not asked for again. */
async function askToVoteAgain(em: EntityManager, locked: LockedMerge, at: Date): Promise<void> {
  const { request, duplicate, target } = locked;
  const { districtId } = request;
  const voters = await em.query<{ id: ResidentId }[]>(
    `select resident_id as id from vote
     where district_id = $1 and proposal_id = $2 and choice <> 'none' and status <> 'invalidated'`,
    [districtId, duplicate.id],
  );
  await queueMessages(
    em,
    {
      districtId,
      kind: 'plan-merged',
      subjectId: request.id,
      recipients: voters.map(({ id }) => id),
      news: {
        district: await districtOf(em, districtId),
        duplicate: { number: duplicate.number, title: duplicate.title },
        target: { number: target.number, title: target.title },
        message: '',
      },
    },
    at,
  );
}
