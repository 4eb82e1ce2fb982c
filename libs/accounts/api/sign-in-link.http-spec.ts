import type { Browser } from '@buurtstem/platform-api/testing';
import { AccountsApp, refusal, type SignInMail } from './testing/accounts-app';

describe('the mailed code and link', () => {
  let app: AccountsApp;
  let browser: Browser;
  let email: string;
  let count = 0;

  beforeAll(async () => {
    app = await AccountsApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    browser = app.browser();
    email = `amina${++count}@voorbeeld.example`;
    await app.moveClock(0);
  });

  const confirm = (body: object, from = browser) => from.post('/session', body);
  const byCode = ({ id, code }: SignInMail) => ({ requestId: id, code });
  const byLink = ({ id, token }: SignInMail) => ({ requestId: id, token });
  const otherCode = (code: string) => (code === '000000' ? '000001' : '000000');

  it('S7: the link holds 256 random bits, never the same twice', async () => {
    const tokens = new Set<string>();
    for (let i = 0; i < 3; i++) tokens.add((await app.ask(app.browser(), email)).token);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(tokens.size).toBe(3);
  });

  it('S7: neither code, token, cookie nor session id is kept as it is', async () => {
    const mail = await app.ask(browser, email);
    const cookie = browser.cookie('buurtstem-sign-in') ?? 'missing';
    await confirm(byCode(mail));
    const sid =
      decodeURIComponent(browser.cookie('buurtstem') ?? '')
        .slice(2)
        .split('.')[0] ?? 'missing';
    const kept = JSON.stringify(
      await app.rows(
        `select (select json_agg(r) from sign_in_request r where r.id = $1)::text
             || (select json_agg(s) from session s)::text
             || (select json_agg(encode(s.sid_hash, 'escape')) from session s)::text
             || (select coalesce(json_agg(b), '[]') from rate_bucket b)::text as kept`,
        [mail.id],
      ),
    );
    for (const secret of [mail.token, cookie, sid]) {
      expect(secret.length).toBeGreaterThan(20);
      expect(kept).not.toContain(secret);
    }
    expect(kept).not.toContain(`"${mail.code}"`);
    expect(JSON.stringify(await app.rows('select key from rate_bucket'))).not.toContain('voorbeeld');
  });

  it('S7: the link works once, and the code not after it, even with the cookie kept', async () => {
    const mail = await app.ask(browser, email);
    const cookie = browser.cookie('buurtstem-sign-in') ?? '';
    expect((await confirm(byLink(mail))).status).toBe(200);
    for (const proof of [byLink(mail), byCode(mail)]) {
      browser.setCookie('buurtstem-sign-in', cookie);
      expect(refusal(await confirm(proof))).toEqual([410, 'code-used']);
    }
  });

  it('S7: of eight that hand it in at once, one is let in', async () => {
    const mail = await app.ask(browser, email);
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(byLink(mail))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('S7: neither code nor link works after ten minutes', async () => {
    const mail = await app.ask(browser, email);
    await app.moveClock(601);
    for (const proof of [byCode(mail), byLink(mail)])
      expect(refusal(await confirm(proof))).toEqual([410, 'code-expired']);
  });

  it('S7: another browser is refused with the code and with the link, and that costs nothing', async () => {
    const mail = await app.ask(browser, email);
    const other = app.browser();
    for (const proof of [byCode(mail), byLink(mail)])
      expect(refusal(await confirm(proof, other))).toEqual([403, 'code-other-browser']);
    // A cookie of one's own does not help either.
    await app.ask(other, `other-${email}`);
    expect(refusal(await confirm(byLink(mail), other))).toEqual([403, 'code-other-browser']);
    expect((await confirm(byLink(mail))).status).toBe(200);
  });

  it('S7: opening the link, as mail scanners do, uses nothing up', async () => {
    const mail = await app.ask(browser, email);
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      await browser.send(method, `//inloggen?aanvraag=${mail.id}`);
      await browser.send(method, `/session?requestId=${mail.id}&token=${mail.token}`);
    }
    expect(await app.session(browser)).toBeNull();
    expect((await confirm(byLink(mail))).status).toBe(200);
  });

  it('S7: the right code is refused after five wrong ones', async () => {
    const mail = await app.ask(browser, email);
    const wrong = { requestId: mail.id, code: otherCode(mail.code) };
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 5; i++) codes.push(refusal(await confirm(wrong))[1]);
    expect(codes).toEqual(['code-wrong', 'code-wrong', 'code-wrong', 'code-wrong', 'code-attempts-spent']);
    expect(refusal(await confirm(byCode(mail)))).toEqual([410, 'code-attempts-spent']);
  });

  it('S8: an address with an account and one without get the same answer, mail and statements', async () => {
    await confirm(byCode(await app.ask(browser, email)));
    const observe = async (address: string) => {
      const statements: string[] = [];
      app.db.setOptions({ logging: ['query'], logger: recorder(statements) });
      const answer = await app.browser().post<object>('/sign-in-requests', { email: address });
      app.db.setOptions({ logging: false, logger: recorder([]) });
      const mail = (await app.mails()).find(({ to }) => to === address);
      return {
        status: answer.status,
        fields: Object.keys(answer.body),
        headers: [...answer.headers.keys()].sort(),
        mail: mail?.text.replace(/\d{6}/, '').replace(/aanvraag=\S+/, ''),
        statements,
      };
    };
    const known = await observe(email);
    const unknown = await observe(`not-${email}`);
    expect(known.status).toBe(202);
    expect(known.statements.length).toBeGreaterThan(3);
    expect(known.mail).toContain('Inloggen');
    expect(unknown).toEqual(known);
  });

  it.each([
    ['jan@mailinator.com', 422, 'email-throw-away'],
    ['jan@MAILINATOR.com', 422, 'email-throw-away'],
    ['jan@anything.mailinator.com', 422, 'email-throw-away'],
    ['jan@import.invalid', 400, 'email-not-valid'],
    ['jan@notmailinator.example', 202, undefined],
  ])('is sent to %s: %i %s', async (address, status, code) => {
    const answer = await browser.post<{ errors?: object[] }>('/sign-in-requests', { email: address });
    expect(refusal(answer)).toEqual([status, code]);
    if (code) expect(answer.body.errors).toMatchObject([{ field: 'email', code }]);
  });
});

function recorder(statements: string[]) {
  const nothing = () => undefined;
  return {
    logQuery: (query: string) => void statements.push(query),
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
}
