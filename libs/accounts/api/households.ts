import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import { Clock, Prepared, Transaction, type CurrentAccount } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Account } from './account.entity';
import { nameOf } from './rename-account';

export interface Household {
  readonly position: number;
  readonly limit: number;
  readonly others: readonly { readonly id: string; readonly displayName: string | null }[];
}

/**
 * The people who share one e-mail address. Any district may allow several; the account belongs to no district, so the
 * most generous one decides how many there may be, and each district decides whose votes it takes.
 */
@Injectable()
export class Households {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly districts: Districts,
    private readonly prepared: Prepared,
  ) {}

  async of(account: Pick<CurrentAccount, 'id' | 'householdPosition'>): Promise<Household> {
    const others = await this.prepared.query<{ id: string; displayName: string | null }>(
      'household',
      `select other.id, other.display_name as "displayName"
       from account me join account other using (email_canonical)
       where me.id = $1 and other.id <> me.id order by other.household_position`,
      [account.id],
    );
    return { position: account.householdPosition, limit: await this.limit(), others };
  }

  /** Makes an account for one more person on the address of this one. */
  async add(accountId: ResidentId, displayNameText: string): Promise<ResidentId> {
    const displayName = nameOf(displayNameText);
    return this.transaction.run(async (em) => {
      const me = await em.findOneByOrFail(Account, { id: accountId });
      await lockAddress(em, me.emailCanonical);
      const taken = await em.find(Account, {
        select: { householdPosition: true },
        where: { emailCanonical: me.emailCanonical },
      });
      const position = firstFree(taken.map(({ householdPosition }) => householdPosition));
      if (taken.length >= (await this.limit(em))) throw new Refusal('household-full');
      const now = await this.clock.now(em);
      const id = randomUUID() as string as ResidentId;
      await em.insert(Account, {
        id,
        email: me.email,
        emailCanonical: me.emailCanonical,
        displayName,
        householdPosition: position,
        createdAt: now,
        lastSeenAt: now,
        erasedAt: null,
      });
      return id;
    });
  }

  /** Whoever reads the mail of the address may be each of its people; nobody else. */
  async member(accountId: ResidentId, wanted: string): Promise<ResidentId> {
    const [row] = await this.dataSource.query<{ id: ResidentId }[]>(
      `select other.id from account me join account other using (email_canonical)
       where me.id = $1 and other.id = $2 and other.erased_at is null`,
      [accountId, wanted],
    );
    if (!row) throw new Refusal('person-not-found');
    return row.id;
  }

  private async limit(em?: EntityManager): Promise<number> {
    const rulebooks = await this.districts.rulebooks(em);
    return Math.max(1, ...rulebooks.map(({ accountsPerEmail }) => accountsPerEmail));
  }
}

/** Until the transaction ends, nobody else makes an account on this address. */
export async function lockAddress(em: EntityManager, emailCanonical: string): Promise<void> {
  await em.query(`select pg_advisory_xact_lock(hashtextextended('address ' || $1, 0))`, [emailCanonical]);
}

function firstFree(taken: readonly number[]): number {
  let position = 1;
  while (taken.includes(position)) position++;
  return position;
}
