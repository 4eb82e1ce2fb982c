import { Controller, Get, Header, Headers, Module, Param, Post, Put, Query } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
import { OptionalResident, type CurrentAccount } from '../access';
import { Public } from '../access-rule';
import { SESSION_HANDLERS } from '../create-app';
import { Admission } from '../load/admission';
import { Capacity } from '../load/capacity';
import { startTestApp, stopTime, type TestApp } from '../testing';
import { KeptAnswers } from './kept-answers';
import { OwnApi } from './own-api';
import { Shared } from './shared';

let title = 'Bankjes';
let asked: string[] = [];
/** Holds back the handler until the spec lets it go on. */
let wait: Promise<void> = Promise.resolve();

@Controller('try')
class TryController {
  @Public()
  @Shared()
  @Get('plans/:number')
  @Header('Access-Control-Allow-Origin', '*')
  async plan(
    @Param('number') number: string,
    @Query('sort') sort: string | undefined,
    @OptionalResident() reader: CurrentAccount | null,
  ): Promise<object> {
    asked.push(`${number} ${sort ?? ''}`.trim());
    const text = title;
    await wait;
    if (text === '') throw new Refusal('proposal-not-found');
    return { title: text, reader, length: 'x'.repeat(Number(sort ?? 0)) };
  }

  @Public()
  @Shared()
  @Get('rules')
  rules(): object {
    asked.push('rules');
    return { threshold: 50 };
  }

  @Public()
  @Shared()
  @Get('language')
  language(@Headers('accept-language') language: string): object {
    return { language };
  }

  @Public()
  @Get('clock')
  clock(): object {
    asked.push('clock');
    return {};
  }

  @Public()
  @Post('decisions')
  decide(): object {
    title = '';
    return {};
  }

  @Public()
  @Put('proposals/3/my-vote')
  vote(): object {
    return {};
  }
}

@Module({
  controllers: [TryController],
  providers: [{ provide: SESSION_HANDLERS, useValue: [] }],
})
class TryModule {}

