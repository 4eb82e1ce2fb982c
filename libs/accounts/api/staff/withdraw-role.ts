import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import { Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId, type Role } from '@buurtstem/shared-domain';
import { keepAnAdministrator } from './administrators';

/** Takes a role away; it counts no more from the very next request on. */
@Injectable()
export class WithdrawRole {
  constructor(
    private readonly transaction: Transaction,
    private readonly districts: Districts,
  ) {}

  async execute(district: string, accountId: ResidentId, role: Role): Promise<void> {
    const districtId = await this.districts.idOf(district);
    await this.transaction.run(async (em) => {
      if (role === 'administrator') await keepAnAdministrator(em, accountId, districtId);
      const [, taken] = await em.query<[unknown, number]>(
        'delete from role_grant where district_id = $1 and account_id = $2 and role = $3',
        [districtId, accountId, role],
      );
      if (taken === 0) throw new Refusal('staff-not-found');
    });
  }
}
