import { Injectable } from '@nestjs/common';
import { judgeLetterCode, readLetterCode } from '@buurtstem/accounts-domain';
import { Clock, Limits, Transaction, type Allowance } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { LetterBatchEntity, LetterCodeEntity } from './entities';
import { LetterCodes } from './letter-codes';
import { Proofs } from './proofs';

const QUARTER = 900;
const PER_ACCOUNT: Allowance = { hits: 5, seconds: QUARTER };
const PER_NETWORK: Allowance = { hits: 30, seconds: QUARTER };

/** Shows level 2: a code from a letter to somebody's home, which works once. */
@Injectable()
export class UseLetterCode {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly codes: LetterCodes,
    private readonly proofs: Proofs,
  ) {}

  async execute(districtId: number, accountId: ResidentId, given: string, network: string): Promise<void> {
    await this.limits.hit('letter-code by account', accountId, PER_ACCOUNT);
    await this.limits.hit('letter-code by network', network, PER_NETWORK);
    const text = readLetterCode(given);
    if (text === null) throw wrong();
    const codeHash = this.codes.hashOf(districtId, text);
    await this.transaction.run(async (em) => {
      // Two accounts that hand in one code at once come one after the other.
      const code = await em.findOne(LetterCodeEntity, {
        where: { districtId, codeHash },
        lock: { mode: 'pessimistic_write' },
      });
      if (!code) throw wrong();
      const batch = await em.findOneByOrFail(LetterBatchEntity, { districtId, id: code.batchId });
      const at = await this.clock.now(em);
      const { expiresAt, revokedAt } = batch;
      const judged = judgeLetterCode({ usedBy: code.usedBy, expiresAt, revokedAt }, accountId, at);
      if (!judged.ok) throw new Refusal(judged.refusal, [fieldError(judged.refusal)]);
      if (judged.value === 'used-before') return;
      await em.update(LetterCodeEntity, { districtId, codeHash }, { usedAt: at, usedBy: accountId });
      await this.proofs.add(em, { districtId, accountId, level: 2, method: 'letter', at, home: null });
    });
  }
}

type LetterRefusal = 'letter-code-wrong' | 'letter-code-used' | 'letter-code-expired';

/** A code of another district and a code that never was look the same. */
function wrong(): Refusal {
  return new Refusal('letter-code-wrong', [fieldError('letter-code-wrong')]);
}

function fieldError(code: LetterRefusal) {
  return { field: 'code', code, message: 'does not work' };
}
