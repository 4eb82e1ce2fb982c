import { Injectable } from '@nestjs/common';
import { Clock, Pseudonyms, Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { Broker } from './broker';
import { Proofs } from './proofs';

/** Shows level 2: the identity provider says who it is. One person there is one account here, in all districts. */
@Injectable()
export class LinkIdentity {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly pseudonyms: Pseudonyms,
    private readonly broker: Broker,
    private readonly proofs: Proofs,
  ) {}

  async execute(
    { districtId, accountId }: { readonly districtId: number; readonly accountId: ResidentId },
    subject: string,
  ): Promise<void> {
    const { issuer } = this.broker.settings;
    const pseudonym = this.pseudonyms.of('subject', `${issuer} ${subject}`);
    await this.transaction.run(async (em) => {
      const at = await this.clock.now(em);
      if ((await accountOf(em, issuer, pseudonym, accountId, at)) !== accountId)
        throw new Refusal('identity-taken');
      await this.proofs.add(em, { districtId, accountId, level: 2, method: 'broker', at, home: null });
    });
  }
}

/** Whose person it is; ours when it was nobody's. Of two who ask at once, the second waits here and reads the first. */
async function accountOf(
  em: EntityManager,
  issuer: string,
  pseudonym: Buffer,
  accountId: ResidentId,
  at: Date,
): Promise<string | undefined> {
  await em.query(
    `insert into broker_subject (issuer, subject_pseudonym, account_id, linked_at) values ($1, $2, $3, $4)
     on conflict (issuer, subject_pseudonym) do nothing`,
    [issuer, pseudonym, accountId, at],
  );
  const [row] = await em.query<{ account_id: string }[]>(
    'select account_id from broker_subject where issuer = $1 and subject_pseudonym = $2',
    [issuer, pseudonym],
  );
  return row?.account_id;
}
