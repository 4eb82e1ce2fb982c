import { Injectable } from '@nestjs/common';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, Limits, refuseLength, Transaction } from '@buurtstem/platform-api';
import { mayAddNote, PROPOSAL_LIMITS } from '@buurtstem/proposals-domain';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { ProposalNoteEntity } from './entities';
import { ProposalWatch } from './proposal-watch';
import { Proposals } from './proposals';

/** Adds a dated note under one's own proposal: what can still be said once the text is locked. */
@Injectable()
export class AddNote {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
    private readonly watch: ProposalWatch,
    private readonly limits: Limits,
  ) {}

  async execute(districtId: number, number: number, submitterId: ResidentId, text: string): Promise<void> {
    refuseLength(text, TEXT_LENGTHS.note, 'text', 'note-length');
    await this.limits.hit('note', submitterId, ...PROPOSAL_LIMITS.notes);
    await this.transaction.run(async (em) => {
      const proposal = await this.proposals.lockOwn(em, districtId, number, submitterId);
      const allowed = mayAddNote(proposal, submitterId);
      if (!allowed.ok) throw new Refusal(allowed.refusal);
      const addedAt = await this.clock.now(em);
      await em.insert(ProposalNoteEntity, {
        districtId,
        proposalId: proposal.id,
        text: text.trim(),
        addedAt,
      });
      await this.watch.look(em, proposal, 'edit', addedAt);
    });
  }
}
