import { readConfig } from './config';

const production = {
  DATABASE_URL: 'postgres://buurtstem:geheim@db/buurtstem',
  PUBLIC_URL: 'https://buurtstem.example',
  SMTP_URL: 'smtp://mail.example:587',
  MAIL_FROM: 'noreply@buurtstem.example',
  SESSION_SECRET: 'x'.repeat(32),
};

function mistakesOf(env: Record<string, string>): string[] {
  const result = readConfig(env);
  return result.ok ? [] : result.mistakes;
}

describe('the settings', () => {
  it('are production unless told otherwise, and production has no dev tools', () => {
    const result = readConfig(production);
    expect(result).toMatchObject({ ok: true, value: { mode: 'production', hasDevTools: false, port: 3000 } });
  });

  it('names every mistake at once, one line each', () => {
    expect(mistakesOf({ PORT: 'seventy', ROLES: 'web,cook', PUBLIC_URL: 'https://x.example/path' })).toEqual([
      'PORT must be a whole number from 0 to 65535',
      'DATABASE_URL is missing',
      'PUBLIC_URL must be an address like https://buurtstem.example, without a path',
      'SMTP_URL is missing, and production has no default for it',
      'MAIL_FROM is missing, and production has no default for it',
      'SESSION_SECRET is missing, and production has no default for it',
      'ROLES must be a list of web, count, mail',
    ]);
  });

  it('never repeats a value, since it may hold a password', () => {
    const mistakes = mistakesOf({
      ...production,
      DATABASE_URL: 'mysql://a:hunter2@b',
      SESSION_SECRET: 'hunter2',
    });
    expect(mistakes).toHaveLength(2);
    expect(mistakes.join()).not.toContain('hunter2');
  });

  it('needs only a database in the demo, and makes a secret per start there', () => {
    const demo = { BUURTSTEM_MODE: 'demo', DATABASE_URL: production.DATABASE_URL, PORT: '4301' };
    const [one, two] = [readConfig(demo), readConfig(demo)];
    if (!one.ok || !two.ok) throw new Error('the demo settings were refused');
    expect(one.value).toMatchObject({ publicUrl: 'http://localhost:4301', smtpUrl: null, hasDevTools: true });
    expect(one.value.sessionSecret).not.toEqual(two.value.sessionSecret);
  });
});
