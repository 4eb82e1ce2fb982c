import { Injectable } from '@nestjs/common';
import { Limits, PictureIntake, Transaction, violatedConstraint } from '@buurtstem/platform-api';
import { mayAddPicture } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { ProposalPictureEntity } from '../entities';
import { OwnPictures, refuseAlt, type OwnProposal } from './own-pictures';

/** Many more than five plans need; unpacking a photo takes a second of a processor. */
const PER_RESIDENT = { hits: 60, seconds: 3600 };

export interface SentPicture {
  /** Given out by who sends it, so that sending it again, after a connection that was lost, does not add a second one. */
  readonly id: string;
  readonly bytes: Buffer;
  /** What it shows; empty where that is still to be said. */
  readonly alt: string;
}

/** Puts a photo beside one's own proposal, after those that are there. */
@Injectable()
export class AddPicture {
  constructor(
    private readonly transaction: Transaction,
    private readonly limits: Limits,
    private readonly intake: PictureIntake,
    private readonly own: OwnPictures,
  ) {}

  async execute(plan: OwnProposal, { id, bytes, alt }: SentPicture): Promise<void> {
    refuseAlt(alt);
    await this.limits.hit('picture', plan.editorId, PER_RESIDENT);
    // Before the work of unpacking what has no place.
    const isThere = await this.transaction.run((em) => this.isThere(em, plan, id));
    if (isThere) return;
    const stored = await this.intake.take(bytes);
    await this.transaction.run(async (em) => {
      if (await this.isThere(em, plan, id)) return;
      const { proposal, pictures } = await this.own.hold(em, plan);
      const { districtId, id: proposalId } = proposal;
      const picture = { ...stored, districtId, proposalId, position: pictures.length, id, hidden: false };
      await em.insert(ProposalPictureEntity, { ...picture, alt: alt.trim() }).catch((error: unknown) => {
        // Of another proposal: it has none by this name.
        if (violatedConstraint(error) === 'proposal_picture_id') throw new Refusal('picture-not-found');
        throw error;
      });
      await this.own.changed(em, proposal);
    });
  }

  /** Whether this very picture came before; refuses one more where there may be none. */
  private async isThere(em: EntityManager, plan: OwnProposal, id: string): Promise<boolean> {
    const { proposal, pictures, voicesHeard } = await this.own.hold(em, plan);
    if (pictures.some((one) => one.id === id && !one.hidden)) return true;
    const allowed = mayAddPicture(proposal, plan.editorId, voicesHeard, pictures);
    if (!allowed.ok) throw new Refusal(allowed.refusal);
    return false;
  }
}
