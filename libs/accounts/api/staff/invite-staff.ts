import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { INVITATION_DAYS, invitationExpiry } from '@buurtstem/accounts-domain';
import { Districts } from '@buurtstem/districts-api';
import { Mailer, MailLanguage, staffInvitationMail } from '@buurtstem/notifications-api';
import { Clock, Config, Transaction, violatedConstraint } from '@buurtstem/platform-api';
import { Refusal, type ResidentId, type Role } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { parseOwnEmail } from '../own-email';
import { StaffInvitation } from './staff-invitation.entity';

/**
 * Invites somebody to work for a district, by mail. Who has no account makes one by signing in with that address; the
 * role counts from when they accept it.
 */
@Injectable()
export class InviteStaff {
  private readonly logger = new Logger('Staff');

  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly districts: Districts,
    private readonly mailer: Mailer,
    private readonly language: MailLanguage,
  ) {}

  /** `invitedBy` is null for the operator at the command line. */
  async execute(
    districtSlug: string,
    emailText: string,
    role: Role,
    invitedBy: ResidentId | null,
  ): Promise<StaffInvitation> {
    const district = await this.districts.bySlug(districtSlug);
    const { address, canonical } = parseOwnEmail(emailText);
    const invitation = await this.transaction
      .run(async (em) => {
        await refuseWhenHeld(em, district.id, canonical, role);
        const now = await this.clock.now(em);
        const key = { districtId: district.id, emailCanonical: canonical, role };
        await em.query(
          `update staff_invitation set revoked_at = $4 where district_id = $1 and email_canonical = $2
             and role = $3 and accepted_at is null and revoked_at is null and expires_at <= $4`,
          [district.id, canonical, role, now],
        );
        const made: StaffInvitation = {
          ...key,
          id: randomUUID(),
          email: address,
          invitedBy,
          invitedAt: now,
          expiresAt: invitationExpiry(now),
          acceptedBy: null,
          acceptedAt: null,
          revokedAt: null,
        };
        await em.insert(StaffInvitation, made);
        return made;
      })
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'staff_invitation_pending') throw new Refusal('invitation-pending');
        throw error;
      });
    await this.mail(invitation, district.name);
    return invitation;
  }

  /** Without its mail nobody would know of the invitation: it is taken back. */
  private async mail(invitation: StaffInvitation, district: string): Promise<void> {
    const { districtId, id, email, emailCanonical, role } = invitation;
    const url = `${this.config.publicUrl}/inloggen?uitnodiging=${id}`;
    try {
      const language = await this.language.ofAddress(emailCanonical);
      await this.mailer.send(email, staffInvitationMail(role, district, INVITATION_DAYS, url, language));
    } catch (error) {
      this.logger.error(`The mail of invitation ${id} was not taken: ${String(error)}`);
      await this.transaction.run((em) => em.delete(StaffInvitation, { districtId, id }));
      throw new Refusal('mail-not-sent');
    }
  }
}

async function refuseWhenHeld(
  em: EntityManager,
  districtId: number,
  canonical: string,
  role: Role,
): Promise<void> {
  const held = await em.query<unknown[]>(
    `select from role_grant join account on account.id = role_grant.account_id
     where role_grant.district_id = $1 and role_grant.role = $3 and account.email_canonical = $2`,
    [districtId, canonical, role],
  );
  if (held.length > 0) throw new Refusal('role-held-already');
}
