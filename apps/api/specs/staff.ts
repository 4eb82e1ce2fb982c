import type { Browser } from '@buurtstem/platform-api/testing';
import type { ResidentId, Role } from '@buurtstem/shared-domain';
import type { West } from './west';

/** Somebody of the staff, signed in, with a second factor that is confirmed in the session. */
export interface Colleague {
  readonly browser: Browser;
  readonly id: ResidentId;
}

/** The whole way in: a mailed code, a role, and an app on the phone that shows codes. */
export async function signInAsStaff(
  west: West,
  name: string,
  roles: readonly Role[],
  districtId = west.districtId,
): Promise<Colleague> {
  const browser = west.test.browser();
  const email = `${name.toLowerCase()}@voorbeeld.example`;
  await browser.signIn(email);
  const { body } = await browser.patch<{ account: { id: ResidentId } }>('/account', { displayName: name });
  const { id } = body.account;
  for (const role of roles) {
    await west.em.query(
      'insert into role_grant (district_id, account_id, role, granted_at) values ($1, $2, $3, now())',
      [districtId, id, role],
    );
  }
  await browser.confirmSecondFactor(email);
  return { browser, id };
}
