import { Injectable } from '@nestjs/common';
import { Transaction } from '@buurtstem/platform-api';
import { arrange } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { OwnPictures, type OwnProposal } from './own-pictures';

/** Puts the pictures of one's own proposal in another order; the first is the one that lists show. */
@Injectable()
export class OrderPictures {
  constructor(
    private readonly transaction: Transaction,
    private readonly own: OwnPictures,
  ) {}

  execute(plan: OwnProposal, wanted: readonly string[]): Promise<void> {
    return this.transaction.run(async (em) => {
      const held = await this.own.hold(em, plan);
      this.own.refuseLocked(held, plan.editorId);
      const order = arrange(held.pictures, wanted);
      if (!order.ok) throw new Refusal(order.refusal);
      await this.own.place(em, held.proposal, order.value);
      await this.own.changed(em, held.proposal);
    });
  }
}
