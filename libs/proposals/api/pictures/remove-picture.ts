import { Injectable } from '@nestjs/common';
import { Transaction } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { ProposalPictureEntity } from '../entities';
import { OwnPictures, type OwnProposal } from './own-pictures';

/** Takes a picture away from one's own proposal; its files follow when the house is swept. */
@Injectable()
export class RemovePicture {
  constructor(
    private readonly transaction: Transaction,
    private readonly own: OwnPictures,
  ) {}

  execute(plan: OwnProposal, id: string): Promise<void> {
    return this.transaction.run(async (em) => {
      const held = await this.own.hold(em, plan);
      const picture = this.own.holdOne(held, plan.editorId, id);
      await refuseUnderReview(em, picture);
      await em.delete(ProposalPictureEntity, { districtId: picture.districtId, id });
      const others = held.pictures.filter((one) => one.id !== id);
      await this.own.place(
        em,
        held.proposal,
        others.map((one) => one.id),
      );
      await this.own.changed(em, held.proposal);
    });
  }
}

/** Moderators decide about what was reported; it may not be gone when they look. */
async function refuseUnderReview(
  em: EntityManager,
  { districtId, id }: ProposalPictureEntity,
): Promise<void> {
  const [open] = await em.query<unknown[]>(
    `select from moderation_case
     where district_id = $1 and subject_kind = 'picture' and subject_id = $2 and state in ('open', 'appealed')`,
    [districtId, id],
  );
  if (open) throw new Refusal('picture-under-review');
}
