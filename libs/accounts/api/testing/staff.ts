import type { Browser } from '@buurtstem/platform-api/testing';
import type { Role } from '@buurtstem/shared-domain';
import { URI } from 'otpauth';
import type { DataSource } from 'typeorm';

/** Gives somebody who is signed in a role, as an accepted invitation does. */
export async function giveRole(
  db: DataSource,
  browser: Browser,
  district: string,
  role: Role,
): Promise<void> {
  const session = await browser.get<{ account: { id: string } }>('/session');
  await db.query(
    `insert into role_grant (district_id, account_id, role, granted_at)
     select id, $2, $3, clock_timestamp() from district where slug = $1`,
    [district, session.body.account.id, role],
  );
}

/** Enrols an app with codes and confirms it, after which the staff rights of the session count. */
export async function confirmSecondFactor(browser: Browser): Promise<void> {
  const asked = await browser.post<{ id: string; uri: string }>('/account/totp-enrolments', {
    label: 'Telefoon',
  });
  const code = URI.parse(asked.body.uri).generate();
  const answer = await browser.post(`/account/totp-enrolments/${asked.body.id}/confirmation`, { code });
  if (answer.status !== 200) throw new Error(`The second factor was refused: ${JSON.stringify(answer.body)}`);
}
