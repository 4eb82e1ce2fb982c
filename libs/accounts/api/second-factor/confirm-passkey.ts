import { Injectable } from '@nestjs/common';
import { Clock, Transaction, violatedConstraint } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import type { PasskeyChallenge } from '../current-session';
import { NoticeOfFactor } from './notice-of-factor';
import { isInTime } from './passkey-time';
import { Passkeys } from './passkeys';
import { SecondFactor } from './second-factor.entity';
import { SecondFactors, type FactorOwner } from './second-factors';

/** The browser answers with a new passkey: from now on it is a second factor. */
@Injectable()
export class ConfirmPasskey {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly notice: NoticeOfFactor,
  ) {}

  /** `asked` is what the session kept; `origin` is where the browser says that it is. */
  async execute(
    owner: FactorOwner,
    id: string,
    response: object,
    asked: PasskeyChallenge | undefined,
    origin: string | undefined,
  ): Promise<Date> {
    await this.factors.countTry(owner.id);
    const { label, now } = await this.transaction
      .run(async (em) => {
        await this.factors.mayEnrol(em, owner);
        const factor = await this.factors.started(em, owner.id, id, 'passkey');
        const now = await this.clock.now(em);
        const isAsked = asked?.enrolment === id && isInTime(asked, now);
        const passkey = isAsked ? await this.passkeys.register(response, asked.challenge, origin) : null;
        if (!passkey) throw new Refusal('second-factor-wrong');
        await em.update(
          SecondFactor,
          { accountId: owner.id, id },
          {
            credentialId: passkey.credentialId,
            publicKey: passkey.publicKey,
            signCount: String(passkey.signCount),
            confirmedAt: now,
            lastUsedAt: now,
          },
        );
        return { label: factor.label, now };
      })
      .catch((error: unknown) => {
        // The passkey of one person is not the second factor of another.
        if (violatedConstraint(error) === 'second_factor_credential')
          throw new Refusal('second-factor-wrong');
        throw error;
      });
    await this.notice.send(owner.email, label);
    return now;
  }
}
