import { DistrictsModule, FoundDistrict } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import { NotificationsModule } from '@buurtstem/notifications-api';
import type { Problem } from '@buurtstem/platform-api';
import { startTestApp, type Browser, type TestApp } from '@buurtstem/platform-api/testing';
import { DataSource } from 'typeorm';
import { AccountsModule } from '../index';
import { SessionReader } from '../session-reader';
import {
  startIdentityProvider,
  type IdentityProvider,
  type ProviderControl,
} from '../testing/start-identity-provider';
import type { MyIdentityDto } from './identity.dto';

const PUBLIC_URL = 'http://buurtstem.test';
const ACR = 'urn:example:substantial';
const rooms = [NotificationsModule.forRoot({ hasDevTools: true }), AccountsModule, DistrictsModule];
let people = 0;

describe('the identity provider', () => {
  let provider: IdentityProvider;
  let test: TestApp;
  let db: DataSource;
  let login: string;

  beforeAll(async () => {
    provider = await startIdentityProvider({ publicUrl: PUBLIC_URL, acr: ACR, login: 'somebody' });
    test = await startTestApp(rooms, provider.env);
    db = test.app.get(DataSource);
    for (const slug of ['west', 'oost']) {
      await test.app.get(FoundDistrict).execute({
        slug,
        name: slug,
        municipality: 'Voorbeeldstad',
        theme: slug,
        neighbourhoods: [{ slug: 'sluiskwartier', name: 'Sluiskwartier' }],
        rules: { ...DEFAULT_RULEBOOK, identityLevel: 2 },
      });
    }
  });
  afterAll(async () => {
    await test?.close();
    await provider?.stop();
  });
  beforeEach(async () => {
    login = `person ${++people}`;
    await provider.control({ login });
  });

  const control = (wanted: ProviderControl) => provider.control({ login, ...wanted });
  const identityOf = async (browser: Browser, district = 'west') =>
    (await browser.get<MyIdentityDto>(`/districts/${district}/my-identity`)).body;

  async function resident(): Promise<Browser> {
    const browser = test.browser();
    await browser.signIn(`amina${++people}@voorbeeld.example`);
    return browser;
  }

  /** Answers the address at the provider that the resident is sent to. */
  async function start(browser: Browser, district = 'west', returnTo = '/west/bevestigen'): Promise<URL> {
    const answer = await browser.get(
      `/districts/${district}/broker?returnTo=${encodeURIComponent(returnTo)}`,
    );
    expect(answer.status).toBe(302);
    return new URL(answer.headers.get('location') ?? '');
  }

  /** Goes through the provider as a browser does; answers the address back at our site that it is sent to. */
  async function throughProvider(url: URL): Promise<URL> {
    const cookies = new Map<string, string>();
    let next = url;
    while (next.origin !== PUBLIC_URL) {
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
        cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`The provider answers ${answer.status}: ${await answer.text()}`);
      next = new URL(location, next);
    }
    return next;
  }

  /** Brings the provider's answer to our site; answers where the resident ends up. */
  async function finish(browser: Browser, callback: URL): Promise<string> {
    const answer = await browser.get(`/${callback.pathname.replace('/api/v1/', '')}${callback.search}`);
    expect(answer.status).toBe(302);
    return answer.headers.get('location') ?? '';
  }

  async function logIn(browser: Browser, district?: string): Promise<string> {
    return finish(browser, await throughProvider(await start(browser, district)));
  }

  const changed = (url: URL, name: string, value: string | null) => {
    const copy = new URL(url);
    if (value === null) copy.searchParams.delete(name);
    else copy.searchParams.set(name, value);
    return copy;
  };

  it('E19: a right answer proves level 2 in the district where the resident set out, and there alone', async () => {
    const browser = await resident();
    expect(await identityOf(browser)).toEqual({
      level: 0,
      needed: 2,
      methods: ['broker'],
      brokerName: 'Proeflogin',
      proofs: [],
    });
    expect(await logIn(browser)).toBe('/west/bevestigen?identiteit=bevestigd');
    expect(await identityOf(browser)).toMatchObject({
      level: 2,
      proofs: [{ level: 2, method: 'broker', provenAt: expect.any(String) }],
    });
    expect((await identityOf(browser, 'oost')).level).toBe(0);
  });

  it('E19: is asked with PKCE S256, a state, a nonce, the wanted level and our own address to come back to', async () => {
    const asked = [await start(await resident()), await start(await resident())].map((url) =>
      Object.fromEntries(url.searchParams),
    );
    for (const params of asked) {
      expect(params).toEqual({
        client_id: 'buurtstem',
        response_type: 'code',
        redirect_uri: `${PUBLIC_URL}/api/v1/identity/callback`,
        scope: 'openid',
        acr_values: ACR,
        state: expect.stringMatching(/^[\w-]{43}$/),
        nonce: expect.stringMatching(/^[\w-]{43}$/),
        code_challenge: expect.stringMatching(/^[\w-]{43}$/),
        code_challenge_method: 'S256',
      });
    }
    const [one, other] = asked;
    for (const name of ['state', 'nonce', 'code_challenge']) expect(one?.[name]).not.toEqual(other?.[name]);
  });

  describe('E19: a forged answer proves nothing, is refused with a code, and the resident can try again:', () => {
    let browser: Browser;
    beforeEach(async () => (browser = await resident()));

    async function expectRefusal(where: string, code: string): Promise<void> {
      expect(where).toBe(`/west/bevestigen?identiteit=${code}`);
      expect(await identityOf(browser)).toMatchObject({ level: 0, proofs: [] });
      await control({});
      expect(await logIn(browser)).toBe('/west/bevestigen?identiteit=bevestigd');
    }

    it('a token that was only written anew is no forgery, so what follows is refused for its one mistake', async () => {
      await control({ claims: {} });
      expect(await logIn(browser)).toBe('/west/bevestigen?identiteit=bevestigd');
    });

    it.each<[string, ProviderControl, string]>([
      [
        'the token names another issuer',
        { claims: { iss: 'https://evil.example' } },
        'broker-answer-refused',
      ],
      ['the token is for another audience', { claims: { aud: 'somebody-else' } }, 'broker-answer-refused'],
      ['the token has another nonce', { claims: { nonce: 'n'.repeat(43) } }, 'broker-answer-refused'],
      ['the token has no nonce', { claims: { nonce: null } }, 'broker-answer-refused'],
      ['the token is not signed', { signature: 'none' }, 'broker-answer-refused'],
      ['the token is signed with a foreign key', { signature: 'foreign' }, 'broker-answer-refused'],
      ['the token has expired', { claims: { exp: 1_700_000_000 } }, 'broker-answer-refused'],
      ['the token names a lower level', { claims: { acr: 'urn:example:low' } }, 'broker-assurance-too-low'],
      ['the token names no level', { claims: { acr: null } }, 'broker-assurance-too-low'],
      ['the token names nobody', { claims: { sub: null } }, 'broker-answer-refused'],
      ['the PKCE verifier is another', { verifier: 'v'.repeat(43) }, 'broker-answer-refused'],
    ])('%s', async (_what, forgery, code) => {
      await control(forgery);
      await expectRefusal(await logIn(browser), code);
    });

    it.each<[string, string, string | null]>([
      ['another state', 'state', 's'.repeat(43)],
      ['no state', 'state', null],
      ['the name of another issuer', 'iss', 'https://evil.example'],
      ['no name of an issuer, from a provider that says that it gives one', 'iss', null],
      ['another code', 'code', 'c'.repeat(43)],
      ['no code', 'code', null],
    ])('the address back holds %s', async (_what, name, value) => {
      const callback = changed(await throughProvider(await start(browser)), name, value);
      await expectRefusal(await finish(browser, callback), 'broker-answer-refused');
    });

    it('the level of the provider’s own session is too low', async () => {
      await control({ acr: 'urn:example:low' });
      await expectRefusal(await logIn(browser), 'broker-assurance-too-low');
    });

    it('the answer is that of another browser, whose resident set out too', async () => {
      const mallory = await resident();
      const callback = await throughProvider(await start(mallory));
      await start(browser);
      await expectRefusal(await finish(browser, callback), 'broker-answer-refused');
    });

    it('the answer is that of the same browser, in which another resident has signed in since', async () => {
      const callback = await throughProvider(await start(browser));
      await browser.signIn(`other${++people}@voorbeeld.example`);
      expect(await finish(browser, callback)).toBe('/?identiteit=broker-answer-refused');
      expect((await identityOf(browser)).level).toBe(0);
    });

    it('the answer is that of the same session, which has become another account’s since', async () => {
      const callback = await throughProvider(await start(browser));
      const other = await resident();
      const me = (await other.get<{ account: { id: string } }>('/session')).body.account.id;
      await db.query(
        `update session set data = jsonb_set(data::jsonb, '{passport,user}', to_jsonb($1::text))
         where data::jsonb ? 'brokerQuestion' and data::jsonb -> 'brokerStart' ->> 'accountId' <> $1
           and seen_at = (select max(seen_at) from session where data::jsonb ? 'brokerQuestion')`,
        [me],
      );
      test.app.get(SessionReader).forgetAll();
      expect(await finish(browser, callback)).toBe('/west/bevestigen?identiteit=broker-answer-refused');
      expect((await identityOf(other)).level).toBe(0);
    });

    it('the answer comes a second time', async () => {
      const callback = await throughProvider(await start(browser));
      expect(await finish(browser, callback)).toMatch(/=bevestigd$/);
      await db.query(
        'delete from identity_proof where account_id = (select account_id from broker_subject order by linked_at desc limit 1)',
      );
      expect(await finish(browser, callback)).toBe('/west/bevestigen?identiteit=broker-answer-refused');
      expect((await identityOf(browser)).level).toBe(0);
    });
  });

  it('leaves a browser that never set out where it is', async () => {
    const [one, other] = [await resident(), await resident()];
    const callback = await throughProvider(await start(one));
    expect(await finish(other, callback)).toBe('/?identiteit=broker-answer-refused');
    expect((await identityOf(other)).level).toBe(0);
    expect(await finish(one, callback)).toMatch(/=bevestigd$/);
  });

  it('sends who is no longer signed in to the sign-in page', async () => {
    const browser = await resident();
    const callback = await throughProvider(await start(browser));
    await browser.delete('/session');
    expect(await finish(browser, callback)).toBe('/inloggen');
    expect(await finish(test.browser(), callback)).toBe('/inloggen');
  });

  it('says that the resident stopped there', async () => {
    const browser = await resident();
    await control({ denies: true });
    expect(await logIn(browser)).toBe('/west/bevestigen?identiteit=broker-cancelled');
  });

  it.each(['server_error', 'temporarily_unavailable'])(
    'says that it cannot, when it says %s',
    async (said) => {
      const browser = await resident();
      const callback = changed(await throughProvider(await start(browser)), 'code', null);
      expect(await finish(browser, changed(callback, 'error', said))).toMatch(/=broker-unavailable$/);
      expect(await logIn(browser)).toMatch(/=bevestigd$/);
    },
  );

  it('may be asked twenty times a quarter by one account', async () => {
    const browser = await resident();
    for (let i = 0; i < 20; i++) await start(browser);
    const answer = await browser.get<Problem>('/districts/west/broker?returnTo=/west');
    expect([answer.status, answer.body.code]).toEqual([429, 'too-many-requests']);
  });

  it('says that it does not answer when it does not, and works again when it does', async () => {
    const browser = await resident();
    await control({ isDown: true });
    expect(await logIn(browser)).toBe('/west/bevestigen?identiteit=broker-unavailable');
    await control({});
    expect(await logIn(browser)).toMatch(/=bevestigd$/);
  });

  it('knows one person as one account, in every district', async () => {
    const [one, other] = [await resident(), await resident()];
    expect(await logIn(one)).toMatch(/=bevestigd$/);
    expect(await logIn(other)).toMatch(/=identity-taken$/);
    expect(await logIn(other, 'oost')).toMatch(/=identity-taken$/);
    expect(await logIn(one, 'oost')).toMatch(/=bevestigd$/);
    expect((await identityOf(other)).level).toBe(0);
  });

  it('lets one of two accounts that come at once be the person', async () => {
    const browsers = [await resident(), await resident(), await resident()];
    const arrivals: [Browser, URL][] = [];
    for (const browser of browsers) arrivals.push([browser, await throughProvider(await start(browser))]);
    const ends = await Promise.all(arrivals.map((arrival) => finish(...arrival)));
    expect(ends.filter((end) => end.endsWith('=bevestigd'))).toHaveLength(1);
    expect(ends.filter((end) => end.endsWith('=identity-taken'))).toHaveLength(2);
  });

  it('is not named in the database by what it calls the person', async () => {
    const browser = await resident();
    await logIn(browser);
    const [row] = await db.query<{ text: string }[]>(
      `select string_agg(t::text, '') as text from (select to_jsonb(b) as t from broker_subject b
       union all select data from session) as everything`,
    );
    expect(row?.text).not.toContain(login);
    expect(row?.text).not.toContain(Buffer.from(login).toString('hex'));
  });

  it.each([
    ['https://evil.example/'],
    ['//evil.example'],
    ['/\\evil.example'],
    ['\\\\evil.example'],
    ['/%2Fevil.example'],
    ['/%5Cevil.example'],
    ['/\t/evil.example'],
    [' //evil.example'],
    ['/west//evil.example'],
    ['/west\r\nSet-Cookie: x=y'],
    ['javascript:alert(1)'],
    ['west'],
    ['/api/v1/session'],
    [`/${'w'.repeat(500)}`],
    [''],
  ])('S18: does not send anybody back to %j', async (returnTo) => {
    const browser = await resident();
    const answer = await browser.get<Problem>(
      `/districts/west/broker?returnTo=${encodeURIComponent(returnTo)}`,
    );
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ field }) => field)).toContain('returnTo');
    expect(answer.headers.get('location')).toBeNull();
  });

  it('S18: sends back to a page of our own, with what it was asked', async () => {
    const browser = await resident();
    await control({ denies: true });
    const callback = await throughProvider(await start(browser, 'west', '/west/plannen/12?stem=voor'));
    expect(await finish(browser, callback)).toBe('/west/plannen/12?stem=voor&identiteit=broker-cancelled');
  });

  it('needs somebody who is signed in, and a district that exists', async () => {
    const visitor = await test.browser().get<Problem>('/districts/west/broker?returnTo=/west');
    expect([visitor.status, visitor.body.code]).toEqual([401, 'sign-in-first']);
    const lost = await (await resident()).get<Problem>('/districts/noord/broker?returnTo=/west');
    expect([lost.status, lost.body.code]).toEqual([404, 'district-not-found']);
  });
});
