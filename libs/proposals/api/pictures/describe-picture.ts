import { Injectable } from '@nestjs/common';
import { Transaction } from '@buurtstem/platform-api';
import { ProposalPictureEntity } from '../entities';
import { OwnPictures, refuseAlt, type OwnProposal } from './own-pictures';

/** Says what a picture shows, for who cannot see it. */
@Injectable()
export class DescribePicture {
  constructor(
    private readonly transaction: Transaction,
    private readonly own: OwnPictures,
  ) {}

  execute(plan: OwnProposal, id: string, alt: string): Promise<void> {
    refuseAlt(alt);
    return this.transaction.run(async (em) => {
      const held = await this.own.hold(em, plan);
      const { districtId } = this.own.holdOne(held, plan.editorId, id);
      await em.update(ProposalPictureEntity, { districtId, id }, { alt: alt.trim() });
      await this.own.changed(em, held.proposal);
    });
  }
}