describe('the answers that are kept for a moment', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp([TryModule], { KEEP_ANSWERS: '1' });
  });
  afterAll(() => {
    jest.useRealTimers();
    return test.close();
  });
  beforeEach(() => {
    stopTime();
    [title, asked, wait] = ['Bankjes', [], Promise.resolve()];
    test.app.get(KeptAnswers).forget();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    test.browser().get<{ title: string }>(path, { 'cache-control': 'max-age=0', ...headers });

  it('are the same to the byte, with the same headers, and asked for once', async () => {
    const first = await get('/try/plans/3');
    const again = await get('/try/plans/3');
    expect([again.status, again.body]).toEqual([200, first.body]);
    const headersOf = ({ headers }: typeof first) =>
      Object.fromEntries([...headers].filter(([name]) => name !== 'date'));
    expect(headersOf(again)).toEqual(headersOf(first));
    expect(headersOf(again)).toMatchObject({
      vary: 'Cookie',
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
    });
    expect(again.headers.get('cache-control')).toBe(
      'public, max-age=0, s-maxage=5, stale-while-revalidate=5',
    );
    expect(asked).toEqual(['3']);
  });

  it('are what a page in this process is drawn from, until a write', async () => {
    const answers = test.app.get(KeptAnswers);
    const address = '/api/v1/try/plans/3';
    expect(answers.recalled(address, 'visitor')).toBeNull();
    const { body } = await get('/try/plans/3');
    expect(JSON.parse(answers.recalled(address, 'visitor')?.text ?? '')).toEqual(body);
    await test.browser().post('/try/decisions');
    expect(answers.recalled(address, 'visitor')).toBeNull();
  });

  it('are for pages of residents where they say the same to everybody, and are made by such pages', async () => {
    const answers = test.app.get(KeptAnswers);
    const own = { cookie: '__Host-buurtstem=s' };
    const page = { ...own, 'x-own-page': test.app.get(Admission).ownPage };
    const rules = '/api/v1/try/rules';
    await get('/try/rules', own);
    await get('/try/rules', { ...own, 'x-own-page': 'guess' });
    expect([answers.recalled(rules, 'resident'), asked]).toEqual([null, ['rules', 'rules']]);
    const { body } = await get('/try/rules', page);
    expect(JSON.parse(answers.recalled(rules, 'resident')?.text ?? '')).toEqual(body);
    await get('/try/rules', page);
    expect(asked).toHaveLength(3);
    await test.browser().post('/try/decisions');
    expect(answers.recalled(rules, 'resident')).toBeNull();
  });

  it('are not for pages of residents where the route knows the resident', async () => {
    const own = { cookie: '__Host-buurtstem=s', 'x-own-page': test.app.get(Admission).ownPage };
    await get('/try/plans/3');
    expect(test.app.get(KeptAnswers).recalled('/api/v1/try/plans/3', 'resident')).toBeNull();
    await get('/try/plans/3', own);
    await get('/try/plans/3', own);
    expect(asked).toHaveLength(3);
  });

  it('are marked as they are kept, or as the API says when it is asked; not where it refuses', async () => {
    const { origin, pathname } = new URL(`${test.url}/api/v1/try/plans/3`);
    const api = new OwnApi(test.app.get(KeptAnswers), { origin, ownPage: 'a word' });
    const tagOf = (address: string): Promise<string | null> => api.tagOf(address);
    const mark = await tagOf(pathname);
    expect(mark).toMatch(/^W\/"[\w-]{43}"$/);
    expect([await tagOf(pathname), asked]).toEqual([mark, ['3']]);
    title = 'Bomen';
    test.app.get(KeptAnswers).forget();
    expect(await tagOf(pathname)).not.toBe(mark);
    await test.browser().post('/try/decisions');
    expect(await tagOf(pathname)).toBeNull();
  });

  it('say 304 to who has them already, and only how long they are to who asks for the head', async () => {
    const first = await get('/try/plans/3');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[\w-]{43}"$/);
    expect((await get('/try/plans/3', { 'if-none-match': tag })).status).toBe(304);
    const head = await fetch(`${test.url}/api/v1/try/plans/3`, { method: 'HEAD' });
    expect([head.headers.get('etag'), head.headers.get('content-length'), await head.text()]).toEqual([
      tag,
      first.headers.get('content-length'),
      '',
    ]);
    expect(asked).toEqual(['3']);
  });

  it('are of one address with its questions', async () => {
    for (const path of ['/try/plans/3', '/try/plans/4', '/try/plans/3?sort=1', '/try/plans/3?sort=2'])
      await get(path);
    expect(asked).toEqual(['3', '4', '3 1', '3 2']);
  });

  it('are of one minute: what says that one can still vote is not sent after the count date', async () => {
    await get('/try/plans/3');
    stopTime(new Date('2026-11-29T13:32:59.999Z'));
    await get('/try/plans/3');
    expect(asked).toHaveLength(1);
    stopTime(new Date('2026-11-29T13:33:00.000Z'));
    await get('/try/plans/3');
    expect(asked).toHaveLength(2);
  });

  it('are never for who has a session, nor made by them', async () => {
    const own = { cookie: '__Host-buurtstem=s' };
    await get('/try/plans/3', own);
    await get('/try/plans/3');
    title = 'Mijn plan';
    expect((await get('/try/plans/3', own)).body.title).toBe('Mijn plan');
    expect(asked).toHaveLength(3);
  });

  it('are for who reads: a write to the same address goes where writes go', async () => {
    await get('/try/plans/3');
    expect((await test.browser().post('/try/plans/3')).status).toBe(404);
  });

  it('are not made of a route that is not shared, nor of one that looks at more than the address', async () => {
    await get('/try/clock');
    await get('/try/clock');
    expect(asked).toEqual(['clock', 'clock']);
    for (const language of ['nl', 'en'])
      expect((await get('/try/language', { 'accept-language': language })).body).toEqual({ language });
  });

  it('are worked out once for all who ask at the same time', async () => {
    let goOn: () => void = () => undefined;
    wait = new Promise((settle) => (goOn = settle));
    const capacity = test.app.get(Capacity);
    const leaves = Array.from({ length: 140 }, () => capacity.enter('read'));
    const all = Promise.all(Array.from({ length: 10 }, () => get('/try/plans/3')));
    // The ten have the ten places that were left, so all of them are waiting for the handler.
    while (capacity.hasRoom('read')) await new Promise(setImmediate);
    goOn();
    for (const leave of leaves) leave?.();
    expect((await all).map(({ body }) => body.title)).toEqual(Array(10).fill('Bankjes'));
    expect(asked).toEqual(['3']);
  });

  it('need no place, so they are there when the process takes nobody in any more', async () => {
    await get('/try/plans/3');
    const capacity = test.app.get(Capacity);
    const leaves = Array.from({ length: 500 }, () => capacity.enter('vote'));
    expect([(await get('/try/plans/3')).status, (await get('/try/plans/4')).status]).toEqual([200, 503]);
    for (const leave of leaves) leave?.();
  });

  it('are gone when a write was answered: what a moderator hid is hidden at once', async () => {
    await get('/try/plans/3');
    await test.browser().post('/try/decisions');
    expect((await get('/try/plans/3')).status).toBe(404);
  });

  it('are not what was begun before the write', async () => {
    let goOn: () => void = () => undefined;
    wait = new Promise((settle) => (goOn = settle));
    const before = get('/try/plans/3');
    while (asked.length === 0) await new Promise(setImmediate);
    await test.browser().post('/try/decisions');
    goOn();
    expect((await before).body.title).toBe('Bankjes');
    expect((await get('/try/plans/3')).status).toBe(404);
  });

  it('stay for their second when somebody votes: on the last evening many do', async () => {
    await get('/try/plans/3');
    await test.browser().put('/try/proposals/3/my-vote', {});
    await get('/try/plans/3');
    expect(asked).toEqual(['3']);
  });

  it('are no refusals: what is not there now may be there in a moment', async () => {
    title = '';
    const missing = await get('/try/plans/3');
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store']);
    title = 'Bankjes';
    expect((await get('/try/plans/3')).status).toBe(200);
  });

  it('are not those that are larger than a million bytes', async () => {
    await get('/try/plans/3?sort=1000001');
    await get('/try/plans/3?sort=1000001');
    expect(asked).toHaveLength(2);
  });

  it('are at most five hundred, and eight million bytes together', async () => {
    for (let number = 0; number <= 500; number += 1) await get(`/try/plans/${number}`);
    asked = [];
    await get('/try/plans/500');
    expect(asked).toEqual([]);
    await get('/try/plans/0');
    expect(asked).toEqual(['0']);
    for (let number = 0; number < 9; number += 1) await get(`/try/plans/${number}?sort=900000`);
    asked = [];
    await get('/try/plans/8?sort=900000');
    expect(asked).toEqual([]);
    await get('/try/plans/0?sort=900000');
    expect(asked).toEqual(['0 900000']);
  });
});

describe('the answers that are not kept', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp([TryModule], { KEEP_ANSWERS: '0' });
  });
  afterAll(() => test.close());

  it('are those of a process that is told so', async () => {
    [title, asked, wait] = ['Bankjes', [], Promise.resolve()];
    await test.browser().get('/try/plans/3');
    const again = await test.browser().get('/try/plans/3', { 'cache-control': 'max-age=0' });
    expect([asked, again.headers.get('cache-control')]).toEqual([
      ['3', '3'],
      expect.stringMatching(/^public, max-age=0, s-maxage=\d/),
    ]);
  });
});
