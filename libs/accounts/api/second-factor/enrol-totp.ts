import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { encode } from 'uqr';
import { Secrets } from '../secrets';
import { labelOf, SecondFactors, type FactorOwner } from './second-factors';
import { newTotpSecret, totpUri } from './totp';

export interface TotpEnrolment {
  readonly id: string;
  readonly secret: string;
  readonly uri: string;
  readonly qr: string[];
}

/** Hands out the secret for an app with codes; it counts once a code of the app is shown to be right. */
@Injectable()
export class EnrolTotp {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly factors: SecondFactors,
    private readonly secrets: Secrets,
  ) {}

  async execute(owner: FactorOwner, labelText: string): Promise<TotpEnrolment> {
    const label = labelOf(labelText);
    const id = randomUUID();
    const secret = newTotpSecret();
    await this.transaction.run(async (em) => {
      await this.factors.mayEnrol(em, owner);
      await this.factors.start(em, {
        accountId: owner.id,
        id,
        kind: 'totp',
        label,
        secret: this.secrets.seal(`${owner.id} ${id}`, secret),
        credentialId: null,
        publicKey: null,
        signCount: '0',
        lastStep: '0',
        createdAt: await this.clock.now(em),
        confirmedAt: null,
        lastUsedAt: null,
      });
    });
    const uri = totpUri(secret, owner.email);
    return { id, secret, uri, qr: qrRows(uri) };
  }
}

/** The page draws the code itself: markup from here would have to be trusted. */
function qrRows(text: string): string[] {
  return encode(text, { ecc: 'M', border: 2 }).data.map((row) =>
    row.map((isDark) => (isDark ? '1' : '0')).join(''),
  );
}
