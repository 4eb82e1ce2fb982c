import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
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

  it('keep answers for a moment, except in tests, which look into the database behind them', () => {
    const keeps = (env: Record<string, string>) => {
      const result = readConfig({ ...production, ...env });
      return result.ok && result.value.keepsAnswers;
    };
    expect([keeps({}), keeps({ BUURTSTEM_MODE: 'demo' }), keeps({ BUURTSTEM_MODE: 'test' })]).toEqual([
      true,
      true,
      false,
    ]);
    expect([keeps({ KEEP_ANSWERS: '0' }), keeps({ BUURTSTEM_MODE: 'test', KEEP_ANSWERS: '1' })]).toEqual([
      false,
      true,
    ]);
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

  describe('of a bucket', () => {
    const bucket = {
      MEDIA_S3_BUCKET: 'buurtstem',
      MEDIA_S3_ACCESS_KEY_ID: 'sleutel',
      MEDIA_S3_SECRET_ACCESS_KEY: 'hunter2',
    };

    it('are none unless given: files are then in a folder', () => {
      expect(readConfig(production)).toMatchObject({ ok: true, value: { mediaBucket: null } });
    });

    it('are Amazon’s own without an endpoint, or anybody’s with one', () => {
      expect(readConfig({ ...production, ...bucket })).toMatchObject({
        ok: true,
        value: { mediaBucket: { bucket: 'buurtstem', region: 'us-east-1', endpoint: null } },
      });
      const other = { MEDIA_S3_ENDPOINT: 'https://opslag.example', MEDIA_S3_REGION: 'nl-1' };
      expect(readConfig({ ...production, ...bucket, ...other })).toMatchObject({
        ok: true,
        value: { mediaBucket: { endpoint: 'https://opslag.example', region: 'nl-1' } },
      });
    });

    it('are all given or none, and are not repeated', () => {
      const missing =
        'MEDIA_S3_BUCKET is missing: files in a bucket need MEDIA_S3_BUCKET, MEDIA_S3_ACCESS_KEY_ID, MEDIA_S3_SECRET_ACCESS_KEY';
      expect(mistakesOf({ ...production, ...bucket, MEDIA_S3_BUCKET: '' })).toEqual([missing]);
      const mistakes = mistakesOf({
        ...production,
        ...bucket,
        MEDIA_S3_BUCKET: 'Onze Bucket',
        MEDIA_S3_ENDPOINT: 'ftp://x',
      });
      expect(mistakes).toEqual([
        'MEDIA_S3_BUCKET must be the name of a bucket: 3 to 63 small letters, digits, dots and dashes',
        'MEDIA_S3_ENDPOINT must be a URL that starts with https:// or http://',
      ]);
      expect(mistakes.join()).not.toContain('hunter2');
    });
  });

  it('take tiles for the map together with the name of whom they are by, or neither', () => {
    const tiles = {
      MAP_TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png',
      MAP_TILES_ATTRIBUTION: 'Voorbeeld',
    };
    const result = readConfig({ ...production, ...tiles });
    expect(result).toMatchObject({
      value: { mapTiles: { url: tiles.MAP_TILES_URL, attribution: 'Voorbeeld' } },
    });
    expect(readConfig(production)).toMatchObject({ value: { mapTiles: null } });
    expect(mistakesOf({ ...production, MAP_TILES_URL: tiles.MAP_TILES_URL })).toEqual([
      'MAP_TILES_ATTRIBUTION is missing: say whom the tiles of MAP_TILES_URL are by',
    ]);
    for (const url of [
      'https://tiles.example/map.png',
      "https://x; script-src 'none'/{z}/{x}/{y}",
      'tiles/{z}/{x}/{y}',
    ])
      expect(mistakesOf({ ...production, ...tiles, MAP_TILES_URL: url })).toEqual([
        'MAP_TILES_URL must be an address like https://tiles.example/{z}/{x}/{y}.png',
      ]);
  });

  describe('of an identity provider', () => {
    const oidc = {
      OIDC_ISSUER: 'https://broker.example',
      OIDC_CLIENT_ID: 'buurtstem',
      OIDC_CLIENT_KEY: JSON.stringify(privateJwk('P-256')),
      OIDC_ACR: 'substantial high',
      OIDC_NAME: 'DigiD',
    };

    it('are none, or all of them; of the scope there is a default', () => {
      expect(readConfig(production)).toMatchObject({ ok: true, value: { oidc: null } });
      expect(readConfig({ ...production, ...oidc })).toMatchObject({
        ok: true,
        value: {
          oidc: {
            issuer: 'https://broker.example',
            clientId: 'buurtstem',
            clientKey: { crv: 'P-256' },
            acr: ['substantial', 'high'],
            name: 'DigiD',
            scope: 'openid',
          },
        },
      });
      expect(mistakesOf({ ...production, OIDC_SCOPE: 'openid' }).map((line) => line.split(' ')[0])).toEqual([
        'OIDC_ISSUER',
        'OIDC_CLIENT_ID',
        'OIDC_CLIENT_KEY',
        'OIDC_ACR',
        'OIDC_NAME',
      ]);
    });

    it.each(Object.keys(oidc))('miss %s', (name) => {
      const mistakes = mistakesOf({ ...production, ...oidc, [name]: ' ' });
      expect(mistakes).toEqual([expect.stringMatching(new RegExp(`^${name} is missing`))]);
    });

    it.each([
      ['OIDC_ISSUER', 'http://broker.example'],
      ['OIDC_ISSUER', 'broker.example'],
      ['OIDC_ISSUER', 'https://broker.example/?hunter2'],
      ['OIDC_ISSUER', 'https://a:hunter2@broker.example'],
      ['OIDC_CLIENT_KEY', 'hunter2'],
      ['OIDC_CLIENT_KEY', '{"kty":"oct","k":"hunter2"}'],
      ['OIDC_CLIENT_KEY', JSON.stringify(privateJwk('P-384'))],
      ['OIDC_CLIENT_KEY', JSON.stringify({ ...privateJwk('P-256'), d: undefined })],
      ['OIDC_SCOPE', 'profile hunter2'],
    ])('say what is wrong with %s, and never repeat it', (name, value) => {
      const mistakes = mistakesOf({ ...production, ...oidc, [name]: value });
      expect(mistakes).toEqual([expect.stringMatching(new RegExp(`^${name} must`))]);
      expect(mistakes.join()).not.toContain('hunter2');
    });

    it('may be without TLS where nothing is real', () => {
      const demo = { ...production, ...oidc, BUURTSTEM_MODE: 'demo', OIDC_ISSUER: 'http://127.0.0.1:4000' };
      expect(mistakesOf(demo)).toEqual([]);
    });
  });
});

function privateJwk(namedCurve: string): JsonWebKey {
  return generateKeyPairSync('ec', { namedCurve }).privateKey.export({ format: 'jwk' });
}
