import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { Secrets } from '../secrets';
import { NoticeOfFactor } from './notice-of-factor';
import { SecondFactor } from './second-factor.entity';
import { SecondFactors, type FactorOwner } from './second-factors';
import { stepOfCode } from './totp';

/** The app shows the right code: from now on it is a second factor. */
@Injectable()
export class ConfirmTotp {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly factors: SecondFactors,
    private readonly secrets: Secrets,
    private readonly notice: NoticeOfFactor,
  ) {}

  async execute(owner: FactorOwner, id: string, code: string): Promise<Date> {
    await this.factors.countTry(owner.id);
    const { label, now } = await this.transaction.run(async (em) => {
      await this.factors.mayEnrol(em, owner);
      const factor = await this.factors.started(em, owner.id, id, 'totp');
      const now = await this.clock.now(em);
      const secret = factor.secret && this.secrets.unseal(`${owner.id} ${id}`, factor.secret);
      const step = secret === null ? null : stepOfCode(secret, code, now);
      if (step === null) throw new Refusal('second-factor-wrong');
      await em.update(
        SecondFactor,
        { accountId: owner.id, id },
        { confirmedAt: now, lastUsedAt: now, lastStep: String(step) },
      );
      return { label: factor.label, now };
    });
    await this.notice.send(owner.email, label);
    return now;
  }
}
