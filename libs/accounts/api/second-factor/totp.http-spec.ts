import type { Browser } from '@buurtstem/platform-api/testing';
import { totpStep } from '@buurtstem/accounts-domain';
import type { SessionDto } from '../account.dto';
import { AccountsApp, refusal } from '../testing/accounts-app';
import { codeOfStep } from './totp';

interface Enrolment {
  id: string;
  secret: string;
  uri: string;
  qr: string[];
}

describe('an app with codes', () => {
  let app: AccountsApp;
  let browser: Browser;
  let email: string;
  let count = 0;
  let offset = 0;

  beforeAll(async () => {
    app = await AccountsApp.start();
    await app.foundDistrict('west');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    email = `carla${++count}@voorbeeld.example`;
    await app.grant(await app.account(email), 'clerk');
    browser = app.browser();
    await moveClock(0);
    await browser.signIn(email);
  });

  const moveClock = (seconds: number) => app.moveClock((offset = seconds));
  const now = () => new Date(Date.now() + offset * 1000);
  const codeAt = (secret: string, steps: number) => codeOfStep(secret, totpStep(now()) + steps);
  const enrol = async (from = browser) =>
    (await from.post<Enrolment>('/account/totp-enrolments', { label: ' Mijn  telefoon ' })).body;
  const finish = ({ id }: Enrolment, code: string, from = browser) =>
    from.post<SessionDto>(`/account/totp-enrolments/${id}/confirmation`, { code });
  const confirm = (code: string, from = browser) => from.post<SessionDto>('/session/second-factor', { code });
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

  /** An app that was confirmed half an hour ago, in this browser. */
  async function enrolled(): Promise<Enrolment> {
    const enrolment = await enrol();
    expect((await finish(enrolment, codeAt(enrolment.secret, 0))).status).toBe(200);
    await moveClock(1800);
    return enrolment;
  }

  it('counts once it has shown a right code, and its owner is told by mail', async () => {
    const enrolment = await enrol();
    expect(enrolment.uri).toMatch(/^otpauth:\/\/totp\/Buurtstem:.*secret=[A-Z2-7]{32}/);
    expect(enrolment.uri).toContain(enrolment.secret);
    expect(enrolment.qr.every((row) => row.length === enrolment.qr.length && /^[01]+$/.test(row))).toBe(true);
    expect((await browser.get<{ items: object[] }>('/account/second-factors')).body.items).toEqual([]);
    expect(refusal(await finish(enrolment, wrong(codeAt(enrolment.secret, 0))))).toEqual([
      422,
      'second-factor-wrong',
    ]);
    expect(await app.session(browser)).toMatchObject({ staffAccess: 'enrol' });
    const answer = await finish(enrolment, codeAt(enrolment.secret, 0));
    expect(answer).toMatchObject({ status: 200, body: { account: { staffAccess: 'open' } } });
    expect((await browser.get<{ items: object[] }>('/account/second-factors')).body.items).toMatchObject([
      { kind: 'totp', label: 'Mijn telefoon' },
    ]);
    const notice = (await app.mails()).find(({ to, subject }) => to === email && subject.includes('sleutel'));
    expect(notice?.text).toContain('Mijn telefoon');
  });

  it('is kept so that who reads the database can make no codes', async () => {
    const { secret } = await enrolled();
    const kept = JSON.stringify(
      await app.rows(`select f::text, encode(secret, 'escape') as text from second_factor f`),
    );
    expect(kept).not.toContain(secret);
  });

  it.each([
    [-2, 422],
    [-1, 200],
    [0, 200],
    [1, 200],
    [2, 422],
  ])('gives a code that is %i steps off: %i', async (steps, status) => {
    const { secret } = await enrolled();
    const other = app.browser();
    await other.signIn(email);
    expect((await confirm(codeAt(secret, steps), other)).status).toBe(status);
  });

  it('gives codes that work once, and no older one after a newer', async () => {
    const { secret } = await enrolled();
    const used = codeAt(secret, 0);
    expect((await confirm(used)).status).toBe(200);
    expect(refusal(await confirm(used))).toEqual([422, 'second-factor-wrong']);
    expect(refusal(await confirm(codeAt(secret, -1)))).toEqual([422, 'second-factor-wrong']);
    expect((await confirm(codeAt(secret, 1))).status).toBe(200);
  });

  it('lets one of several in that show the same code at once', async () => {
    const { secret } = await enrolled();
    const browsers = [browser, app.browser(), app.browser()];
    for (const other of browsers.slice(1)) await other.signIn(email);
    const code = codeAt(secret, 0);
    const answers = await app.atOnce(
      'second_factor',
      browsers.map((other) => () => confirm(code, other)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  });

  it('is guessed at five times in five minutes, and then not even the right code works', async () => {
    const { secret } = await enrolled();
    const other = app.browser();
    await other.signIn(email);
    // The enrolment was the first try.
    for (let i = 0; i < 4; i++) expect((await confirm(wrong(codeAt(secret, 0)), other)).status).toBe(422);
    const answer = await confirm(codeAt(secret, 0), other);
    expect(refusal(answer)).toEqual([429, 'too-many-requests']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('is not added by who reads the mail when there is one already', async () => {
    await enrolled();
    const thief = app.browser();
    await thief.signIn(email);
    const answer = await thief.post('/account/totp-enrolments', { label: 'Thief' });
    expect(refusal(answer)).toEqual([403, 'second-factor-needed']);
    expect(refusal(await thief.post('/account/passkey-enrolments', { label: 'Thief' }))).toEqual([
      403,
      'second-factor-needed',
    ]);
  });

  it('is not finished by who started when there was none, and there is one by now', async () => {
    const thief = app.browser();
    await thief.signIn(email);
    const started = await enrol(thief);
    // As if both had started at once: a later enrolment forgets an earlier one.
    const [kept] = await app.rows<object>('select * from second_factor where id = $1', [started.id]);
    await enrolled();
    await app.rows('insert into second_factor select * from json_populate_record(null::second_factor, $1)', [
      JSON.stringify({ ...kept, secret: null, kind: 'passkey' }),
    ]);
    await app.rows(`update second_factor set kind = 'totp', secret = $2 where id = $1`, [
      started.id,
      (kept as { secret: Buffer }).secret,
    ]);
    expect(refusal(await finish(started, codeAt(started.secret, 0), thief))).toEqual([
      403,
      'second-factor-needed',
    ]);
  });

  it('is taken away with a confirmed session only, and staff keep one', async () => {
    const first = await enrolled();
    const other = app.browser();
    await other.signIn(email);
    expect(refusal(await other.delete(`/account/second-factors/${first.id}`))).toEqual([
      403,
      'second-factor-needed',
    ]);
    expect(refusal(await browser.delete(`/account/second-factors/${first.id}`))).toEqual([
      409,
      'second-factor-last',
    ]);
    const second = await enrol();
    expect((await finish(second, codeAt(second.secret, 0))).status).toBe(200);
    expect((await browser.delete(`/account/second-factors/${first.id}`)).status).toBe(204);
    expect(refusal(await browser.delete(`/account/second-factors/${first.id}`))).toEqual([
      404,
      'second-factor-not-found',
    ]);
  });

  it('stops counting everywhere when it is taken away', async () => {
    const resident = app.browser();
    await resident.signIn(`dora${count}@voorbeeld.example`);
    const enrolment = await enrol(resident);
    await finish(enrolment, codeAt(enrolment.secret, 0), resident);
    await resident.delete(`/account/second-factors/${enrolment.id}`);
    await app.grant((await app.session(resident))?.id ?? '', 'clerk');
    expect(await app.session(resident)).toMatchObject({ staffAccess: 'enrol' });
  });

  it('of somebody else is not found', async () => {
    const { id } = await enrolled();
    const stranger = app.browser();
    await stranger.signInAsStaff(`stranger-${email}`);
    expect(refusal(await stranger.delete(`/account/second-factors/${id}`))).toEqual([
      404,
      'second-factor-not-found',
    ]);
    const open = await enrol();
    expect(refusal(await finish(open, codeAt(open.secret, 0), stranger))).toEqual([
      404,
      'second-factor-not-found',
    ]);
  });

  it.each([
    [{}, ['code', 'passkey']],
    [{ code: '12345' }, ['code']],
    [{ code: 123456 }, ['code']],
    [{ code: '123456', staffAccess: 'open' }, ['staffAccess']],
    [{ passkey: 'x' }, ['passkey']],
  ])('is not confirmed with %j, naming what is wrong', async (body, fields) => {
    const answer = await browser.post<{ errors: { field: string }[] }>('/session/second-factor', body);
    expect(answer.status).toBe(400);
    expect([...new Set(answer.body.errors.map(({ field }) => field))].sort()).toEqual(fields);
  });

  it('has a name', async () => {
    for (const label of ['', '   ', 'x'.repeat(61), 'a\nb'])
      expect((await browser.post('/account/totp-enrolments', { label })).status).toBe(400);
  });

  it('shows its codes on a page of the demo', async () => {
    await enrolled();
    const page = await app.browser().get<string>('//dev/second-factor-codes');
    expect(page.body).toContain(email);
    expect(page.body).toMatch(/<span class="code">\d{6}<\/span>/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
