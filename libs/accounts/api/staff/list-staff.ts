import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import { Clock } from '@buurtstem/platform-api';
import type { Role } from '@buurtstem/shared-domain';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { StaffInvitation } from './staff-invitation.entity';

export interface StaffMember {
  readonly accountId: string;
  readonly displayName: string | null;
  readonly email: string;
  readonly roles: Role[];
  readonly hasSecondFactor: boolean;
  readonly lastSeenAt: Date;
}

/** Who works for a district, and who is invited to. */
@Injectable()
export class ListStaff {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly districts: Districts,
  ) {}

  async execute(district: string): Promise<{ members: StaffMember[]; invitations: StaffInvitation[] }> {
    const districtId = await this.districts.idOf(district);
    const em = this.dataSource.manager;
    const members = await em.query<StaffMember[]>(
      `select account.id as "accountId", account.display_name as "displayName", account.email,
              json_agg(role_grant.role order by role_grant.role) as roles,
              exists (select from second_factor where account_id = account.id and confirmed_at is not null)
                as "hasSecondFactor",
              account.last_seen_at as "lastSeenAt"
       from role_grant join account on account.id = role_grant.account_id
       where role_grant.district_id = $1
       group by account.id order by coalesce(account.display_name, account.email), account.id`,
      [districtId],
    );
    const invitations = await em.find(StaffInvitation, {
      where: {
        districtId,
        acceptedAt: IsNull(),
        revokedAt: IsNull(),
        expiresAt: MoreThan(await this.clock.now(em)),
      },
      order: { invitedAt: 'DESC', id: 'ASC' },
    });
    return { members, invitations };
  }
}
