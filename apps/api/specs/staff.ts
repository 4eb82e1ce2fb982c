import type { Browser } from '@buurtstem/platform-api/testing';
import type { ResidentId, Role } from '@buurtstem/shared-domain';
import { Secret, TOTP } from 'otpauth';
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
  await browser.signIn(`${name.toLowerCase()}@voorbeeld.example`);
  const { body } = await browser.patch<{ account: { id: ResidentId } }>('/account', { displayName: name });
  const { id } = body.account;
  for (const role of roles) {
    await west.em.query(
      'insert into role_grant (district_id, account_id, role, granted_at) values ($1, $2, $3, now())',
      [districtId, id, role],
    );
  }
  const enrolment = await browser.post<{ id: string; secret: string }>('/account/totp-enrolments', {
    label: 'Telefoon',
  });
  const totp = new TOTP({ secret: Secret.fromBase32(enrolment.body.secret) });
  const confirmed = await browser.post(`/account/totp-enrolments/${enrolment.body.id}/confirmation`, {
    code: totp.generate(),
  });
  if (confirmed.status !== 200)
    throw new Error(`${name} has no second factor: ${JSON.stringify(confirmed.body)}`);
  return { browser, id };
}
