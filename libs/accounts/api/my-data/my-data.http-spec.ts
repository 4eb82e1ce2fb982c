import { PersonalData } from '@buurtstem/platform-api';
import type { Browser } from '@buurtstem/platform-api/testing';
import { AccountsApp, refusal } from '../testing/accounts-app';

interface MyData {
  collectedAt: string;
  account: {
    email: string;
    displayName: string;
    sessions: object[];
    secondFactors: object[];
    roles: object[];
    invitations: object[];
  };
}

describe('my data', () => {
  let app: AccountsApp;
  let browser: Browser;
  let email: string;
  let id: string;
  let count = 0;

  beforeAll(async () => {
    app = await AccountsApp.start();
    await app.foundDistrict('west');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    email = `laura${++count}@voorbeeld.example`;
    ({ id, browser } = await app.staff(email, 'clerk'));
    await app.rows(
      `insert into identity_proof (district_id, account_id, level, method, proven_at, home_pseudonym)
       values (1, $1, 1, 'address', clock_timestamp(), 'home')`,
      [id],
    );
    await app.rows(
      `insert into broker_subject (issuer, subject_pseudonym, account_id, linked_at)
       values ('broker', $1::text::bytea, $1::text::uuid, clock_timestamp())`,
      [id],
    );
  });

  const erase = (typed = email, from = browser) => from.send('DELETE', '/account', { email: typed });
  /** Everything in the database that still says who it was. */
  const traces = async () => {
    const tables = await app.rows<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
         and relname not in ('dev_mail', 'audit_entry')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await app.rows(`select from ${name} t where t::text ilike $1`, [`%${email}%`]);
      if (rows.length > 0) found.push(name);
    }
    return found;
  };

  it('are downloaded as a file, by their owner', async () => {
    const answer = await browser.get<MyData>('/account/data');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.json"$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body.account).toMatchObject({
      email,
      displayName: `laura${count}`,
      sessions: [{ agent: '' }],
      secondFactors: [{ kind: 'totp', label: 'App' }],
      roles: [{ district: 'west', role: 'clerk' }],
      invitations: [],
    });
    expect(JSON.stringify(answer.body.account)).not.toMatch(/secret|hash|pseudonym|credential|publicKey/i);
    expect(refusal(await app.browser().get('/account/data'))).toEqual([401, 'sign-in-first']);
  });

  it('are erased at once: nothing says any more who it was, and all devices are signed out', async () => {
    const other = app.browser();
    await other.signIn(email);
    expect(await traces()).not.toEqual([]);
    expect((await erase(` ${email.toUpperCase()}`)).status).toBe(204);
    expect(await traces()).toEqual([]);
    expect(await app.session(browser)).toBeNull();
    expect(await app.session(other)).toBeNull();
    const [account] = await app.rows('select * from account where id = $1', [id]);
    expect(account).toMatchObject({ email: `${id}@erased.invalid`, display_name: null });
    expect(account?.['erased_at']).toBeInstanceOf(Date);
    for (const table of ['session', 'second_factor', 'role_grant', 'broker_subject'])
      expect(await app.rows(`select from ${table} where account_id = $1`, [id])).toEqual([]);
  });

  it('leave what a count is recomputed from: that a level was proven, and when, but not where', async () => {
    await erase();
    const [proof] = await app.rows('select * from identity_proof where account_id = $1', [id]);
    expect(proof).toMatchObject({ level: 1, method: 'address', home_pseudonym: null });
    expect(proof?.['proven_at']).toBeInstanceOf(Date);
  });

  it('are erased in all rooms or in none', async () => {
    const victim = id;
    const broken = {
      name: `broken${count}`,
      collect: () => Promise.resolve(null),
      erase: (_em: unknown, account: string) =>
        account === victim ? Promise.reject(new Error('broken')) : Promise.resolve(),
    };
    app.test.app.get(PersonalData).join(broken);
    expect((await erase()).status).toBe(500);
    expect(await app.session(browser)).toMatchObject({ id, email, displayName: `laura${count}` });
  });

  it.each(['', 'somebody-else@voorbeeld.example', 'no address'])(
    'are not erased when %j is typed',
    async (typed) => {
      const answer = await erase(typed);
      expect(refusal(answer)).toEqual([422, 'email-does-not-match']);
      expect(await app.session(browser)).toMatchObject({ id });
    },
  );

  it('are not erased of the last administrator of a district', async () => {
    await app.foundDistrict(`wijk-${count}`);
    await app.grant(id, 'administrator', `wijk-${count}`);
    expect(refusal(await erase())).toEqual([409, 'last-administrator']);
    const second = await app.account(`second-${email}`);
    await app.grant(second, 'administrator', `wijk-${count}`);
    expect((await erase()).status).toBe(204);
  });

  it('stay of the others in the household', async () => {
    await app.foundDistrict(`oost-${count}`, { accountsPerEmail: 2 });
    await browser.post('/account/household', { displayName: 'Bob' });
    const bob = await app.session(browser);
    expect(bob).toMatchObject({ displayName: 'Bob' });
    await browser.post('/session/person', { accountId: id });
    // Bob is about to sign in elsewhere while the other one goes.
    const elsewhere = app.browser();
    const mail = await app.ask(elsewhere, email);
    expect((await erase()).status).toBe(204);
    expect((await elsewhere.post('/session', { requestId: mail.id, code: mail.code })).status).toBe(200);
    expect(await app.session(elsewhere)).toMatchObject({ id: bob?.id });
    const again = app.browser();
    await again.signIn(email);
    expect(await app.session(again)).toMatchObject({ id: bob?.id, displayName: 'Bob' });
  });

  it('do not come back with the same address: it is a new account', async () => {
    await erase();
    const again = app.browser();
    await again.signIn(email);
    const account = await app.session(again);
    expect(account).toMatchObject({ email, displayName: null, roles: [] });
    expect(account?.id).not.toBe(id);
  });
});
