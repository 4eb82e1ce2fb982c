import { Prepared } from '@buurtstem/platform-api';
import { eventually } from '@buurtstem/platform-api/testing';
import { SessionStore } from './session-store';
import { AccountsApp, refusal } from './testing/accounts-app';

interface Listed {
  items: { id: string; current: boolean; agent: string; createdAt: string; seenAt: string }[];
}

describe('sessions', () => {
  let app: AccountsApp;
  let email: string;
  let count = 0;

  beforeAll(async () => {
    app = await AccountsApp.start();
    await app.foundDistrict('west');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    email = `bram${++count}@voorbeeld.example`;
    await app.moveClock(0);
  });

  const minutesLeft = async () => {
    const [row] = await app.rows<{ minutes: number }>(
      `select round(extract(epoch from s.expires_at - clock_timestamp()) / 60)::int as minutes
       from session s join account a on a.id = s.account_id where a.email = $1 order by s.seen_at desc limit 1`,
      [email],
    );
    return row?.minutes;
  };
  const age = (created: string, seen: string) =>
    app.rows(
      `update session set created_at = clock_timestamp() - $2::interval, seen_at = clock_timestamp() - $3::interval
       where account_id = (select id from account where email = $1)`,
      [email, created, seen],
    );

  it('are listed with browser and system, and nothing more of the device', async () => {
    const [phone, laptop] = [app.browser(), app.browser()];
    const agent = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';
    const mail = await app.ask(phone, email);
    await phone.post('/session', { requestId: mail.id, code: mail.code }, { 'user-agent': agent });
    await laptop.signIn(email);
    const { body } = await phone.get<Listed>('/account/sessions');
    expect(body.items.map(({ agent, current }) => [agent, current]).sort()).toEqual([
      ['', false],
      ['Firefox, Android', true],
    ]);
    expect(JSON.stringify(await app.rows('select * from session'))).not.toContain('Gecko');
  });

  it('are ended one by one by their owner, and by nobody else', async () => {
    const [mine, other, stranger] = [app.browser(), app.browser(), app.browser()];
    await mine.signIn(email);
    await other.signIn(email);
    await stranger.signIn(`other-${email}`);
    const { body } = await mine.get<Listed>('/account/sessions');
    const id = body.items.find(({ current }) => !current)!.id;
    expect(refusal(await stranger.delete(`/account/sessions/${id}`))).toEqual([404, 'session-not-found']);
    expect(await app.session(other)).not.toBeNull();
    expect((await mine.delete(`/account/sessions/${id}`)).status).toBe(204);
    expect(await app.session(other)).toBeNull();
    expect(await app.session(mine)).not.toBeNull();
    expect(refusal(await mine.delete(`/account/sessions/${id}`))).toEqual([404, 'session-not-found']);
    expect((await mine.delete('/account/sessions/1')).status).toBe(400);
  });

  it('S9: all end at once when the owner signs out everywhere', async () => {
    const browsers = [app.browser(), app.browser(), app.browser()];
    for (const browser of browsers) await browser.signIn(email);
    const stranger = app.browser();
    await stranger.signIn(`other-${email}`);
    expect((await browsers[0]!.delete('/account/sessions')).status).toBe(204);
    for (const browser of browsers) expect(await app.session(browser)).toBeNull();
    expect(await app.session(stranger)).not.toBeNull();
  });

  it('S9: an ended session is not brought back by a request that was under way', async () => {
    const store = new SessionStore(app.db, app.sessions, app.usedSessions);
    const cookie = { originalMaxAge: null };
    await asked<unknown>((done) => store.set('one', { cookie } as never, done));
    const kept = await asked<object>((done) => store.get('one', done));
    await asked<unknown>((done) => store.destroy('one', done));
    await asked<unknown>((done) => store.set('one', { ...kept, agent: 'changed' } as never, done));
    expect(await asked((done) => store.get('one', done))).toBeNull();
  });

  describe('that were read a moment ago', () => {
    afterEach(() => jest.restoreAllMocks());
    const endElsewhere = (): Promise<unknown> => app.rows('delete from session');
    const secondsLater = (seconds: number): void => {
      const now = performance.now();
      jest.spyOn(performance, 'now').mockImplementation(() => now + seconds * 1000);
    };

    it('S9: are known to have ended in another process within five seconds, those of staff at once', async () => {
      const resident = app.browser();
      await resident.signIn(email);
      const staff = await app.staff(`clerk-${email}`, 'clerk');
      // What is asked for once is not kept.
      for (const browser of [resident, resident, staff.browser])
        expect(await app.session(browser)).not.toBeNull();
      await endElsewhere();
      expect(await app.session(staff.browser)).toBeNull();
      expect(await app.session(resident)).not.toBeNull();
      secondsLater(5);
      expect(await app.session(resident)).toBeNull();
    });

    it('are kept once they are asked for again: most who vote come once', async () => {
      const account = await app.account(email);
      const sid = `once ${email}`;
      await app.rows(
        `insert into session (sid_hash, account_id, data, agent, created_at, seen_at, expires_at)
         values (sha256(convert_to($1, 'UTF8')), $2, '{"cookie": {}}', '', now(), now(), now() + interval '1 day')`,
        [sid, account],
      );
      const named = jest.spyOn(Prepared.prototype, 'query');
      const looks: number[] = [];
      for (let time = 0; time < 4; time++) {
        expect((await app.sessions.look(sid))?.account?.id).toBe(account);
        looks.push(named.mock.calls.filter(([name]) => name === 'read-sessions').length);
      }
      expect(looks).toEqual([1, 2, 2, 2]);
    });

    it('S9: are known to have ended in this process at once', async () => {
      const [phone, laptop] = [app.browser(), app.browser()];
      for (const browser of [phone, laptop]) {
        await browser.signIn(email);
        await app.session(browser);
      }
      expect((await phone.delete('/account/sessions')).status).toBe(204);
      expect(await app.session(laptop)).toBeNull();
    });

    it('S9: hold no right that was given since: it counts from the next request', async () => {
      const browser = app.browser();
      await browser.signIn(email);
      await app.session(browser);
      expect((await browser.patch('/account', { displayName: 'Bram de Boer' })).status).toBe(200);
      expect((await app.session(browser))?.displayName).toBe('Bram de Boer');
    });
  });

  it('S9: staff roles count only after the second factor, in the session that confirmed it', async () => {
    await app.grant(await app.account(email), 'administrator');
    const browser = app.browser();
    await browser.signIn(email);
    expect(await app.session(browser)).toMatchObject({
      staffAccess: 'enrol',
      roles: [{ district: 'west', role: 'administrator' }],
    });
    expect(refusal(await browser.get('/districts/west/staff'))).toEqual([403, 'second-factor-needed']);
    await browser.signInAsStaff(email);
    expect(await app.session(browser)).toMatchObject({ staffAccess: 'open' });
    expect((await browser.get('/districts/west/staff')).status).toBe(200);
    const second = app.browser();
    await second.signIn(email);
    expect(await app.session(second)).toMatchObject({ staffAccess: 'confirm' });
    expect(refusal(await second.get('/districts/west/staff'))).toEqual([403, 'second-factor-needed']);
  });

  it('S9: staff are signed out after thirty minutes without use, and twelve hours after signing in', async () => {
    const { browser } = await app.staff(email, 'administrator');
    expect(await minutesLeft()).toBe(30);
    await age('11 hours 50 minutes', '2 minutes');
    expect(await app.session(browser)).toMatchObject({ staffAccess: 'open' });
    expect(await eventually(minutesLeft, 10)).toBe(10);
    await age('11 hours', '31 minutes');
    expect(await app.session(browser)).toBeNull();
    await age('12 hours 1 minute', '1 minute');
    expect(await app.session(browser)).toBeNull();
    await age('11 hours', '29 minutes');
    expect(await app.session(browser)).not.toBeNull();
  });

  it('S9: a role shortens a session that was begun as a resident', async () => {
    const browser = app.browser();
    await browser.signIn(email);
    await age('2 days', '2 hours');
    expect(await app.session(browser)).not.toBeNull();
    const [account] = await app.rows<{ id: string }>('select id from account where email = $1', [email]);
    await app.grant(account!.id, 'clerk');
    await age('13 hours', '1 minute');
    // The database was changed behind the application; what it knew of this session is gone once its use is noted, or now.
    app.sessions.forgetAll();
    expect(await app.session(browser)).toBeNull();
  });

  it('S9: confirming a second factor gives the session a new id, and not a longer life', async () => {
    await app.grant(await app.account(email), 'clerk');
    const browser = app.browser();
    await browser.signIn(email);
    const before = browser.cookie('buurtstem') ?? '';
    await age('11 hours', '2 minutes');
    const enrolment = await browser.post<{ id: string }>('/account/totp-enrolments', { label: 'App' });
    const codes = await browser.get<{ items: { email: string; code: string }[] }>(
      '//dev/second-factor-codes.json',
    );
    const code = codes.body.items.find((shown) => shown.email === email)?.code;
    await browser.post(`/account/totp-enrolments/${enrolment.body.id}/confirmation`, { code });
    expect(browser.cookie('buurtstem')).not.toBe(before);
    const thief = app.browser();
    thief.setCookie('buurtstem', before);
    expect(await app.session(thief)).toBeNull();
    const [row] = await app.rows<{ hours: number }>(
      `select round(extract(epoch from clock_timestamp() - s.created_at) / 3600)::int as hours
       from session s join account a on a.id = s.account_id where a.email = $1`,
      [email],
    );
    expect(row?.hours).toBe(11);
  });

  it('S9: a withdrawn role counts no more from the very next request on', async () => {
    const { id, browser } = await app.staff(email, 'administrator');
    expect((await browser.get('/districts/west/staff')).status).toBe(200);
    await app.rows('delete from role_grant where account_id = $1', [id]);
    expect(refusal(await browser.get('/districts/west/staff'))).toEqual([403, 'not-allowed']);
  });

  it('note once a day that the account is used', async () => {
    const browser = app.browser();
    await browser.signIn(email);
    const seen = async () => {
      const [row] = await app.rows<{ hours: number }>(
        `select round(extract(epoch from clock_timestamp() - last_seen_at) / 3600)::int as hours
         from account where email = $1`,
        [email],
      );
      return row?.hours;
    };
    const unseenFor = (interval: string) =>
      app.rows(`update account set last_seen_at = clock_timestamp() - $2::interval where email = $1`, [
        email,
        interval,
      ]);
    await unseenFor('20 hours');
    app.sessions.forgetAll();
    await app.session(browser);
    expect(await seen()).toBe(20);
    await unseenFor('25 hours');
    app.sessions.forgetAll();
    await app.session(browser);
    expect(await seen()).toBe(0);
  });
});

function asked<T>(
  work: (done: (error?: unknown, value?: T | null) => void) => void,
): Promise<T | null | undefined> {
  return new Promise((resolve, reject) => work((error, value) => (error ? reject(error) : resolve(value))));
}
