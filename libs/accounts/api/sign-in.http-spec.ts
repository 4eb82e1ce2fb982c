import { NotificationsModule } from '@buurtstem/notifications-api';
import { routesOf, type Problem } from '@buurtstem/platform-api';
import { eventually, startTestApp, type Browser, type TestApp } from '@buurtstem/platform-api/testing';
import { DataSource } from 'typeorm';
import { AccountsModule } from './index';

interface Mail {
  readonly to: string;
  readonly text: string;
}
const rooms = [NotificationsModule.forRoot({ hasDevTools: true }), AccountsModule];
let address = 0;

describe('signing in', () => {
  let test: TestApp;
  let db: DataSource;
  let browser: Browser;
  let email: string;

  beforeAll(async () => {
    test = await startTestApp(rooms);
    db = test.app.get(DataSource);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    browser = test.browser();
    email = `laura${++address}@voorbeeld.example`;
    await moveClock(0);
  });

  const moveClock = (offsetSeconds: number) => test.browser().put('//dev/clock', { offsetSeconds });

  async function ask(from = browser, to = email): Promise<{ id: string; code: string }> {
    const answer = await from.post<{ id: string }>('/sign-in-requests', { email: to });
    expect(answer.status).toBe(202);
    const mailbox = await test.browser().get<{ items: Mail[] }>('//dev/mail.json');
    const text = mailbox.body.items.find((mail) => mail.text.includes(answer.body.id))?.text ?? '';
    const code = /^\d{6}$/m.exec(text)?.[0] ?? '';
    return { id: answer.body.id, code };
  }

  const confirm = (body: object, from = browser) => from.post<Problem>('/session', body);

  it('with the code makes the account, and the session knows who it is', async () => {
    const { id, code } = await ask();
    const answer = await confirm({ requestId: id, code });
    expect(answer).toMatchObject({ status: 200, body: { account: { email, displayName: null, roles: [] } } });
    expect((await browser.get('/session')).body).toEqual(answer.body);
    expect((await test.browser().get('/session')).body).toEqual({ account: null });
  });

  it('finds the same account for every spelling of an address', async () => {
    const first = await ask(browser, `jan.${address}+a@gmail.com`);
    const one = await confirm({ requestId: first.id, code: first.code });
    const other = test.browser();
    const second = await ask(other, `JAN${address}@GoogleMail.com`);
    const two = await confirm({ requestId: second.id, code: second.code }, other);
    expect(two.body).toEqual(one.body);
  });

  describe('refuses', () => {
    it('a code that was used', async () => {
      const { id, code } = await ask();
      expect((await confirm({ requestId: id, code })).status).toBe(200);
      const again = await confirm({ requestId: id, code });
      // The right code ended the binding too, so the same browser is no longer known by its cookie.
      expect(again).toMatchObject({ status: 403, body: { code: 'code-other-browser' } });
    });

    it('a request that does not exist, as if it were of another browser', async () => {
      await ask();
      const unknown = { requestId: '4c0ffee0-0000-4000-8000-000000000000', code: '123456' };
      expect((await confirm(unknown)).body.code).toBe('code-other-browser');
    });

    it.each([
      [{}, ['code', 'requestId', 'token']],
      [{ requestId: 'x', code: '12345' }, ['code', 'requestId']],
      [{ requestId: '4c0ffee0-0000-4000-8000-000000000000', token: 'short' }, ['token']],
      [{ requestId: '4c0ffee0-0000-4000-8000-000000000000', code: {}, token: [] }, ['code', 'token']],
      [{ requestId: '4c0ffee0-0000-4000-8000-000000000000', code: '123456', admin: true }, ['admin']],
    ])('%j, naming what is wrong', async (body, fields) => {
      const answer = await confirm(body);
      expect(answer.status).toBe(400);
      expect([...new Set(answer.body.errors?.map(({ field }) => field))].sort()).toEqual(fields);
    });

    it.each([['no address'], ['jan@voorbeeld.example\r\nBcc: piet@voorbeeld.example'], [7], [null]])(
      '%j as an address',
      async (given) => {
        const answer = await browser.post<Problem>('/sign-in-requests', { email: given });
        expect(answer.status).toBe(400);
        expect(answer.body.errors?.[0]?.field).toBe('email');
      },
    );

    it('a fourth request for one address within a minute, whoever asks, and says how long to wait', async () => {
      for (let i = 0; i < 3; i++) await ask(test.browser());
      const answer = await test.browser().post<Problem>('/sign-in-requests', { email: email.toUpperCase() });
      expect([answer.status, answer.body.code]).toEqual([429, 'too-many-requests']);
      const wait = Number(answer.headers.get('retry-after'));
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(60);
    });

    it('a write from another site', async () => {
      const from = { origin: 'https://evil.example' };
      expect((await browser.post('/sign-in-requests', { email }, from)).status).toBe(403);
      expect((await browser.delete('/session', from)).status).toBe(403);
    });
  });

  describe('the session', () => {
    it('gets a new id at sign-in, so that one planted before is worth nothing', async () => {
      await browser.signIn(email);
      const before = browser.cookie('buurtstem');
      const second = await ask(browser, `second-${email}`);
      await confirm({ requestId: second.id, code: second.code });
      const after = browser.cookie('buurtstem');
      expect(after).not.toEqual(before);
      const thief = test.browser();
      thief.setCookie('buurtstem', before ?? '');
      expect((await thief.get('/session')).body).toEqual({ account: null });
    });

    it('has a cookie that scripts and other sites do not get', async () => {
      const { id, code } = await ask();
      const { headers } = await confirm({ requestId: id, code });
      const cookie = headers.getSetCookie().find((line) => line.startsWith('buurtstem='));
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/SameSite=Lax/i);
    });

    it('ends when the resident signs out, also for who kept the cookie', async () => {
      await browser.signIn(email);
      const cookie = browser.cookie('buurtstem') ?? '';
      expect((await browser.delete('/session')).status).toBe(204);
      browser.setCookie('buurtstem', cookie);
      expect((await browser.get('/session')).body).toEqual({ account: null });
    });

    it('ends when it has expired', async () => {
      await browser.signIn(email);
      await db.query(`update session set expires_at = clock_timestamp() - interval '1 second'`);
      expect((await browser.get('/session')).body).toEqual({ account: null });
    });

    it('lives thirty minutes without use for staff, and twelve hours at most', async () => {
      await db.query(
        `insert into district (id, slug, name, municipality, created_at)
         values (1, 'west', 'West', 'Voorbeeldstad', now()) on conflict do nothing`,
      );
      await browser.signIn(email);
      await db.query(
        `insert into role_grant (district_id, account_id, role, granted_at)
         select 1, id, 'clerk', now() from account where email = $1`,
        [email],
      );
      const staff = test.browser();
      await staff.signIn(email);
      const left = async () => {
        const [row] = await db.query<{ minutes: number }[]>(
          `select round(extract(epoch from s.expires_at - clock_timestamp()) / 60)::int as minutes
           from session s join account a on a.id = s.account_id where a.email = $1
           order by s.created_at desc limit 1`,
          [email],
        );
        return row?.minutes;
      };
      expect(await left()).toBe(30);
      const aged = `update session set created_at = clock_timestamp() - interval '11 hours 50 minutes',
                      seen_at = clock_timestamp() - interval '2 minutes'`;
      await db.query(aged);
      expect((await staff.get('/session')).body).toMatchObject({
        account: { roles: [{ district: 'west', role: 'clerk' }] },
      });
      expect(await eventually(left, 10)).toBe(10);
    });

    it('is not made for who only looks', async () => {
      const { headers } = await browser.get('/session');
      expect(headers.getSetCookie()).toEqual([]);
    });
  });

  describe('the name that others see', () => {
    it('is chosen by the resident', async () => {
      await browser.signIn(email);
      const answer = await browser.patch('/account', { displayName: '  Laura  de Wit ' });
      expect(answer).toMatchObject({ status: 200, body: { account: { displayName: 'Laura de Wit' } } });
      expect((await browser.get('/session')).body).toEqual(answer.body);
    });

    it.each([
      [{ displayName: 'L' }, 400],
      [{ displayName: '12345' }, 400],
      [{ displayName: 'Laura', email: 'other@voorbeeld.example' }, 400],
      [{ displayName: 'Laura', roles: [{ district: 'west', role: 'administrator' }] }, 400],
    ])('%j → %i', async (body, status) => {
      await browser.signIn(email);
      expect((await browser.patch('/account', body)).status).toBe(status);
    });

    it('is not for who is not signed in', async () => {
      expect((await browser.patch('/account', { displayName: 'Laura' })).status).toBe(401);
    });
  });

  it('states for every route who may use it', () => {
    const routes = routesOf(test.app);
    expect(routes.length).toBeGreaterThanOrEqual(5);
    expect(routes.filter(({ access }) => !access)).toEqual([]);
  });
});

describe('signing in over TLS', () => {
  it('uses cookies that only this host can set, and only over TLS', async () => {
    const test = await startTestApp(rooms, { PUBLIC_URL: 'https://buurtstem.example' });
    try {
      const answer = await test.browser().post('/sign-in-requests', { email: 'laura@voorbeeld.example' });
      const [cookie] = answer.headers.getSetCookie();
      expect(cookie).toMatch(
        /^__Host-buurtstem-sign-in=[\w-]{43}; Max-Age=600; Path=\/;.*HttpOnly; Secure; SameSite=Lax$/,
      );
    } finally {
      await test.close();
    }
  });
});
