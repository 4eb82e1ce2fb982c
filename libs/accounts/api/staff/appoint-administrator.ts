import { Injectable } from '@nestjs/common';
import { parseEmail } from '@buurtstem/accounts-domain';
import { AuditLog } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { InviteStaff } from './invite-staff';

/**
 * The operator's way to a district's first administrator, since nobody is there yet to invite one. The address gets an
 * invitation like any other; one that is open already stays as it is.
 */
@Injectable()
export class AppointAdministrator {
  constructor(
    private readonly inviteStaff: InviteStaff,
    private readonly log: AuditLog,
  ) {}

  async execute(districtSlug: string, email: string): Promise<'invited' | 'invited-already'> {
    const parsed = parseEmail(email);
    const act = {
      actorId: null,
      actorName: 'operator',
      action: 'appointAdministrator',
      object: parsed.ok ? parsed.value.address : 'not an address',
      district: districtSlug,
      network: null,
    };
    try {
      await this.log.record(act, () => this.inviteStaff.execute(districtSlug, email, 'administrator', null));
      return 'invited';
    } catch (error) {
      if (error instanceof Refusal && error.code === 'invitation-pending') return 'invited-already';
      throw error;
    }
  }
}
