import { Injectable } from '@nestjs/common';
import { Proposals, type ProposalEntity } from '@buurtstem/proposals-api';
import { Refusal } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { MergeRequestEntity } from './merge-request.entity';

export interface LockedMerge {
  readonly request: MergeRequestEntity;
  readonly duplicate: ProposalEntity;
  readonly target: ProposalEntity;
}

/** Requests to merge, and the locks under which they are answered. */
@Injectable()
export class MergeRequests {
  constructor(private readonly proposals: Proposals) {}

  async lock(em: EntityManager, districtId: number, id: string): Promise<MergeRequestEntity> {
    const request = await em.findOne(MergeRequestEntity, {
      where: { districtId, id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!request) throw new Refusal('merge-not-found');
    return request;
  }

  /** The request and its two proposals: nobody votes on either, withdraws or counts it, until the transaction ends. */
  async lockAll(em: EntityManager, districtId: number, id: string): Promise<LockedMerge> {
    const request = await this.lock(em, districtId, id);
    const ids = [request.duplicateId, request.targetId];
    const proposals = await this.proposals.lockSeveral(em, districtId, { ids });
    const [duplicate, target] = ids.map((wanted) => proposals.find((proposal) => proposal.id === wanted));
    if (!duplicate || !target) throw new Error(`Request to merge ${id} names a proposal that is not there`);
    return { request, duplicate, target };
  }

  async update(
    em: EntityManager,
    { districtId, id }: MergeRequestEntity,
    change: Partial<MergeRequestEntity>,
  ): Promise<void> {
    await em.update(MergeRequestEntity, { districtId, id }, change);
  }
}

/** The district as mails name it. */
export async function districtOf(
  em: EntityManager,
  districtId: number,
): Promise<{ slug: string; name: string }> {
  const [district] = await em.query<{ slug: string; name: string }[]>(
    'select slug, name from district where id = $1',
    [districtId],
  );
  if (!district) throw new Refusal('district-not-found');
  return district;
}
