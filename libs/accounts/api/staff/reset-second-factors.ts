import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import { Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { lockAccount } from '../second-factor/second-factors';
import { SecondFactor } from '../second-factor/second-factor.entity';
import { Sessions } from '../sessions';

/** For who lost their phone: forgets all second factors of somebody of the staff, who enrols again by mail. */
@Injectable()
export class ResetSecondFactors {
  constructor(
    private readonly transaction: Transaction,
    private readonly districts: Districts,
    private readonly sessions: Sessions,
  ) {}

  /** `by` is who does it: one's own factors are removed one by one, with a factor that still works. */
  async execute(district: string, accountId: ResidentId, by: ResidentId): Promise<void> {
    if (accountId === by) throw new Refusal('not-allowed');
    const districtId = await this.districts.idOf(district);
    await this.transaction.run(async (em) => {
      await lockAccount(em, accountId);
      const held = await em.query<unknown[]>(
        'select from role_grant where district_id = $1 and account_id = $2',
        [districtId, accountId],
      );
      if (held.length === 0) throw new Refusal('staff-not-found');
      await em.delete(SecondFactor, { accountId });
      await this.sessions.endAll(accountId, em);
    });
  }
}
