import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';

/**
 * Refuses to take away the last administrator of a district, which could then appoint nobody any more. Holds the
 * administrators until the transaction ends, so that two of them cannot take each other away at once. Without a
 * district it looks at every one where the account is an administrator.
 */
export async function keepAnAdministrator(
  em: EntityManager,
  accountId: ResidentId,
  districtId: number | null,
): Promise<void> {
  const held = await em.query<{ district_id: number; account_id: string }[]>(
    `select district_id, account_id from role_grant
     where role = 'administrator' and district_id = any(
       select district_id from role_grant
       where role = 'administrator' and account_id = $1 and ($2::integer is null or district_id = $2))
     order by district_id, account_id for update`,
    [accountId, districtId],
  );
  const own = held.filter((row) => row.account_id === accountId);
  for (const { district_id } of own) {
    if (!held.some((row) => row.district_id === district_id && row.account_id !== accountId))
      throw new Refusal('last-administrator');
  }
}
