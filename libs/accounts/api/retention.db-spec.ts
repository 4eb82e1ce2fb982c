import type { ResidentId } from '@buurtstem/shared-domain';
import { EraseAccount } from './my-data/erase-account';
import { Retention } from './retention';
import { AccountsApp } from './testing/accounts-app';

const DAY = 24 * 3600;

describe('what need not be kept any more', () => {
  let app: AccountsApp;

  beforeEach(async () => {
    app = await AccountsApp.start();
    await app.foundDistrict('west', { inactiveAfterMonths: 6 });
  });
  afterEach(() => app.close());

  const run = () => app.test.app.get(Retention).execute();
  const after = async (days: number) => {
    await app.moveClock(days * DAY);
    await run();
  };
  const countOf = async (table: string, where = 'true') =>
    (await app.rows(`select from ${table} where ${where}`)).length;
  const proofs = (rule: string) =>
    app.rows<{ removed: number; before: Date; ran_at: Date }>(
      'select removed, before, ran_at from retention_run where rule = $1 order by id',
      [rule],
    );

  it('S21: a sign-in that nobody confirmed is gone within seven days', async () => {
    await app.ask(app.browser(), 'nobody@voorbeeld.example');
    await after(0.9);
    expect(await countOf('sign_in_request')).toBe(1);
    await after(7);
    expect(await countOf('sign_in_request')).toBe(0);
    expect(await countOf('account')).toBe(0);
    expect((await proofs('sign-in-requests')).at(-1)).toMatchObject({ removed: 1 });
  });

  it('S21: an invitation that nobody accepted is gone after seven days, one that was accepted stays', async () => {
    const { browser } = await app.staff('anna@voorbeeld.example', 'administrator');
    for (const name of ['bob', 'cato'])
      await browser.post('/districts/west/staff-invitations', {
        email: `${name}@voorbeeld.example`,
        role: 'clerk',
      });
    await app.rows(
      `update staff_invitation set accepted_by = gen_random_uuid(), accepted_at = invited_at where email like 'bob%'`,
    );
    await after(6.9);
    expect(await countOf('staff_invitation')).toBe(2);
    await after(7.1);
    expect(await app.rows('select email from staff_invitation')).toEqual([
      { email: 'bob@voorbeeld.example' },
    ]);
  });

  it('S21: a second factor that was never confirmed is gone after a day', async () => {
    const browser = app.browser();
    await browser.signInAsStaff('anna@voorbeeld.example');
    await browser.post('/account/totp-enrolments', { label: 'Second' });
    await after(0.9);
    expect(await countOf('second_factor')).toBe(2);
    await after(1.1);
    expect(await countOf('second_factor', 'confirmed_at is not null')).toBe(1);
    expect(await countOf('second_factor')).toBe(1);
  });

  it('S21: the network that a vote or an act of staff came from is gone after thirty days, the act is not', async () => {
    const { id, browser } = await app.staff('anna@voorbeeld.example', 'administrator');
    await browser.delete('/districts/west/staff-invitations/00000000-0000-4000-8000-000000000000');
    await vote(app, id);
    await after(29.9);
    expect([await countOf('audit_origin'), await countOf('vote_origin')]).toEqual([1, 1]);
    await after(30.1);
    expect([await countOf('audit_origin'), await countOf('vote_origin')]).toEqual([0, 0]);
    expect([await countOf('audit_entry'), await countOf('vote')]).toEqual([2, 1]);
    expect(await proofs('vote-origins')).toMatchObject([{ removed: 0 }, { removed: 1 }]);
    expect(await proofs('audit-origins')).toMatchObject([{ removed: 0 }, { removed: 1 }]);
  });

  it('S21: an account is erased when the most patient district has waited long enough', async () => {
    await app.foundDistrict('oost', { inactiveAfterMonths: 12 });
    const id = await app.account('amina@voorbeeld.example', 'Amina');
    await after(364);
    expect(await countOf('account', 'erased_at is not null')).toBe(0);
    await after(367);
    const [account] = await app.rows('select * from account where id = $1', [id]);
    expect(account).toMatchObject({ email: `${id}@erased.invalid`, display_name: null });
    expect((await proofs('inactive-accounts')).at(-1)).toMatchObject({ removed: 1 });
    // Erased once: the next run finds nothing.
    await after(370);
    expect((await proofs('inactive-accounts')).at(-1)).toMatchObject({ removed: 0 });
  });

  it('S21: who comes back in the meantime keeps the account, and so do staff', async () => {
    await app.account('amina@voorbeeld.example');
    await app.grant(await app.account('bob@voorbeeld.example'), 'clerk');
    await app.moveClock(150 * DAY);
    await app.browser().signIn('amina@voorbeeld.example');
    await after(200);
    expect(await countOf('account', 'erased_at is not null')).toBe(0);
    await after(340);
    expect(await app.rows('select email from account where erased_at is null')).toEqual([
      { email: 'bob@voorbeeld.example' },
    ]);
  });

  it('S21: who came back, or became staff, after the job chose them is not erased', async () => {
    const erase = app.test.app.get(EraseAccount);
    const [amina, bob] = [
      await app.account('amina@voorbeeld.example'),
      await app.account('bob@voorbeeld.example'),
    ];
    await app.grant(bob, 'clerk');
    const hour = 3_600_000;
    const [before, after] = [new Date(Date.now() - hour), new Date(Date.now() + hour)];
    expect(await erase.execute(amina as ResidentId, { unusedSince: before })).toBe(false);
    expect(await erase.execute(bob as ResidentId, { unusedSince: after })).toBe(false);
    expect(await erase.execute(amina as ResidentId, { unusedSince: after })).toBe(true);
    expect(await erase.execute(amina as ResidentId, { unusedSince: after })).toBe(false);
  });

  it('leaves a line of proof for each rule once a day when there was nothing, and else each time', async () => {
    const rules = [
      'audit-origins',
      'inactive-accounts',
      'redacted-originals',
      'redacted-versions',
      'report-origins',
      'second-factor-enrolments',
      'sign-in-requests',
      'staff-invitations',
      'vote-origins',
    ];
    for (let i = 0; i < 3; i++) await run();
    expect(await app.rows('select rule, removed from retention_run order by rule')).toEqual(
      rules.map((rule) => ({ rule, removed: 0 })),
    );
    await after(1.1);
    expect(await countOf('retention_run')).toBe(2 * rules.length);
    const [proof] = await proofs('audit-origins');
    expect(Math.round((proof!.ran_at.getTime() - proof!.before.getTime()) / (DAY * 1000))).toBe(30);
  });

  it('leaves proof that nobody can change', async () => {
    await run();
    await expect(app.rows('delete from retention_run')).rejects.toThrow(/permission denied/);
    await expect(app.rows('update retention_run set removed = 7')).rejects.toThrow(/permission denied/);
  });

  it('shows the proof to administrators', async () => {
    const { browser } = await app.staff('anna@voorbeeld.example', 'administrator');
    await run();
    const { body } = await browser.get<{ items: object[] }>('/districts/west/retention-runs');
    expect(body.items).toHaveLength(9);
    expect(body.items[0]).toMatchObject({ rule: 'inactive-accounts', removed: 0 });
  });
});

/** A vote with its origin, as the voting room keeps it. */
async function vote(app: AccountsApp, accountId: string): Promise<void> {
  await app.rows(
    `insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name, state,
       published_at, created_at, updated_at)
     values (1, $1, 1, 'plan', 'Een bankje', '', '', $1, 'Anna', 'open', now(), now(), now())`,
    [accountId],
  );
  const columns = await app.rows<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_name = 'vote' and is_nullable = 'NO' and column_default is null`,
  );
  const known: Record<string, string> = {
    district_id: '1',
    proposal_id: '$1',
    resident_id: '$1',
    choice: `'for'`,
    status: `'valid'`,
  };
  const values = columns.map(({ name }) => known[name] ?? 'now()');
  await app.rows(
    `insert into vote (${columns.map(({ name }) => name).join(', ')}) values (${values.join(', ')})`,
    [accountId],
  );
  await app.rows(
    `insert into vote_origin (district_id, proposal_id, resident_id, network_pseudonym, mail_domain, recorded_at)
     values (1, $1, $1, 'network', 'voorbeeld.example', now())`,
    [accountId],
  );
}
