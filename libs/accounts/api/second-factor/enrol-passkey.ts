import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@buurtstem/platform-api';
import type { PasskeyChallenge } from '../current-session';
import { Passkeys } from './passkeys';
import { labelOf, SecondFactors, type FactorOwner } from './second-factors';

export interface PasskeyEnrolment {
  readonly id: string;
  readonly options: object;
  /** To keep in the session. */
  readonly challenge: PasskeyChallenge;
}

/** Asks the browser for a new passkey; it counts once the browser has answered. */
@Injectable()
export class EnrolPasskey {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
  ) {}

  execute(owner: FactorOwner, labelText: string): Promise<PasskeyEnrolment> {
    const label = labelOf(labelText);
    const id = randomUUID();
    return this.transaction.run(async (em) => {
      await this.factors.mayEnrol(em, owner);
      const now = await this.clock.now(em);
      await this.factors.start(em, {
        accountId: owner.id,
        id,
        kind: 'passkey',
        label,
        secret: null,
        credentialId: null,
        publicKey: null,
        signCount: '0',
        lastStep: '0',
        createdAt: now,
        confirmedAt: null,
        lastUsedAt: null,
      });
      const known = await this.factors.confirmed(owner.id, em);
      const options = await this.passkeys.registrationOptions(owner, known);
      const challenge = { challenge: options.challenge, enrolment: id, askedAt: now.toISOString() };
      return { id, options, challenge };
    });
  }
}
