import { Injectable } from '@nestjs/common';
import { parseFactorLabel } from '@buurtstem/accounts-domain';
import { Limits } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { SecondFactor } from './second-factor.entity';

/** Who acts: the account, and whether this session has confirmed a second factor already. */
export interface FactorOwner {
  readonly id: ResidentId;
  readonly email: string;
  readonly isConfirmed: boolean;
}

/** Tries of one account, right and wrong, by code or by passkey. */
const TRIES = { hits: 5, seconds: 300 };

/** Questions about second factors, and the rules that all that is done with them share. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly limits: Limits,
  ) {}

  confirmed(accountId: ResidentId, em: EntityManager = this.dataSource.manager): Promise<SecondFactor[]> {
    return em.find(SecondFactor, {
      where: { accountId, confirmedAt: Not(IsNull()) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /**
   * The first factor may be added after signing in by mail alone, since there is nothing else yet. A further one needs
   * a factor that is there: who reads somebody's mail must not add their own. Call it again when the enrolment is
   * confirmed; it holds the account, so that two cannot both be the first.
   */
  async mayEnrol(em: EntityManager, owner: FactorOwner): Promise<void> {
    await lockAccount(em, owner.id);
    const known = await this.confirmed(owner.id, em);
    if (known.length > 0 && !owner.isConfirmed) throw new Refusal('second-factor-needed');
  }

  /** Starts an enrolment; one that was started before and never confirmed is forgotten. */
  async start(em: EntityManager, factor: SecondFactor): Promise<void> {
    await em.delete(SecondFactor, { accountId: factor.accountId, confirmedAt: IsNull() });
    await em.insert(SecondFactor, factor);
  }

  async started(em: EntityManager, accountId: ResidentId, id: string, kind: SecondFactor['kind']) {
    const factor = await em.findOneBy(SecondFactor, { accountId, id, kind, confirmedAt: IsNull() });
    if (!factor) throw new Refusal('second-factor-not-found');
    return factor;
  }

  /** Six digits are guessed in a million tries: so few are given. */
  countTry(accountId: ResidentId): Promise<void> {
    return this.limits.hit('second-factor', accountId, TRIES);
  }
}

export async function lockAccount(em: EntityManager, accountId: ResidentId): Promise<void> {
  await em.query('select from account where id = $1 for update', [accountId]);
}

export function labelOf(text: string): string {
  const label = parseFactorLabel(text);
  if (label.ok) return label.value;
  throw new Refusal(label.refusal, [{ field: 'label', code: label.refusal, message: 'is not a label' }]);
}
