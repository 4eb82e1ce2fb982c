import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Transaction, type CurrentAccount } from '@buurtstem/platform-api';
import { Refusal, type Role } from '@buurtstem/shared-domain';
import { DataSource, type EntityManager } from 'typeorm';
import { StaffInvitation } from './staff-invitation.entity';

export interface MyInvitation {
  readonly id: string;
  readonly districtId: number;
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
  readonly invitedBy: string | null;
  readonly expiresAt: Date;
}

/** Open invitations of the address that somebody signed in with: who reads that mailbox is who was invited. */
const OPEN = `
  from staff_invitation invitation
  join account me on me.email_canonical = invitation.email_canonical
  join district on district.id = invitation.district_id
  left join account inviter on inviter.id = invitation.invited_by
  where me.id = $1 and invitation.accepted_at is null and invitation.revoked_at is null
    and invitation.expires_at > $2`;
const COLUMNS = `invitation.id, invitation.district_id as "districtId", district.slug, district.name,
  invitation.role, inviter.display_name as "invitedBy", invitation.expires_at as "expiresAt"`;

@Injectable()
export class ListMyInvitations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async execute(account: CurrentAccount): Promise<MyInvitation[]> {
    const em = this.dataSource.manager;
    return em.query<MyInvitation[]>(
      `select ${COLUMNS} ${OPEN} order by invitation.invited_at, invitation.id`,
      [account.id, await this.clock.now(em)],
    );
  }
}

/** Takes on the role that somebody was invited to. It counts once a second factor is confirmed. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly log: AuditLog,
  ) {}

  async execute(account: CurrentAccount, id: string, network: string): Promise<void> {
    const { manager } = this.dataSource;
    const invitation = await find(manager, account, id, await this.clock.now(manager));
    // Not a route for staff, so the log does not write it by itself; but it makes somebody staff.
    const act = {
      actorId: account.id,
      actorName: account.displayName ?? account.email,
      action: 'acceptInvitation',
      object: `${invitation.role}`,
      district: invitation.slug,
      network,
    };
    await this.log.record(act, () => this.transaction.run((em) => this.accept(em, account, id)));
  }

  private async accept(em: EntityManager, account: CurrentAccount, id: string): Promise<void> {
    const now = await this.clock.now(em);
    const { districtId, role } = await find(em, account, id, now, 'for update of invitation');
    await em.query(
      `insert into role_grant (district_id, account_id, role, granted_at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [districtId, account.id, role, now],
    );
    await em.update(StaffInvitation, { districtId, id }, { acceptedBy: account.id, acceptedAt: now });
  }
}

async function find(
  em: EntityManager,
  account: CurrentAccount,
  id: string,
  now: Date,
  lock = '',
): Promise<MyInvitation> {
  const [invitation] = await em.query<MyInvitation[]>(
    `select ${COLUMNS} ${OPEN} and invitation.id = $3 ${lock}`,
    [account.id, now, id],
  );
  if (!invitation) throw new Refusal('invitation-not-found');
  return invitation;
}
