import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayAskMerge, mergeTransition, type MergeableProposal } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { queueMessages } from '@buurtstem/notifications-api';
import { Clock, refuseLength, Transaction, violatedConstraint } from '@buurtstem/platform-api';
import { CoSubmitterEntity, Proposals, type ProposalEntity } from '@buurtstem/proposals-api';
import { isOpen, isPublic } from '@buurtstem/proposals-domain';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { MergeRequestEntity } from './merge-request.entity';
import { districtOf, MergeRequests } from './merge-requests';
import type { AskMergeDto } from './merge.dto';

/** Asks both submitters whether a duplicate may go, and takes the question back. */
@Injectable()
export class AskMerge {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
    private readonly requests: MergeRequests,
  ) {}

  /** Answers the id of the request. */
  async execute(districtId: number, asked: AskMergeDto, moderatorId: ResidentId): Promise<string> {
    refuseLength(asked.message, TEXT_LENGTHS.message, 'message', 'message-length');
    return this.transaction
      .run(async (em) => {
        const [duplicate, target] = await this.both(em, districtId, asked);
        const allowed = mayAskMerge(await mergeable(em, duplicate), await mergeable(em, target), moderatorId);
        if (!allowed.ok) throw new Refusal(allowed.refusal);
        const request: MergeRequestEntity = {
          districtId,
          id: randomUUID(),
          duplicateId: duplicate.id,
          targetId: target.id,
          state: 'asked',
          message: asked.message.trim(),
          askedBy: moderatorId,
          askedAt: await this.clock.now(em),
          duplicateAgreedAt: null,
          targetAgreedAt: null,
          endedAt: null,
        };
        await em.insert(MergeRequestEntity, request);
        await ask(em, request, duplicate, target);
        return request.id;
      })
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'merge_request_one_asked') throw new Refusal('merge-pending');
        throw error;
      });
  }

  cancel(districtId: number, id: string): Promise<void> {
    return this.transaction.run(async (em) => {
      const request = await this.requests.lock(em, districtId, id);
      const next = mergeTransition(request.state, 'cancel');
      if (!next.ok) throw new Refusal(next.refusal);
      await this.requests.update(em, request, { state: next.value, endedAt: await this.clock.now(em) });
    });
  }

  private async both(
    em: EntityManager,
    districtId: number,
    { duplicateNumber, targetNumber }: AskMergeDto,
  ): Promise<[ProposalEntity, ProposalEntity]> {
    const numbers = [duplicateNumber, targetNumber];
    const locked = await this.proposals.lockSeveral(em, districtId, { numbers });
    const [duplicate, target] = numbers.map((wanted) => locked.find(({ number }) => number === wanted));
    if (!duplicate || !target) throw new Refusal('proposal-not-found');
    return [duplicate, target];
  }
}

async function mergeable(em: EntityManager, proposal: ProposalEntity): Promise<MergeableProposal> {
  const { districtId, id, submitterId } = proposal;
  const joined = await em.findBy(CoSubmitterEntity, { districtId, proposalId: id });
  return {
    id,
    submitterId,
    coSubmitterIds: joined.map(({ residentId }) => residentId),
    isPublic: isPublic(proposal),
    isOpen: isOpen(proposal),
  };
}

async function ask(
  em: EntityManager,
  { districtId, id, message, askedAt }: MergeRequestEntity,
  duplicate: ProposalEntity,
  target: ProposalEntity,
): Promise<void> {
  await queueMessages(
    em,
    {
      districtId,
      kind: 'merge-asked',
      subjectId: id,
      recipients: [...new Set([duplicate.submitterId, target.submitterId])],
      news: {
        district: await districtOf(em, districtId),
        duplicate: { number: duplicate.number, title: duplicate.title },
        target: { number: target.number, title: target.title },
        message,
      },
    },
    askedAt,
  );
}
