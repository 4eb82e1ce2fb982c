import { Injectable } from '@nestjs/common';
import { Clock, type CurrentAccount } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { Account } from './account.entity';

export interface FoundAccount extends Omit<CurrentAccount, 'roles'> {
  readonly hasSecondFactor: boolean;
  /** Nobody noted for a day that they were here. */
  readonly isUnseen: boolean;
}

/** Of a row of `account`, as {@link FoundAccount}. */
export const ACCOUNT_COLUMNS = `
  account.id, account.email, account.display_name as "displayName",
  account.household_position as "householdPosition",
  coalesce((select jsonb_agg(jsonb_build_object('district', district.slug, 'role', role_grant.role)
                             order by district.slug, role_grant.role)
            from role_grant join district on district.id = role_grant.district_id
            where role_grant.account_id = account.id), '[]') as "heldRoles",
  exists (select from second_factor where account_id = account.id and confirmed_at is not null)
    as "hasSecondFactor",
  account.last_seen_at < clock_timestamp() - interval '1 day' as "isUnseen"`;

/** With the roles that count in a session. */
export function currentAccount(
  { id, email, displayName, householdPosition, heldRoles, hasSecondFactor }: FoundAccount,
  isSecondFactorConfirmed: boolean,
): CurrentAccount {
  // A session that confirmed a factor which was taken away since has confirmed nothing.
  const roles = isSecondFactorConfirmed && hasSecondFactor ? heldRoles : [];
  return { id, email, displayName, householdPosition, heldRoles, roles };
}

/** Answers who somebody is. */
@Injectable()
export class Accounts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The account with its roles, or null when it is gone. */
  async whoIs(id: ResidentId, isSecondFactorConfirmed = false): Promise<CurrentAccount | null> {
    const [found] = await this.dataSource.query<FoundAccount[]>(
      `select ${ACCOUNT_COLUMNS} from account where account.id = $1 and account.erased_at is null`,
      [id],
    );
    if (!found) return null;
    if (found.isUnseen) await this.see([id]);
    return currentAccount(found, isSecondFactorConfirmed);
  }

  /**
   * Notes that they are there: an account that nobody uses is erased in the end. One that another process notes just now is
   * left to it.
   */
  async see(ids: readonly ResidentId[]): Promise<void> {
    await this.dataSource.query(
      `update account set last_seen_at = greatest(last_seen_at, ${this.clock.expression})
       where id in (select id from account where id = any($1::uuid[]) order by id for no key update skip locked)`,
      [ids],
    );
  }

  async rename(id: ResidentId, displayName: string): Promise<void> {
    await this.dataSource.getRepository(Account).update({ id }, { displayName });
  }
}
