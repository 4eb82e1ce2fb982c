import { Injectable } from '@nestjs/common';
import type { CurrentAccount } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { Account } from './account.entity';

/** Answers who somebody is. */
@Injectable()
export class Accounts {
  constructor(private readonly dataSource: DataSource) {}

  /** The account with its roles, or null when it is gone. One statement, since it runs with every request. */
  async whoIs(id: ResidentId, isSecondFactorConfirmed = false): Promise<CurrentAccount | null> {
    const [row] = await this.dataSource.query<Omit<CurrentAccount, 'roles'>[]>(
      `select account.id, account.email, account.display_name as "displayName",
              account.household_position as "householdPosition",
              coalesce((select jsonb_agg(jsonb_build_object('district', district.slug, 'role', role_grant.role)
                                         order by district.slug, role_grant.role)
                        from role_grant join district on district.id = role_grant.district_id
                        where role_grant.account_id = account.id), '[]') as "heldRoles"
       from account where account.id = $1 and account.erased_at is null`,
      [id],
    );
    return row ? { ...row, roles: isSecondFactorConfirmed ? row.heldRoles : [] } : null;
  }

  async rename(id: ResidentId, displayName: string): Promise<void> {
    await this.dataSource.getRepository(Account).update({ id }, { displayName });
  }
}
