import { DEFAULT_RULEBOOK, type RulebookSettings } from '@buurtstem/districts-domain';
import { Pseudonyms } from '@buurtstem/platform-api';
import { startTestApp, type Browser, type TestApp } from '@buurtstem/platform-api/testing';
import { AppModule } from '../src/app.module';
import { West } from './west';

interface Problem {
  code: string;
}
type Rules = Partial<RulebookSettings>;

const NETWORK: Rules = {
  voteLimits: {
    ...DEFAULT_RULEBOOK.voteLimits,
    newVotersPerNetwork: [{ hits: 2, seconds: 300 }],
  },
};

describe('a vote over the net', () => {
  let west: West;
  let bench: string;
  afterEach(() => west.close());

  const start = async (rules: Rules, env: Record<string, string> = {}): Promise<void> => {
    west = await West.open(rules, env);
    bench = `/districts/west/proposals/${await west.proposal('Bankjes langs het Molenpad')}/my-vote`;
  };
  const signedIn = async (name: string, at: TestApp = west.test): Promise<Browser> => {
    const browser = at.browser();
    await browser.signIn(name.includes('@') ? name : `${name}@voorbeeld.example`);
    return browser;
  };
  const votes = async (): Promise<number> => (await west.rows('select from vote')).length;
  const origins = (): Promise<Record<string, unknown>[]> =>
    west.rows('select network_pseudonym, mail_domain from vote_origin');

  it('is refused to the third new voter of a network within its time: 429, nothing written, to be sent again', async () => {
    await start(NETWORK);
    for (const name of ['amina', 'bob'])
      expect((await (await signedIn(name)).put(bench, { choice: 'for' })).status).toBe(200);
    const charlie = await signedIn('charlie');
    const refused = await charlie.put<Problem>(bench, { choice: 'for' });
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect([
      await votes(),
      (await origins()).length,
      (await west.rows('select from ballot_ledger')).length,
    ]).toEqual([2, 2, 2]);
    await west.rows('delete from rate_bucket');
    expect((await charlie.put(bench, { choice: 'for' })).status).toBe(200);
    expect(await votes()).toBe(3);
  });

  it('asks nothing more of who has voted in the district before, whether it changes something or not', async () => {
    await start(NETWORK);
    const [amina, bob] = [await signedIn('amina'), await signedIn('bob')];
    await amina.put(bench, { choice: 'for' });
    await bob.put(bench, { choice: 'for' });
    const bridge = `/districts/west/proposals/${await west.proposal('Veilig oversteken bij de Sluisbrug')}/my-vote`;
    for (const choice of ['for', 'for', 'against'])
      expect((await amina.put(bench, { choice })).status).toBe(200);
    expect((await amina.put(bridge, { choice: 'for' })).status).toBe(200);
    expect((await amina.delete(bench)).status).toBe(200);
    expect((await amina.put(bench, { choice: 'for' })).status).toBe(200);
  });

  it('takes nobody’s turn when it cannot succeed, or takes a vote back that is not there', async () => {
    await start(NETWORK);
    const charlie = await signedIn('charlie');
    for (let times = 0; times < 5; times += 1) {
      expect((await charlie.put('/districts/west/proposals/999/my-vote', { choice: 'for' })).status).toBe(
        404,
      );
      expect((await charlie.delete(bench)).status).toBe(200);
    }
    expect((await charlie.put(bench, { choice: 'for' })).status).toBe(200);
  });

  it('is refused to the third new voter with addresses at one small mail domain, never at a large provider', async () => {
    const { voteLimits } = DEFAULT_RULEBOOK;
    await start({
      voteLimits: {
        ...voteLimits,
        newVotersPerNetwork: [{ hits: 100, seconds: 60 }],
        newVotersPerMailDomain: [{ hits: 2, seconds: 300 }],
      },
    });
    const ask = async (email: string): Promise<number> =>
      (await (await signedIn(email)).put(bench, { choice: 'for' })).status;
    for (const [email, status] of [
      ['a@club.example', 200],
      ['b@club.example', 200],
      ['c@club.example', 429],
      ['d@other.example', 200],
      ['e@gmail.com', 200],
      ['f@gmail.com', 200],
      ['g@gmail.com', 200],
    ] as const)
      expect([email, await ask(email)]).toEqual([email, status]);
  });

  it('is refused to an account that votes faster than the rules allow', async () => {
    await start({
      voteLimits: {
        ...DEFAULT_RULEBOOK.voteLimits,
        votesPerAccount: [{ hits: 3, seconds: 300 }],
      },
    });
    const amina = await signedIn('amina');
    const statuses: number[] = [];
    for (const choice of ['for', 'against', 'for', 'against'])
      statuses.push((await amina.put(bench, { choice })).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(await west.rows('select choice from vote')).toEqual([{ choice: 'for' }]);
  });

  it('is for one person per e-mail address, unless the rules allow a household', async () => {
    await start({ accountsPerEmail: 2 });
    const family = await signedIn('family');
    await family.patch('/account', { displayName: 'Amina' });
    expect((await family.post('/account/household', { displayName: 'Bob' })).status).toBe(201);
    expect((await family.put(bench, { choice: 'for' })).status).toBe(200);
    await allowOnePerAddress(west);
    const refused = await family.put<Problem>(bench, { choice: 'against' });
    expect([refused.status, refused.body.code]).toEqual([403, 'household-not-allowed']);
    expect((await family.delete(bench)).status).toBe(200);
  });

  it('S23: is closed until residents can show who they are at the level that the rules ask', async () => {
    await start({ identityLevel: 1 });
    const amina = await signedIn('amina');
    const closed = await amina.put<Problem>(bench, { choice: 'for' });
    expect([closed.status, closed.body.code]).toEqual([409, 'eligibility-not-set']);
    await west.rows(
      `insert into address (district_id, postcode, house_number, neighbourhood_slug, imported_at)
       values ($1, '1234AB', 1, 'sluiskwartier', now())`,
      [west.districtId],
    );
    const waiting = await amina.put(bench, { choice: 'for' });
    expect([waiting.status, waiting.body]).toEqual([
      200,
      expect.objectContaining({ status: 'waiting', counts: false, neededLevel: 1, level: 0 }),
    ]);
  });

  it('S10: has one limit on two processes, not one each', async () => {
    await start(NETWORK);
    const second = await startTestApp([AppModule.forRoot({ hasDevTools: true })], {
      DATABASE_URL: west.test.config.databaseUrl,
      SESSION_SECRET: west.test.config.sessionSecret,
    });
    try {
      const voters: Browser[] = [];
      for (let index = 0; index < 6; index += 1)
        voters.push(await signedIn(`voter${index}`, index % 2 === 0 ? west.test : second));
      const answers = await Promise.all(voters.map((voter) => voter.put(bench, { choice: 'for' })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429, 429, 429]);
      expect(await votes()).toBe(2);
    } finally {
      await second.close();
    }
  });

  it.each([
    ['no proxy is trusted', { TRUST_PROXY: '0' }, '127.0.0.1', ['10.9.8.7', '1.2.3.4, 5.6.7.8']],
    [
      'one proxy is trusted, and only the entry that it added counts',
      { TRUST_PROXY: '1' },
      '203.0.113.9',
      ['6.6.6.6, 203.0.113.9', '1.2.3.4, 5.6.7.8, 203.0.113.9'],
    ],
  ])('S11: comes from where it came from, when %s', async (_when, env, network, spoofed) => {
    await start(NETWORK, env);
    const statuses: number[] = [];
    for (const [index, forwarded] of ['', ...spoofed].entries()) {
      const voter = await signedIn(`voter${index}`);
      const header = forwarded || (env.TRUST_PROXY === '1' ? network : undefined);
      const forged = { 'x-forwarded-for': header, 'x-real-ip': `9.9.9.${index}`, forwarded: 'for=8.8.8.8' };
      statuses.push((await voter.put(bench, { choice: 'for' }, forged)).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
    const expected = west.app.get(Pseudonyms).of('network', network);
    expect((await origins()).map((row) => row['network_pseudonym'])).toEqual([expected, expected]);
  });
});

/** A new version of the rules, under which the open round goes on: no operator can do that. */
async function allowOnePerAddress(west: West): Promise<void> {
  await west.rows(
    `insert into rulebook (district_id, version, settings, effective_from)
     select district_id, version + 1, settings || '{"accountsPerEmail": 1}', now() from rulebook
     where district_id = $1`,
    [west.districtId],
  );
  await west.rows(`update round set rulebook_version = rulebook_version + 1 where state = 'open'`);
}
