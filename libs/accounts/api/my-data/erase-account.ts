import { Injectable } from '@nestjs/common';
import { parseEmail } from '@buurtstem/accounts-domain';
import { Clock, PersonalData, Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { keepAnAdministrator } from '../staff/administrators';

/** Why an account is erased: its owner typed their address, or nobody came since an instant. */
export type ErasureReason = { readonly emailTyped: string } | { readonly unusedSince: Date };

/** Forgets a person in all rooms at once, or in none. What was counted stays counted. */
@Injectable()
export class EraseAccount {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
  ) {}

  /** Answers whether it was erased: not when somebody came back, or works for a district, in the meantime. */
  execute(accountId: ResidentId, reason: ErasureReason): Promise<boolean> {
    return this.transaction.run(async (em) => {
      const [account] = await em.query<{ canonical: string; lastSeenAt: Date }[]>(
        `select email_canonical as canonical, last_seen_at as "lastSeenAt" from account
         where id = $1 and erased_at is null for update`,
        [accountId],
      );
      if (!account) return false;
      if ('emailTyped' in reason) {
        refuseAnother(account.canonical, reason.emailTyped);
        await keepAnAdministrator(em, accountId, null);
      } else if (account.lastSeenAt >= reason.unusedSince || (await isStaff(em, accountId))) {
        return false;
      }
      const now = await this.clock.now(em);
      // The account itself goes last: the other rooms still find by it what belongs to it.
      const rooms = [...this.personalData.rooms].sort(
        (one, other) => Number(one.name === 'account') - Number(other.name === 'account'),
      );
      for (const room of rooms) await room.erase(em, accountId, now);
      return true;
    });
  }
}

function refuseAnother(canonical: string, typed: string): void {
  const email = parseEmail(typed);
  if (email.ok && email.value.canonical === canonical) return;
  throw new Refusal('email-does-not-match', [
    { field: 'email', code: 'email-does-not-match', message: 'is not the address of the account' },
  ]);
}

async function isStaff(em: EntityManager, accountId: ResidentId): Promise<boolean> {
  const held = await em.query<unknown[]>('select from role_grant where account_id = $1', [accountId]);
  return held.length > 0;
}
