import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalData, type PersonalDataRoom } from '@buurtstem/platform-api';
import type { EntityManager } from 'typeorm';

/** What the accounts room keeps of a person. Secrets, keys and hashes stay here: they are no use to anybody else. */
const COLLECTED = `
  select json_build_object(
    'id', me.id, 'email', me.email, 'displayName', me.display_name, 'householdPosition', me.household_position,
    'createdAt', me.created_at, 'lastSeenAt', me.last_seen_at,
    'sessions', coalesce((
      select json_agg(json_build_object('createdAt', created_at, 'seenAt', seen_at, 'agent', agent) order by created_at)
      from session where account_id = me.id), '[]'),
    'secondFactors', coalesce((
      select json_agg(json_build_object('kind', kind, 'label', label, 'createdAt', created_at,
               'lastUsedAt', last_used_at) order by created_at)
      from second_factor where account_id = me.id), '[]'),
    'roles', coalesce((
      select json_agg(json_build_object('district', district.slug, 'role', held.role, 'grantedAt', held.granted_at)
               order by held.granted_at)
      from role_grant held join district on district.id = held.district_id where held.account_id = me.id), '[]'),
    'invitations', coalesce((
      select json_agg(json_build_object('district', district.slug, 'role', invitation.role,
               'invitedAt', invitation.invited_at, 'acceptedAt', invitation.accepted_at) order by invitation.invited_at)
      from staff_invitation invitation join district on district.id = invitation.district_id
      where invitation.email_canonical = me.email_canonical), '[]'),
    'signInRequests', coalesce((
      select json_agg(json_build_object('createdAt', created_at, 'usedAt', used_at) order by created_at)
      from sign_in_request where email_canonical = me.email_canonical), '[]')
  ) as collected
  from account me where me.id = $1`;

/** The part of the accounts room in a download and in an erasure. */
@Injectable()
export class AccountRoom implements PersonalDataRoom, OnModuleInit {
  readonly name = 'account';

  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.join(this);
  }

  async collect(em: EntityManager, accountId: string): Promise<unknown> {
    const [row] = await em.query<{ collected: unknown }[]>(COLLECTED, [accountId]);
    return row?.collected ?? null;
  }

  /**
   * The row of the account stays, because votes and plans that were counted point to it, but it names nobody any more.
   */
  async erase(em: EntityManager, accountId: string, at: Date): Promise<void> {
    // What hangs on the address goes only with the last person who uses it.
    for (const table of ['sign_in_request', 'staff_invitation']) {
      await em.query(
        `delete from ${table} where email_canonical = (select email_canonical from account where id = $1)
           and not exists (select from account me join account other using (email_canonical)
                           where me.id = $1 and other.id <> me.id)`,
        [accountId],
      );
    }
    await em.query(
      `update staff_invitation set email = $1::text || '@erased.invalid', email_canonical = $1::text || '@erased.invalid'
       where accepted_by = $1::uuid`,
      [accountId],
    );
    for (const table of ['session', 'second_factor', 'role_grant'])
      await em.query(`delete from ${table} where account_id = $1`, [accountId]);
    await em.query(
      `update account set email = id || '@erased.invalid', email_canonical = id || '@erased.invalid',
         display_name = null, household_position = 1, erased_at = $2 where id = $1`,
      [accountId, at],
    );
  }
}
