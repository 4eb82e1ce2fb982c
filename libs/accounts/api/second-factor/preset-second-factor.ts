import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { Secrets } from '../secrets';
import { SecondFactor } from './second-factor.entity';
import { newTotpSecret } from './totp';

/** Gives a member of a demo's staff an app with codes; `/dev/second-factor-codes` shows them. */
@Injectable()
export class PresetSecondFactor {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  async execute(accountId: ResidentId, label: string): Promise<void> {
    const id = randomUUID();
    await this.transaction.run(async (em) => {
      const now = await this.clock.now(em);
      await em.insert(SecondFactor, {
        accountId,
        id,
        kind: 'totp',
        label,
        secret: this.secrets.seal(`${accountId} ${id}`, newTotpSecret()),
        credentialId: null,
        publicKey: null,
        signCount: '0',
        lastStep: '0',
        createdAt: now,
        confirmedAt: now,
        lastUsedAt: null,
      });
    });
  }
}
