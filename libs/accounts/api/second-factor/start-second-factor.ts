import { Injectable } from '@nestjs/common';
import type { SecondFactorKind } from '@buurtstem/accounts-domain';
import { Clock } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import type { PasskeyChallenge } from '../current-session';
import { Passkeys } from './passkeys';
import { SecondFactors } from './second-factors';

export interface SecondFactorStart {
  readonly kinds: SecondFactorKind[];
  readonly passkeyOptions: object | null;
  /** To keep in the session. */
  readonly challenge: PasskeyChallenge | undefined;
}

/** Tells with what somebody can confirm who they are, and asks their passkeys. */
@Injectable()
export class StartSecondFactor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
  ) {}

  async execute(accountId: ResidentId): Promise<SecondFactorStart> {
    const known = await this.factors.confirmed(accountId);
    if (known.length === 0) throw new Refusal('second-factor-not-found');
    const kinds = [...new Set(known.map(({ kind }) => kind))];
    const passkeys = known.filter(({ kind }) => kind === 'passkey');
    if (passkeys.length === 0) return { kinds, passkeyOptions: null, challenge: undefined };
    const options = await this.passkeys.authenticationOptions(passkeys);
    const askedAt = (await this.clock.now(this.dataSource.manager)).toISOString();
    return {
      kinds,
      passkeyOptions: options,
      challenge: { challenge: options.challenge, enrolment: null, askedAt },
    };
  }
}
