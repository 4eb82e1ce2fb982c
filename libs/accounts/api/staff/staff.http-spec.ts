import type { Browser } from '@buurtstem/platform-api/testing';
import { ROLES } from '@buurtstem/shared-domain';
import { AccountsApp, refusal } from '../testing/accounts-app';
import { AppointAdministrator } from './appoint-administrator';

interface Staff {
  items: { accountId: string; email: string; roles: string[]; hasSecondFactor: boolean }[];
  invitations: { id: string; email: string; role: string; expiresAt: string }[];
}
interface MyInvitations {
  items: { id: string; role: string; invitedBy: string | null; district: { slug: string } }[];
}
interface Audit {
  items: {
    actId: string;
    actor: string;
    action: string;
    object: string;
    result: string;
    network: string | null;
  }[];
  next: string | null;
}

describe('the staff of a district', () => {
  let app: AccountsApp;
  let anna: { id: string; browser: Browser };
  let district: string;
  let count = 0;

  beforeAll(async () => {
    app = await AccountsApp.start();
    await app.foundDistrict('west');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.moveClock(0);
    district = `wijk-${++count}`;
    await app.foundDistrict(district);
    anna = await app.staff(`anna${count}@voorbeeld.example`, 'administrator', district);
  });

  const at = (path: string) => `/districts/${district}${path}`;
  const staff = async () => (await anna.browser.get<Staff>(at('/staff'))).body;
  const invite = (email: string, role = 'clerk', by = anna.browser) =>
    by.post<{ id: string }>(at('/staff-invitations'), { email, role });
  const accept = async (browser: Browser) => {
    const { body } = await browser.get<MyInvitations>('/account/invitations');
    return browser.post(`/account/invitations/${body.items[0]?.id}/acceptance`);
  };
  const person = (name: string) => `${name}${count}@voorbeeld.example`;

  it('are invited by mail, accept, and are listed', async () => {
    const invited = await invite(` ${person('Bob').toUpperCase()}`);
    expect(invited.status).toBe(201);
    expect(await staff()).toMatchObject({ invitations: [{ email: person('bob'), role: 'clerk' }] });
    const mail = (await app.mails()).find(({ to }) => to === person('bob'));
    expect(mail?.subject).toContain('griffier');
    expect(mail?.text).toContain(`${app.test.config.publicUrl}/`);
    const bob = app.browser();
    await bob.signIn(person('bob'));
    expect((await bob.get<MyInvitations>('/account/invitations')).body.items).toMatchObject([
      { role: 'clerk', district: { slug: district }, invitedBy: `anna${count}` },
    ]);
    expect(await accept(bob)).toMatchObject({
      status: 200,
      body: { account: { staffAccess: 'enrol', roles: [{ district, role: 'clerk' }] } },
    });
    expect(await staff()).toMatchObject({
      items: [
        { email: person('anna'), roles: ['administrator'], hasSecondFactor: true },
        { email: person('bob'), roles: ['clerk'], hasSecondFactor: false },
      ],
      invitations: [],
    });
    expect((await bob.get<MyInvitations>('/account/invitations')).body.items).toEqual([]);
  });

  it.each([
    [{ email: 'no address', role: 'clerk' }, 400, 'email-not-valid'],
    [{ email: 'jan@mailinator.com', role: 'clerk' }, 422, 'email-throw-away'],
    [{ email: 'jan@voorbeeld.example', role: 'king' }, 400, 'invalid-input'],
    [{ email: 'jan@voorbeeld.example' }, 400, 'invalid-input'],
    [{ email: 'jan@voorbeeld.example', role: 'clerk', districtId: 1 }, 400, 'invalid-input'],
  ])('are not invited with %j', async (body, status, code) => {
    expect(refusal(await anna.browser.post(at('/staff-invitations'), body))).toEqual([status, code]);
    expect((await staff()).invitations).toEqual([]);
  });

  it('are invited once to a role, however the address is spelled and however many invite at once', async () => {
    const spellings = [`j.an${count}@gmail.com`, `jan${count}@googlemail.com`, `JAN${count}+x@gmail.com`];
    const answers = await app.atOnce(
      'staff_invitation',
      spellings.map((spelling) => () => invite(spelling)),
    );
    expect(answers.map(refusal).sort()).toEqual([
      [201, undefined],
      [409, 'invitation-pending'],
      [409, 'invitation-pending'],
    ]);
    expect((await invite(`jan${count}@gmail.com`, 'editor')).status).toBe(201);
  });

  it('are not invited to a role that they hold', async () => {
    expect(refusal(await invite(person('anna'), 'administrator'))).toEqual([409, 'role-held-already']);
  });

  it('cannot accept an invitation of another address, an old one, or one that was taken back', async () => {
    const { id } = (await invite(person('bob'))).body;
    const [bob, eve] = [app.browser(), app.browser()];
    await eve.signIn(person('eve'));
    expect(refusal(await eve.post(`/account/invitations/${id}/acceptance`))).toEqual([
      404,
      'invitation-not-found',
    ]);
    await bob.signIn(person('bob'));
    await app.moveClock(7 * 24 * 3600 + 1);
    expect(refusal(await bob.post(`/account/invitations/${id}/acceptance`))).toEqual([
      404,
      'invitation-not-found',
    ]);
    expect((await staff()).invitations).toEqual([]);
    // An old one does not stand in the way of a new one.
    const second = (await invite(person('bob'))).body;
    expect((await anna.browser.delete(at(`/staff-invitations/${second.id}`))).status).toBe(204);
    expect(refusal(await bob.post(`/account/invitations/${second.id}/acceptance`))).toEqual([
      404,
      'invitation-not-found',
    ]);
    expect(refusal(await anna.browser.delete(at(`/staff-invitations/${second.id}`)))).toEqual([
      404,
      'invitation-not-found',
    ]);
    expect((await app.session(bob))?.roles).toEqual([]);
  });

  it('of one district can do nothing in another', async () => {
    for (const [method, path] of [
      ['GET', '/staff'],
      ['GET', '/audit-entries'],
      ['DELETE', `/staff/${anna.id}/roles/administrator`],
    ] as const) {
      expect(refusal(await anna.browser.send(method, `/districts/west${path}`))).toEqual([
        403,
        'not-allowed',
      ]);
    }
    // Nor do it to staff of another from their own.
    const bob = await app.staff(person('bob'), 'clerk', 'west');
    expect(refusal(await anna.browser.delete(at(`/staff/${bob.id}/second-factors`)))).toEqual([
      404,
      'staff-not-found',
    ]);
    expect(refusal(await anna.browser.delete(at(`/staff/${bob.id}/roles/clerk`)))).toEqual([
      404,
      'staff-not-found',
    ]);
  });

  it('lose a role at once', async () => {
    const bob = await app.staff(person('bob'), 'administrator', district);
    expect((await bob.browser.get(at('/staff'))).status).toBe(200);
    expect((await anna.browser.delete(at(`/staff/${bob.id}/roles/administrator`))).status).toBe(204);
    expect(refusal(await bob.browser.get(at('/staff')))).toEqual([403, 'not-allowed']);
    expect((await anna.browser.delete(at(`/staff/${bob.id}/roles/king`))).status).toBe(400);
  });

  it('keep at least one administrator', async () => {
    const own = at(`/staff/${anna.id}/roles/administrator`);
    expect(refusal(await anna.browser.delete(own))).toEqual([409, 'last-administrator']);
    await app.staff(person('bob'), 'administrator', district);
    expect((await anna.browser.delete(own)).status).toBe(204);
  });

  it('keep one also when two administrators take each other away at once', async () => {
    const bob = await app.account(person('bob'));
    await app.grant(bob, 'administrator', district);
    const answers = await app.atOnce(
      'role_grant',
      [anna.id, bob].map((id) => () => anna.browser.delete(at(`/staff/${id}/roles/administrator`))),
    );
    expect(answers.map(refusal).sort()).toEqual([
      [204, undefined],
      [409, 'last-administrator'],
    ]);
  });

  it('who lost their phone start again, signed out everywhere; nobody does so for themselves', async () => {
    const bob = await app.staff(person('bob'), 'clerk', district);
    expect((await anna.browser.delete(at(`/staff/${bob.id}/second-factors`))).status).toBe(204);
    expect(await app.session(bob.browser)).toBeNull();
    const again = app.browser();
    await again.signIn(person('bob'));
    expect(await app.session(again)).toMatchObject({ staffAccess: 'enrol' });
    expect(refusal(await anna.browser.delete(at(`/staff/${anna.id}/second-factors`)))).toEqual([
      403,
      'not-allowed',
    ]);
  });

  it('leave a trace of all they do and of all they try, newest first', async () => {
    const bob = await app.staff(person('bob'), 'clerk', district);
    await bob.browser.get(at('/staff'));
    await invite(person('cato'), 'editor');
    await invite(person('cato'), 'editor');
    const { body } = await anna.browser.get<Audit>(at('/audit-entries'));
    expect(body.items.map(({ actor, action, result }) => [actor, action, result])).toEqual([
      [`anna${count} (administrator)`, 'inviteStaff', 'invitation-pending'],
      [`anna${count} (administrator)`, 'inviteStaff', 'done'],
      [`bob${count} (clerk)`, 'listStaff', 'not-allowed'],
    ]);
    expect(body.items[0]?.object).toBe(`POST /districts/${district}/staff-invitations`);
    expect(body.items[0]?.network).toMatch(/^[0-9a-f]{8}$/);
    expect(body.next).toBeNull();
  });

  it('see which acts were cut off, and fifty a page', async () => {
    await app.rows(
      `insert into audit_entry (district_id, act_id, phase, actor_name, action, object, result, occurred_at)
       select d.id, gen_random_uuid(), 'started', 'nobody', 'act' || n, 'x', '',
              clock_timestamp() - case when n = 60 then interval '0' else interval '61 seconds' end
       from district d, generate_series(1, 60) n where d.slug = $1 order by n`,
      [district],
    );
    const first = (await anna.browser.get<Audit>(at('/audit-entries'))).body;
    expect(first.items).toHaveLength(50);
    expect(first.items.slice(0, 2)).toMatchObject([
      { action: 'act60', result: 'under-way', network: null },
      { action: 'act59', result: 'cut-off' },
    ]);
    const second = (await anna.browser.get<Audit>(at(`/audit-entries?cursor=${first.next}`))).body;
    expect(second.items.map(({ action }) => action)).toEqual(
      Array.from({ length: 10 }, (_, index) => `act${10 - index}`),
    );
    expect(second.next).toBeNull();
    for (const cursor of ['x', '0', '-1', '9'.repeat(19)])
      expect((await anna.browser.get(at(`/audit-entries?cursor=${cursor}`))).status).toBe(400);
  });

  it('S22: an act stays in the log when who did it is erased', async () => {
    const bob = await app.staff(person('bob'), 'administrator', district);
    await invite(person('cato'), 'editor', bob.browser);
    expect((await bob.browser.send('DELETE', '/account', { email: person('bob') })).status).toBe(204);
    const { body } = await anna.browser.get<Audit>(at('/audit-entries'));
    expect(body.items).toMatchObject([{ actor: `bob${count} (administrator)`, result: 'done' }]);
  });

  it('become so in the log, too', async () => {
    await invite(person('bob'), 'official');
    const bob = app.browser();
    await bob.signIn(person('bob'));
    await accept(bob);
    const { body } = await anna.browser.get<Audit>(at('/audit-entries'));
    expect(body.items[0]).toMatchObject({
      actor: person('bob'),
      action: 'acceptInvitation',
      object: 'official',
      result: 'done',
    });
  });

  it('get their first administrator from the operator, who may ask twice', async () => {
    const appoint = app.test.app.get(AppointAdministrator);
    const email = person('first');
    expect(await appoint.execute(district, email)).toBe('invited');
    expect(await appoint.execute(district, email)).toBe('invited-already');
    const first = app.browser();
    await first.signIn(email);
    expect((await first.get<MyInvitations>('/account/invitations')).body.items).toMatchObject([
      { role: 'administrator', invitedBy: null },
    ]);
    expect(await accept(first)).toMatchObject({ status: 200 });
    await expect(appoint.execute('nowhere', email)).rejects.toMatchObject({ code: 'district-not-found' });
    await expect(appoint.execute(district, 'no address')).rejects.toMatchObject({ code: 'email-not-valid' });
    const { body } = await anna.browser.get<Audit>(at('/audit-entries'));
    expect(body.items.map(({ actor, action }) => [actor, action])).toContainEqual([
      'operator',
      'appointAdministrator',
    ]);
  });

  it('may be every role there is', async () => {
    for (const role of ROLES) expect((await invite(person('jan'), role)).status).toBe(201);
  });
});
