import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DistrictsModule, FoundDistrict } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import { NotificationsModule } from '@buurtstem/notifications-api';
import type { Problem } from '@buurtstem/platform-api';
import { startTestApp, type Browser, type TestApp } from '@buurtstem/platform-api/testing';
import { AccountsModule } from '../index';
import type { MyIdentityDto } from './identity.dto';

const rooms = [NotificationsModule.forRoot({ hasDevTools: true }), AccountsModule, DistrictsModule];
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

describe('what an identity provider says of itself', () => {
  let server: Server;
  let issuer: string;
  let asked: number;
  let test: TestApp | null = null;

  /** Does not answer the first time. */
  beforeEach(async () => {
    asked = 0;
    server = createServer((_request, response) => {
      if (++asked === 1) return void response.writeHead(503).end();
      const endpoints = { authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ issuer, ...endpoints, jwks_uri: `${issuer}/jwks` }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    await test?.close();
    test = null;
    server.close();
  });

  const settings = (wanted: string) => ({
    OIDC_ISSUER: wanted,
    OIDC_CLIENT_ID: 'buurtstem',
    OIDC_CLIENT_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })),
    OIDC_ACR: 'urn:example:substantial',
    OIDC_NAME: 'Proeflogin',
  });

  async function amina(env: Record<string, string>): Promise<Browser> {
    test = await startTestApp(rooms, env);
    await test.app.get(FoundDistrict).execute({
      slug: 'west',
      name: 'West',
      municipality: 'Voorbeeldstad',
      theme: 'west',
      neighbourhoods: [{ slug: 'sluiskwartier', name: 'Sluiskwartier' }],
      rules: { ...DEFAULT_RULEBOOK, identityLevel: 2 },
    });
    const browser = test.browser();
    await browser.signIn('amina@voorbeeld.example');
    return browser;
  }

  const sentTo = async (browser: Browser) =>
    (await browser.get('/districts/west/broker?returnTo=/west')).headers.get('location');

  it('is asked for once it is needed, again after a failure, and then no more', async () => {
    const browser = await amina(settings(issuer));
    expect(asked).toBe(0);
    expect(await sentTo(browser)).toBe('/west?identiteit=broker-unavailable');
    expect(await sentTo(browser)).toContain(`${issuer}/auth?`);
    expect(await sentTo(browser)).toContain(`${issuer}/auth?`);
    expect(asked).toBe(2);
  });

  it('must name it exactly as the settings do', async () => {
    const browser = await amina(settings(`${issuer}/`));
    expect(await sentTo(browser)).toBe('/west?identiteit=broker-unavailable');
    expect(await sentTo(browser)).toBe('/west?identiteit=broker-unavailable');
    expect(asked).toBe(2);
  });

  it('matters to nobody where there is no provider', async () => {
    const browser = await amina({});
    const answer = await browser.get<Problem>('/districts/west/broker?returnTo=/west');
    expect([answer.status, answer.body.code]).toEqual([404, 'broker-not-configured']);
    const mine = await browser.get<MyIdentityDto>('/districts/west/my-identity');
    expect(mine.body).toMatchObject({ methods: [], brokerName: null });
  });
});
