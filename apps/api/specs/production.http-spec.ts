import type { AddressInfo } from 'node:net';
import { routesOf, readConfig } from '@buurtstem/platform-api';
import { startTestApp, type TestApp } from '@buurtstem/platform-api/testing';
import { FillWhenEmpty } from '@buurtstem/demo-api';
import { SMTPServer } from 'smtp-server';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module';

const PRODUCTION = {
  BUURTSTEM_MODE: 'production',
  PUBLIC_URL: 'https://buurtstem.example',
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'noreply@buurtstem.example',
  SESSION_SECRET: 'x'.repeat(32),
};

describe('in production', () => {
  let test: TestApp;
  beforeAll(async () => {
    const config = readConfig({ ...PRODUCTION, DATABASE_URL: 'postgres://replaced.example/by-the-spec' });
    if (!config.ok) throw new Error(config.mistakes.join());
    test = await startTestApp([AppModule.forRoot(config.value)], PRODUCTION);
  });
  afterAll(() => test.close());

  it('there are no pages for development, and every other route says who may use it', () => {
    const routes = routesOf(test.app);
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.filter(({ path }) => path.startsWith('/dev'))).toEqual([]);
    expect(routes.filter(({ access }) => !access)).toEqual([]);
  });

  it.each(['//dev/mail', '//dev/mail.json', '//dev/clock'])('nothing answers at %s', async (path) => {
    expect((await test.browser().get(path)).status).toBe(404);
    expect((await test.browser().put(path, { offsetSeconds: 1 })).status).toBe(404);
  });

  it('nothing fills the database, and there is no account that somebody else knows of', async () => {
    expect(() => test.app.get(FillWhenEmpty, { strict: false })).toThrow();
    const db = test.app.get(DataSource);
    expect(await db.query('select id from account')).toEqual([]);
    expect(await db.query('select id from district')).toEqual([]);
    expect((await test.browser().get('/districts')).body).toEqual({ items: [] });
  });

  it('mail that the server does not take is said so, and no code is shown anywhere else', async () => {
    const answer = await test.browser().post('/sign-in-requests', { email: 'laura@voorbeeld.example' });
    expect(answer).toMatchObject({ status: 503, body: { code: 'mail-not-sent' } });
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await test.app.get(DataSource).query('select id from dev_mail')).toEqual([]);
  });
});

describe('behind TLS', () => {
  let test: TestApp;
  let server: SMTPServer;
  const mails: string[] = [];
  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          mails.push(Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    const port = await new Promise<number>((resolve) => {
      const listener = server.listen(0, '127.0.0.1', () => resolve((listener.address() as AddressInfo).port));
    });
    const env = { ...PRODUCTION, TRUST_PROXY: '1', SMTP_URL: `smtp://127.0.0.1:${port}` };
    test = await startTestApp([AppModule.forRoot({ hasDevTools: false })], env);
  });
  afterAll(async () => {
    await test.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it('S5: the cookie of the session is for this host, over TLS, and for no script', async () => {
    const browser = test.browser();
    const proxied = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' };
    const asked = await browser.post<{ id: string }>(
      '/sign-in-requests',
      { email: 'laura@gmail.com' },
      proxied,
    );
    const code = /^(\d{6})\r?$/m.exec(mails.at(-1) ?? '')?.[1];
    const signedIn = await browser.post('/session', { requestId: asked.body.id, code }, proxied);
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers.getSetCookie().find((line) => line.startsWith('__Host-buurtstem='));
    expect(cookie).toMatch(/; Path=\/;/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toMatch(/; Domain=/i);
  });

  it.each(['/session', '/districts', '/nothing-here', '//health/live'])(
    'S5: %s says how to treat it',
    async (path) => {
      const { headers } = await test.browser().get(path);
      const [, age] =
        /^max-age=(\d+); includeSubDomains/i.exec(headers.get('strict-transport-security') ?? '') ?? [];
      expect(Number(age)).toBeGreaterThanOrEqual(31_536_000);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );
});
