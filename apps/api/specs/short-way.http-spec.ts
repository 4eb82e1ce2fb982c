import { connect } from 'node:net';
import { DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import { eventually, type Answer, type Browser } from '@buurtstem/platform-api/testing';
import { DataSource } from 'typeorm';
import { West } from './west';

type Choice = 'for' | 'against' | 'none';

/** Express marks what it sends itself; the short way marks nothing, since nobody may keep it. */
const wentTheWholeWay = ({ headers }: Answer): boolean => headers.has('etag');

/** What may differ from one answer to the next. */
const VARYING = new Set(['date', 'etag', 'keep-alive', 'connection']);
const withoutTimes = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body).replace(/"20\d\d-[^"]+"/g, '"a time"'));
const seen = ({ status, headers, body }: Answer): unknown => ({
  status,
  body: withoutTimes(body),
  headers: [...headers].filter(([name]) => !VARYING.has(name)),
});

describe('a vote', () => {
  let west: West;
  let bench: string;
  afterEach(() => west.close());

  const start = async (env: Record<string, string> = {}, votesPerAccount = 10_000): Promise<void> => {
    const voteLimits = {
      newVotersPerNetwork: [{ hits: 10_000, seconds: 60 }],
      newVotersPerMailDomain: [{ hits: 10_000, seconds: 60 }],
      votesPerAccount: [{ hits: votesPerAccount, seconds: 3_600 }],
    };
    west = await West.open({ ...DEFAULT_RULEBOOK, voteLimits, threshold: 2 }, env);
    bench = `/districts/west/proposals/${await west.proposal('Bankjes langs het Molenpad')}/my-vote`;
  };
  const signedIn = async (name: string): Promise<Browser> => {
    const browser = west.test.browser();
    await browser.signIn(`${name}@voorbeeld.example`);
    return browser;
  };
  const send = (browser: Browser, choice: Choice, path = bench): Promise<Answer> =>
    choice === 'none' ? browser.delete(path) : browser.put(path, { choice });
  const votes = (): Promise<unknown[]> => west.rows('select choice from vote order by cast_at');

  it('of a resident goes the short way, and is answered as it would be by the whole way', async () => {
    await start();
    const [amina, bob] = [await signedIn('amina'), await signedIn('bob')];
    for (const choice of ['none', 'for', 'for', 'against', 'none', 'none', 'for'] as const) {
      const [short, whole] = [await send(amina, choice), await send(bob, choice, `${bench}?`)];
      expect([choice, wentTheWholeWay(short), wentTheWholeWay(whole)]).toEqual([choice, false, true]);
      expect(seen(short)).toEqual(seen(whole));
    }
    expect(await votes()).toEqual([{ choice: 'for' }, { choice: 'for' }]);
    expect(await west.rows('select from ballot_ledger')).toHaveLength(8);
  });

  it('that is refused is refused in the same words', async () => {
    await start({}, 2);
    const [amina, bob] = [await signedIn('amina'), await signedIn('bob')];
    const elsewhere = [
      '/districts/west/proposals/999/my-vote',
      '/districts/nergens/proposals/1/my-vote',
      bench,
      bench,
      bench,
    ];
    const codes: unknown[] = [];
    for (const path of elsewhere) {
      const [short, whole] = [await send(amina, 'for', path), await send(bob, 'for', `${path}?`)];
      expect(seen(short)).toEqual(seen(whole));
      codes.push([short.status, (short.body as { code?: string }).code]);
    }
    expect(codes).toEqual([
      [404, 'proposal-not-found'],
      [404, 'district-not-found'],
      [200, undefined],
      [200, undefined],
      [429, 'too-many-requests'],
    ]);
    await west.rows(`update proposal set state = 'withdrawn'`);
    await west.rows('delete from rate_bucket');
    const [short, whole] = [await send(amina, 'against'), await send(bob, 'against', `${bench}?`)];
    expect(seen(short)).toEqual(seen(whole));
    expect(short.status).toBe(409);
  });

  it.each<[string, number, (browser: Browser) => Promise<Answer>]>([
    [
      'from the page of another site',
      403,
      (b) => b.put(bench, { choice: 'for' }, { origin: 'https://elders.example' }),
    ],
    ['from no page', 403, (b) => b.put(bench, { choice: 'for' }, { origin: undefined })],
    [
      'that a browser says comes from another site',
      403,
      (b) => b.put(bench, { choice: 'for' }, { 'sec-fetch-site': 'cross-site' }),
    ],
    ['that is no JSON', 415, (b) => b.put(bench, '{"choice":"for"}', { 'content-type': 'text/plain' })],
    ['for neither', 400, (b) => b.put(bench, { choice: 'maybe' })],
    ['with something added', 400, (b) => b.put(bench, { choice: 'for', weight: 2 })],
    ['of the length of a vote that is none', 400, (b) => b.put(bench, '{"choice":"far"}')],
    [
      'on a plan whose number fits no column',
      400,
      (b) => b.put('/districts/west/proposals/9999999999/my-vote', { choice: 'for' }),
    ],
    ['without a session', 401, (b) => b.put(bench, { choice: 'for' }, { cookie: undefined })],
    [
      'with a session that we did not sign',
      401,
      (b) => b.put(bench, { choice: 'for' }, { cookie: forged(b) }),
    ],
    ['with another’s signature', 401, (b) => b.put(bench, { choice: 'for' }, { cookie: `${cookieOf(b)}x` })],
  ])('%s goes the whole way, and is told there what is wrong: %i', async (_, status, vote) => {
    await start();
    const amina = await signedIn('amina');
    const answer = await vote(amina);
    expect([answer.status, wentTheWholeWay(answer)]).toEqual([status, true]);
    expect(await votes()).toEqual([]);
  });

  it('written in another way than our pages do goes the whole way, and counts', async () => {
    await start();
    const amina = await signedIn('amina');
    const answers = [
      await amina.put(bench, '{ "choice": "for" }'),
      await amina.put(bench, { choice: 'against' }, { 'content-type': 'application/json; charset=utf-8' }),
      await amina.put(bench, '{"choice":"fo\\u0072"}'),
    ];
    expect(answers.map((answer) => [answer.status, wentTheWholeWay(answer)])).toEqual(
      Array(3).fill([200, true]),
    );
    expect(await votes()).toEqual([{ choice: 'for' }]);
  });

  it('that comes in pieces goes the whole way, and counts', async () => {
    await start();
    const amina = await signedIn('amina');
    expect(await inPieces(amina, ['{"choi', 'ce":"for"}'])).toMatch(/^HTTP\/1\.1 200 [\s\S]*"choice":"for"/);
    expect(await inPieces(amina, ['{"choice":"against"', '}'])).toMatch(
      /^HTTP\/1\.1 200 [\s\S]*"choice":"against"/,
    );
    expect(await votes()).toEqual([{ choice: 'against' }]);
  });

  it('whose body never comes is hung up on', async () => {
    // So long that it is not the server itself that hangs up.
    await start({ BODY_WITHIN_MS: '500', HEADERS_WITHIN_MS: '600000' });
    const amina = await signedIn('amina');
    expect(await inPieces(amina, [''])).not.toContain('200');
    expect(await votes()).toEqual([]);
  });

  it('after signing out is nobody’s, also with the cookie that was kept', async () => {
    await start();
    const amina = await signedIn('amina');
    const cookie = cookieOf(amina);
    expect(wentTheWholeWay(await send(amina, 'for'))).toBe(false);
    await amina.delete('/session');
    expect((await amina.put(bench, { choice: 'against' }, { cookie })).status).toBe(401);
    expect(await votes()).toEqual([{ choice: 'for' }]);
  });

  it('that finds no place is told at once to come back; one that takes too long is told so, and counts once', async () => {
    await start({ CAPACITY: '2', CAPACITY_FOR_VOTES: '0', ANSWER_WITHIN_MS: '1500' });
    const [amina, bob, charlie] = [await signedIn('amina'), await signedIn('bob'), await signedIn('charlie')];
    const holder = west.app.get(DataSource).createQueryRunner();
    await holder.startTransaction();
    await holder.query('lock table vote in exclusive mode');
    const waiting = [send(amina, 'for'), send(bob, 'for')];
    while (!(await isWaiting())) await new Promise(setImmediate);
    const refused = await send(charlie, 'for');
    expect([refused.status, refused.headers.get('api-version')]).toEqual([503, '1.0.0']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    for (const late of await Promise.all(waiting)) {
      expect([late.status, late.headers.get('retry-after') !== null]).toEqual([503, true]);
      expect(late.headers.get('x-content-type-options')).toBe('nosniff');
    }
    await holder.commitTransaction();
    await holder.release();
    for (const browser of [amina, bob, charlie]) expect((await send(browser, 'for')).status).toBe(200);
    expect(await votes()).toHaveLength(3);
  });
  it('of whom nobody can say in time who they are is told to come back', async () => {
    await start({ ANSWER_WITHIN_MS: '1000', DATABASE_WAIT_MS: '600000' });
    const amina = await signedIn('amina');
    const holder = west.app.get(DataSource).createQueryRunner();
    await holder.startTransaction();
    await holder.query('lock table session in access exclusive mode');
    const late = await send(amina, 'for');
    expect([late.status, late.headers.get('retry-after') !== null, await votes()]).toEqual([503, true, []]);
    expect(await isWaiting('session')).toBe(true);
    await holder.commitTransaction();
    await holder.release();
    expect((await send(amina, 'for')).status).toBe(200);
    expect(await votes()).toEqual([{ choice: 'for' }]);
  }, 20_000);

  const isWaiting = async (table = 'vote'): Promise<boolean> =>
    (await west.rows('select from pg_locks where not granted and relation = $1::regclass', [table])).length >
    0;

  it('of somebody with a role goes the whole way: what staff may do is looked up with every request', async () => {
    await start();
    const bram = await signedIn('bram');
    await west.rows(
      `insert into role_grant (district_id, account_id, role, granted_at)
       select $1, id, 'clerk', now() from account where email like 'bram@%'`,
      [west.districtId],
    );
    const answer = await send(bram, 'for');
    expect([answer.status, wentTheWholeWay(answer)]).toEqual([200, true]);
  });

  it('notes that the session is used, of a resident once in ten minutes', async () => {
    await start();
    const age = (minutes: number): Promise<unknown> =>
      west.rows(
        `update session set seen_at = seen_at - make_interval(mins => $1) where seen_at > now() - interval '1 minute'`,
        [minutes],
      );
    const amina = await signedIn('amina');
    await age(9);
    const bob = await signedIn('bob');
    await age(11);
    for (const browser of [amina, bob]) expect(wentTheWholeWay(await send(browser, 'for'))).toBe(false);
    // What is noted is noted in its order: were Amina's noted, it would be by now.
    expect(await eventually(() => old(10), [])).toEqual([]);
    expect(await old(1)).toEqual([{}]);
  });
  const old = (minutes: number): Promise<unknown[]> =>
    west.rows(`select from session where seen_at < clock_timestamp() - make_interval(mins => $1)`, [minutes]);

  /** Says the head, waits a moment, and says the body piece by piece; until it is answered or hung up. */
  const inPieces = (browser: Browser, pieces: readonly string[]): Promise<string> =>
    new Promise((settle) => {
      const { port, host } = new URL(west.test.url);
      const socket = connect(Number(port), '127.0.0.1');
      const length = pieces.join('').length || 16;
      let heard = '';
      socket.on('data', (chunk) => {
        heard += String(chunk);
        if (heard.includes('}')) socket.end();
      });
      socket.on('error', () => undefined).on('close', () => settle(heard));
      socket.write(
        `PUT /api/v1${bench} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${west.test.config.publicUrl}\r\nCookie: ${cookieOf(browser)}\r\n` +
          `Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`,
      );
      pieces.forEach((piece, nth) => setTimeout(() => socket.write(piece), 50 * (nth + 1)));
    });
});

const cookieOf = (browser: Browser): string => `buurtstem=${browser.cookie('buurtstem')}`;
const forged = (browser: Browser): string => cookieOf(browser).replace(/\.[^.]*$/, '.AAAA');
