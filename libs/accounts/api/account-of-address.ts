import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Pseudonyms } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { Account } from './account.entity';
import { lockAddress } from './households';

interface Mailbox {
  readonly email: string;
  readonly emailCanonical: string;
}

/** Finds the account of a mailbox, or makes it: one per canonical address, however many sign in at once. */
@Injectable()
export class AccountOfAddress {
  constructor(private readonly pseudonyms: Pseudonyms) {}

  /** Of the people of a household the first one; they choose who they are once they are signed in. */
  async execute(em: EntityManager, mailbox: Mailbox, now: Date): Promise<ResidentId> {
    await lockAddress(em, mailbox.emailCanonical);
    const [known] = await em.find(Account, {
      where: { emailCanonical: mailbox.emailCanonical },
      order: { householdPosition: 'ASC' },
      take: 1,
    });
    if (known) {
      await em.update(Account, { id: known.id }, { lastSeenAt: now });
      return known.id;
    }
    return (await this.adopt(em, mailbox, now)) ?? (await make(em, mailbox, now));
  }

  /**
   * Who voted on paper and gave this address has an account already, with that vote: it becomes theirs, so that paper
   * and site together stay one vote. (`paper_voter` is the voting room's; it keeps a pseudonym of the address.)
   */
  private async adopt(em: EntityManager, mailbox: Mailbox, now: Date): Promise<ResidentId | null> {
    const [paper] = await em.query<{ id: ResidentId }[]>(
      `select account.id from paper_voter join account on account.id = paper_voter.account_id
       where paper_voter.email_pseudonym = $1 and account.erased_at is null
         and account.email_canonical like '%.invalid'
       order by paper_voter.entered_at, account.id limit 1 for update of account`,
      [this.pseudonyms.of('email', mailbox.emailCanonical)],
    );
    if (!paper) return null;
    const { email, emailCanonical } = mailbox;
    await em.update(
      Account,
      { id: paper.id },
      { email, emailCanonical, householdPosition: 1, lastSeenAt: now },
    );
    return paper.id;
  }
}

async function make(em: EntityManager, mailbox: Mailbox, now: Date): Promise<ResidentId> {
  const { email, emailCanonical } = mailbox;
  const id = randomUUID() as string as ResidentId;
  await em.insert(Account, {
    id,
    email,
    emailCanonical,
    displayName: null,
    householdPosition: 1,
    createdAt: now,
    lastSeenAt: now,
    erasedAt: null,
  });
  return id;
}
