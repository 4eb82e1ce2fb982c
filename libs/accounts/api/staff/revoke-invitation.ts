import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { IsNull } from 'typeorm';
import { StaffInvitation } from './staff-invitation.entity';

@Injectable()
export class RevokeInvitation {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly districts: Districts,
  ) {}

  async execute(district: string, id: string): Promise<void> {
    const districtId = await this.districts.idOf(district);
    await this.transaction.run(async (em) => {
      const { affected } = await em.update(
        StaffInvitation,
        { districtId, id, acceptedAt: IsNull(), revokedAt: IsNull() },
        { revokedAt: await this.clock.now(em) },
      );
      if (affected === 0) throw new Refusal('invitation-not-found');
    });
  }
}
