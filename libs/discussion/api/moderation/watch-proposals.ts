import { Injectable } from '@nestjs/common';
import type { ProposalEntity, ProposalWatch } from '@buurtstem/proposals-api';
import type { EntityManager } from 'typeorm';
import { Cases } from './cases';

/** Puts every new and every changed proposal before the moderators. */
@Injectable()
export class WatchProposals implements ProposalWatch {
  constructor(private readonly cases: Cases) {}

  async look(
    em: EntityManager,
    { districtId, id }: ProposalEntity,
    why: 'new' | 'edit',
    at: Date,
  ): Promise<void> {
    await this.cases.open(em, { districtId, kind: 'proposal', id, proposalId: id }, why, at);
  }
}
