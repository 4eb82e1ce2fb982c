import { Injectable } from '@nestjs/common';
import { Transaction, type CurrentAccount } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { SecondFactor } from './second-factor.entity';
import { lockAccount, SecondFactors } from './second-factors';

/** Takes a second factor away; staff always keep one. */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly transaction: Transaction,
    private readonly factors: SecondFactors,
  ) {}

  async execute(owner: CurrentAccount, isConfirmed: boolean, id: string): Promise<void> {
    if (!isConfirmed) throw new Refusal('second-factor-needed');
    await this.transaction.run(async (em) => {
      await lockAccount(em, owner.id);
      const known = await this.factors.confirmed(owner.id, em);
      if (!known.some((factor) => factor.id === id)) throw new Refusal('second-factor-not-found');
      if (known.length === 1 && owner.heldRoles.length > 0) throw new Refusal('second-factor-last');
      await em.delete(SecondFactor, { accountId: owner.id, id });
    });
  }
}
