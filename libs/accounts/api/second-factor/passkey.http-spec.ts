import type { Browser } from '@buurtstem/platform-api/testing';
import type { SessionDto } from '../account.dto';
import { AccountsApp, refusal } from '../testing/accounts-app';
import { SoftwarePasskey, type Ceremony } from '../testing/software-passkey';

interface Enrolment {
  id: string;
  options: { challenge: string; rp: { id: string }; excludeCredentials: object[] };
}
interface Challenge {
  kinds: string[];
  passkeyOptions: { challenge: string; rpId: string } | null;
}

describe('a passkey', () => {
  let app: AccountsApp;
  let browser: Browser;
  let passkey: SoftwarePasskey;
  let email: string;
  let count = 0;

  beforeAll(async () => {
    app = await AccountsApp.start();
    await app.foundDistrict('west');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    email = `dirk${++count}@voorbeeld.example`;
    await app.grant(await app.account(email), 'clerk');
    browser = app.browser();
    passkey = new SoftwarePasskey(app.test.config.publicUrl);
    await app.moveClock(0);
    await browser.signIn(email);
  });

  const start = async (from = browser) =>
    (await from.post<Enrolment>('/account/passkey-enrolments', { label: 'Laptop' })).body;
  const finish = ({ id }: Enrolment, response: object, from = browser) =>
    from.post<SessionDto>(`/account/passkey-enrolments/${id}/confirmation`, { response });
  const enrol = async (how: Ceremony = {}) => {
    const enrolment = await start();
    return finish(enrolment, passkey.create(enrolment.options, how));
  };
  const challenge = async (from = browser) =>
    (await from.post<Challenge>('/session/second-factor-challenge')).body.passkeyOptions!;
  const confirm = (response: object, from = browser) =>
    from.post<SessionDto>('/session/second-factor', { passkey: response });
  const again = async () => {
    const other = app.browser();
    await other.signIn(email);
    return other;
  };

  it('is made and confirmed, and then opens the staff’s part of another session', async () => {
    expect(await enrol()).toMatchObject({ status: 200, body: { account: { staffAccess: 'open' } } });
    const other = await again();
    const started = await other.post<Challenge>('/session/second-factor-challenge');
    expect(started.body).toMatchObject({ kinds: ['passkey'], passkeyOptions: { rpId: 'localhost' } });
    const before = other.cookie('buurtstem');
    const answer = await confirm(passkey.get(started.body.passkeyOptions!), other);
    expect(answer).toMatchObject({ status: 200, body: { account: { staffAccess: 'open' } } });
    expect(other.cookie('buurtstem')).not.toBe(before);
    const [kept] = await app.rows<{ sign_count: string }>(
      'select sign_count from second_factor f join account a on a.id = f.account_id where a.email = $1',
      [email],
    );
    expect(kept?.sign_count).toBe('2');
  });

  it('works from the name that a demo was opened by, too', async () => {
    const origin = app.test.url;
    expect((await enrol({ origin })).status).toBe(200);
    const other = await again();
    expect((await confirm(passkey.get(await challenge(other), { origin }), other)).status).toBe(200);
  });

  it.each<[string, Ceremony]>([
    ['made for another site', { origin: 'https://evil.example' }],
    ['made for another host', { rpId: 'evil.example' }],
    ['made without verifying the person', { isUserVerified: false }],
    ['that is an answer to another question', { type: 'webauthn.get' }],
  ])('is refused when %s', async (_, how) => {
    expect(refusal(await enrol(how))).toEqual([422, 'second-factor-wrong']);
    expect(await app.session(browser)).toMatchObject({ staffAccess: 'enrol' });
  });

  it.each<[string, Ceremony]>([
    ['signed for another site', { origin: 'https://evil.example' }],
    ['signed for another host', { rpId: 'evil.example' }],
    ['signed without verifying the person', { isUserVerified: false }],
    ['signed as a new passkey', { type: 'webauthn.create' }],
    ['with a counter that went back: it was copied', { signCount: 1 }],
  ])('does not confirm when %s', async (_, how) => {
    await enrol({ signCount: 7 });
    const other = await again();
    expect(refusal(await confirm(passkey.get(await challenge(other), how), other))).toEqual([
      422,
      'second-factor-wrong',
    ]);
    expect(await app.session(other)).toMatchObject({ staffAccess: 'confirm' });
  });

  it('answers one challenge once, of its own session, within five minutes', async () => {
    await enrol();
    const [one, two] = [await again(), await again()];
    const [first, second] = [await challenge(one), await challenge(two)];
    expect(refusal(await confirm(passkey.get(first), two))).toEqual([422, 'second-factor-wrong']);
    // A wrong answer used the challenge up.
    expect(refusal(await confirm(passkey.get(second), two))).toEqual([422, 'second-factor-wrong']);
    await app.moveClock(301);
    expect(refusal(await confirm(passkey.get(first), one))).toEqual([422, 'second-factor-wrong']);
    expect(refusal(await finish(await start(browser), passkey.get(first)))).toEqual([
      422,
      'second-factor-wrong',
    ]);
  });

  it('of another key is refused, also under the id of this one', async () => {
    await enrol();
    const other = await again();
    const forged = new SoftwarePasskey(app.test.config.publicUrl).get(await challenge(other));
    expect(refusal(await confirm(forged, other))).toEqual([422, 'second-factor-wrong']);
    const { id } = passkey.get({ challenge: '', rpId: '' }) as { id: string };
    const renamed = {
      ...new SoftwarePasskey(app.test.config.publicUrl).get(await challenge(other)),
      id,
      rawId: id,
    };
    expect(refusal(await confirm(renamed, other))).toEqual([422, 'second-factor-wrong']);
  });

  it('of one person is not the second factor of another', async () => {
    await enrol();
    const stranger = app.browser();
    await stranger.signIn(`stranger-${email}`);
    const enrolment = await start(stranger);
    expect(refusal(await finish(enrolment, passkey.create(enrolment.options), stranger))).toEqual([
      422,
      'second-factor-wrong',
    ]);
  });

  it.each([
    [{}],
    [{ id: 'x' }],
    [{ id: 'x', rawId: 'x', type: 'public-key', response: {} }],
    [{ id: 7, response: null }],
  ])('is not %j', async (response) => {
    const enrolment = await start();
    expect(refusal(await finish(enrolment, response))).toEqual([422, 'second-factor-wrong']);
    expect(refusal(await confirm(response))).toEqual([422, 'second-factor-wrong']);
  });

  it('is not asked for where there is no second factor', async () => {
    expect(refusal(await browser.post('/session/second-factor-challenge'))).toEqual([
      404,
      'second-factor-not-found',
    ]);
  });
});
