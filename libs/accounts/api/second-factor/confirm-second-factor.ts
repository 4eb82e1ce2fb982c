import { Injectable } from '@nestjs/common';
import { isFreshStep } from '@buurtstem/accounts-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import type { PasskeyChallenge } from '../current-session';
import { Secrets } from '../secrets';
import { isInTime } from './passkey-time';
import { Passkeys } from './passkeys';
import { SecondFactor } from './second-factor.entity';
import { lockAccount, SecondFactors } from './second-factors';
import { stepOfCode } from './totp';

export type SecondFactorProof =
  | { readonly code: string }
  | {
      readonly passkey: object;
      /** What the session kept, and where the browser says that it is. */
      readonly asked: PasskeyChallenge | undefined;
      readonly origin: string | undefined;
    };

/** Judges a code or the answer of a passkey. Answers when it was confirmed. */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly secrets: Secrets,
  ) {}

  async execute(accountId: ResidentId, proof: SecondFactorProof): Promise<Date> {
    await this.factors.countTry(accountId);
    return this.transaction.run(async (em) => {
      // One try after the other, so that one code cannot be used twice at once.
      await lockAccount(em, accountId);
      const known = await this.factors.confirmed(accountId, em);
      const now = await this.clock.now(em);
      const use =
        'code' in proof ? this.byCode(known, proof.code, now) : await this.byPasskey(known, proof, now);
      if (!use) throw new Refusal('second-factor-wrong');
      await noteUse(em, use, now);
      return now;
    });
  }

  private byCode(known: readonly SecondFactor[], code: string, now: Date): FactorUse | null {
    for (const factor of known) {
      const secret = factor.secret && this.secrets.unseal(`${factor.accountId} ${factor.id}`, factor.secret);
      const step = secret ? stepOfCode(secret, code, now) : null;
      if (step !== null && isFreshStep(step, Number(factor.lastStep))) {
        return { factor, change: { lastStep: String(step) } };
      }
    }
    return null;
  }

  private async byPasskey(
    known: readonly SecondFactor[],
    { passkey, asked, origin }: Extract<SecondFactorProof, { passkey: object }>,
    now: Date,
  ): Promise<FactorUse | null> {
    if (!asked || asked.enrolment !== null || !isInTime(asked, now)) return null;
    const id = 'id' in passkey && typeof passkey.id === 'string' ? passkey.id : '';
    const factor = known.find(({ credentialId }) => credentialId?.toString('base64url') === id);
    if (!factor?.credentialId || !factor.publicKey) return null;
    const { credentialId, publicKey } = factor;
    const used = { ...factor, credentialId, publicKey };
    const signCount = await this.passkeys.verify(passkey, used, asked.challenge, origin);
    return signCount === null ? null : { factor, change: { signCount: String(signCount) } };
  }
}

interface FactorUse {
  readonly factor: SecondFactor;
  readonly change: Pick<SecondFactor, 'lastStep'> | Pick<SecondFactor, 'signCount'>;
}

async function noteUse(em: EntityManager, { factor, change }: FactorUse, now: Date): Promise<void> {
  const { accountId, id } = factor;
  await em.update(SecondFactor, { accountId, id }, { ...change, lastUsedAt: now });
}
