import { Controller, Get, Module, Param, Post, Put } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Refusal } from '@buurtstem/shared-domain';
import { Public } from '../access-rule';
import { SESSION_HANDLERS } from '../create-app';
import { startTestApp, stopTime, type TestApp } from '../testing';
import { PageCache } from './page-cache';
import { PagePolicy } from './page-policy';
import { Shared } from './shared';
import { sitePages } from './site';

let votes = 1;
let asOf = '2026-11-29T13:32:10.000Z';

@Controller('try')
class TryController {
  @Public()
  @Shared()
  @Get('numbers')
  numbers(): { votes: number; asOf: string } {
    return { votes, asOf };
  }

  @Public()
  @Get('session')
  session(): { account: null } {
    return { account: null };
  }

  @Public()
  @Shared()
  @Get('missing/:number')
  missing(@Param('number') _number: string): never {
    throw new Refusal('proposal-not-found');
  }

  @Public()
  @Post('decisions')
  decide(): object {
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

describe('what is shared', () => {
  let test: TestApp;
  let rendered: number;
  beforeAll(async () => {
    test = await startTestApp(
      [TryModule],
      {},
      {
        mount: (app: NestExpressApplication) =>
          void app.use(
            sitePages(
              { handle: () => Promise.resolve(new Response(`<h1>${(rendered += 1)}</h1>`)) },
              {
                ask: () => Promise.reject(new Error('this page asks nothing')),
                publicUrl: '',
                pages: app.get(PageCache),
                policy: new PagePolicy(new Set()),
              },
            ),
          ),
      },
    );
  });
  afterAll(() => {
    jest.useRealTimers();
    return test.close();
  });
  beforeEach(() => {
    stopTime();
    [rendered, votes] = [0, 1];
    test.app.get(PageCache).forget();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    test.browser().get(path, { 'cache-control': 'max-age=0', ...headers });

  it('is what a visitor reads from the API: with a tag, and 304 until it says something else', async () => {
    const first = await get('/try/numbers');
    expect(first.headers.get('cache-control')).toBe(
      'public, max-age=0, s-maxage=5, stale-while-revalidate=5',
    );
    expect(first.headers.get('vary')).toBe('Cookie');
    const tag = first.headers.get('etag') ?? '';
    asOf = '2026-11-29T13:32:20.000Z';
    expect((await get('/try/numbers', { 'if-none-match': tag })).status).toBe(304);
    votes = 2;
    expect((await get('/try/numbers', { 'if-none-match': tag })).status).toBe(200);
  });

  it('is nothing for who has a session, nothing that no route says is shared, and no refusal', async () => {
    const own = await get('/try/numbers', { cookie: 'buurtstem=s' });
    expect([own.headers.get('cache-control'), own.headers.get('vary')]).toEqual(['no-store', 'Cookie']);
    for (const path of ['/try/session', '/try/missing/3'])
      expect([path, (await get(path)).headers.get('cache-control')]).toEqual([path, 'no-store']);
  });

  it('is no page any more once a write was answered: what a moderator hid is gone at once', async () => {
    await get('//west/plannen/3');
    await get('//west/plannen/3');
    expect(rendered).toBe(1);
    expect((await test.browser().post('/try/decisions')).status).toBe(201);
    await get('//west/plannen/3');
    expect(rendered).toBe(2);
  });

  it('stays for its second when somebody votes: on the last evening many do', async () => {
    await get('//west/plannen/3');
    expect((await test.browser().put('/try/proposals/3/my-vote', {})).status).toBe(200);
    await get('//west/plannen/3');
    expect(rendered).toBe(1);
  });
});
