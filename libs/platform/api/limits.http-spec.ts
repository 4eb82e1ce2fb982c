import { Controller, Get, Module, Post, Query } from '@nestjs/common';
import { Public } from './access-rule';
import { SESSION_HANDLERS } from './create-app';
import { Limits, Network } from './limits';
import { createTestDatabase, startTestApp, type Browser, type TestApp } from './testing';

@Controller('limited')
class LimitedController {
  constructor(private readonly limits: Limits) {}

  @Public()
  @Post()
  async act(@Network() network: string, @Query('seconds') seconds = '600'): Promise<{ network: string }> {
    await this.limits.hit('acts', network, { hits: 3, seconds: Number(seconds) });
    return { network };
  }

  @Public()
  @Get('network')
  show(@Network() network: string): { network: string } {
    return { network };
  }
}

@Module({ controllers: [LimitedController], providers: [{ provide: SESSION_HANDLERS, useValue: [] }] })
class LimitedModule {}

describe('a limit', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let one: TestApp;
  let other: TestApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    // One secret, as processes of one deployment have: the counters stand under pseudonyms made with it.
    const env = { DATABASE_URL: database.url, SESSION_SECRET: 'one deployment, two processes at once' };
    [one, other] = await Promise.all([
      startTestApp([LimitedModule], env),
      startTestApp([LimitedModule], env),
    ]);
  });
  afterAll(async () => {
    await Promise.all([one.close(), other.close()]);
    await database.drop();
  });

  it('is shared by all processes: two of them do not double it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 ? one : other).browser().post('/limited')),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(7);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('has room again when its time is over', async () => {
    const post = (browser: Browser) => browser.post('/limited?seconds=1');
    const browser = one.browser();
    while ((await post(browser)).status !== 429);
    let status = 429;
    while (status === 429) status = (await post(browser)).status;
    expect(status).toBe(201);
  });

  it.each([
    ['X-Forwarded-For', '203.0.113.9'],
    ['X-Forwarded-For', '203.0.113.9, 198.51.100.7'],
    ['Forwarded', 'for=203.0.113.9'],
    ['X-Real-IP', '203.0.113.9'],
    ['CF-Connecting-IP', '203.0.113.9'],
    ['True-Client-IP', '203.0.113.9'],
  ])('S11: a client that says to be elsewhere (%s: %s) is where it is', async (header, value) => {
    expect((await one.browser().get('/limited/network', { [header]: value })).body).toEqual({
      network: '127.0.0.1',
    });
  });

  it('S11: behind one proxy of ours, only what that proxy saw is believed', async () => {
    const behind = await startTestApp([LimitedModule], { DATABASE_URL: database.url, TRUST_PROXY: '1' });
    const seen = await behind
      .browser()
      .get('/limited/network', { 'X-Forwarded-For': '203.0.113.9, 198.51.100.7' });
    await behind.close();
    expect(seen.body).toEqual({ network: '198.51.100.7' });
  });
});
