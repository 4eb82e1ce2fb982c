import { routesOf, readConfig } from '@buurtstem/platform-api';
import { startTestApp, type TestApp } from '@buurtstem/platform-api/testing';
import { FillWhenEmpty } from '@buurtstem/demo-api';
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
