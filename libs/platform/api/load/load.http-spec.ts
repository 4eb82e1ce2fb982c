import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Controller, Delete, Get, Module, Post, Put } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Public } from '../access-rule';
import { SESSION_HANDLERS } from '../create-app';
import type { Problem } from '../problem';
import { createTestDatabase, startTestApp, type TestApp } from '../testing';
import { Admission } from './admission';
import { Capacity } from './capacity';

/** Holds whoever comes, until the test lets them go. */
class Gate {
  waiting: (() => void)[] = [];
  readonly pass = (): Promise<{ ok: true }> => new Promise((go) => this.waiting.push(() => go({ ok: true })));
  open(): void {
    for (const go of this.waiting.splice(0)) go();
  }
}
let gate: Gate;

@Controller()
class SlowController {
  constructor(private readonly dataSource: DataSource) {}

  @Public()
  @Get('slow')
  read(): Promise<object> {
    return gate.pass();
  }

  @Public()
  @Post('slow')
  write(): Promise<object> {
    return gate.pass();
  }

  @Public()
  @Put('districts/:district/proposals/:number/my-vote')
  vote(): Promise<object> {
    return gate.pass();
  }

  @Public()
  @Delete('districts/:district/proposals/:number/my-vote')
  withdraw(): object {
    return { ok: true };
  }

  @Public()
  @Get('database')
  ask(): Promise<object[]> {
    return this.dataSource.query('select 1 as one');
  }

  @Public()
  @Get('lock')
  lock(): Promise<object[]> {
    return this.dataSource.query("set lock_timeout = '50ms'; lock table setting in share mode");
  }
}

@Module({ controllers: [SlowController], providers: [{ provide: SESSION_HANDLERS, useValue: [] }] })
class SlowModule {}

const VOTE = '/districts/west/proposals/1/my-vote';

let test: TestApp;
const sockets: Socket[] = [];
const start = async (env: Record<string, string>): Promise<void> => {
  gate = new Gate();
  test = await startTestApp([SlowModule], { CAPACITY: '6', CAPACITY_FOR_VOTES: '2', ...env });
};
afterEach(async () => {
  gate.open();
  for (const socket of sockets.splice(0)) socket.destroy();
  await test.close();
});

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await wait(5);
};

/** A connection on which we say what we like. */
const dial = async (): Promise<{ socket: Socket; said: () => string; ended: Promise<void> }> => {
  const { port } = new URL(test.url);
  const socket = connect(Number(port), '127.0.0.1');
  sockets.push(socket);
  let heard = '';
  socket.on('data', (chunk) => (heard += String(chunk)));
  socket.on('error', () => undefined);
  const ended = new Promise<void>((settle) => socket.once('close', () => settle()));
  await new Promise((settle) => socket.once('connect', settle));
  return { socket, said: () => heard, ended };
};

describe('R5: over capacity', () => {
  it('a read is told at once to come back, as a problem; votes still have room, and whether it lives is always answered', async () => {
    await start({});
    const browser = test.browser();
    const readers = [1, 2, 3, 4].map(() => browser.get('/slow'));
    await until(() => gate.waiting.length === 4);

    const refused = await browser.get<Problem>('/slow');
    expect([refused.status, refused.body.code]).toEqual([503, 'temporarily-unavailable']);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(refused.headers.get('api-version')).toBe('1.0.0');
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await browser.post('/slow', {})).status).toBe(503);
    expect((await browser.delete(VOTE)).status).toBe(200);
    expect((await browser.get('//health/live')).status).toBe(200);
    expect((await browser.get('//health/ready')).status).toBe(200);

    const voters = [1, 2].map(() => browser.put(VOTE, { choice: 'for' }));
    await until(() => gate.waiting.length === 6);
    const late = await browser.put<Problem>(VOTE, { choice: 'for' });
    expect([late.status, late.body.code]).toEqual([503, 'temporarily-unavailable']);
    // Sent away before anything was done.
    expect(gate.waiting).toHaveLength(6);

    gate.open();
    for (const answer of await Promise.all([...readers, ...voters])) expect(answer.status).toBe(200);
    expect((await browser.delete(VOTE)).status).toBe(200);
  });

  it('a form without scripts gets a page', async () => {
    await start({});
    const readers = [1, 2, 3, 4].map(() => test.browser().get('/slow'));
    await until(() => gate.waiting.length === 4);
    const answer = await fetch(`${test.url}/formulier/uitloggen`, { method: 'POST', body: 'a=b' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('Het is nu erg druk');
    gate.open();
    await Promise.all(readers);
  });

  it('what a page that is being drawn asks needs no place of its own, and nobody else can say that it is one', async () => {
    await start({});
    const readers = [1, 2, 3, 4].map(() => test.browser().get('/slow'));
    await until(() => gate.waiting.length === 4);
    const { ownPage } = test.app.get(Admission);
    expect((await test.browser().get('/database', { 'x-own-page': ownPage })).status).toBe(200);
    expect((await test.browser().get('/database', { 'x-own-page': 'guess' })).status).toBe(503);
    gate.open();
    await Promise.all(readers);
  });

  it('a place comes free when whoever had it goes away', async () => {
    await start({});
    const gone = new AbortController();
    const readers = [1, 2, 3, 4].map(() =>
      fetch(`${test.url}/api/v1/slow`, { signal: gone.signal }).catch(() => undefined),
    );
    await until(() => gate.waiting.length === 4);
    gone.abort();
    await Promise.all(readers);
    await until(() => test.app.get(Capacity).hasRoom('read'));
  });
});

describe('an answer that does not come', () => {
  it('is 503 in time, and what comes after is thrown away', async () => {
    await start({ ANSWER_WITHIN_MS: '500' });
    const browser = test.browser();
    const [read, vote] = await Promise.all([browser.get<Problem>('/slow'), browser.put(VOTE, {})]);
    expect([read.status, read.body.code, vote.status]).toEqual([503, 'temporarily-unavailable', 503]);
    gate.open();
    expect((await browser.get('/database')).status).toBe(200);
  });

  it('is 503 when every connection of the database is taken for too long', async () => {
    await start({ DATABASE_WAIT_MS: '200', DATABASE_POOL_SIZE: '2', ANSWER_WITHIN_MS: '600000' });
    const runners = [1, 2].map(() => test.app.get(DataSource).createQueryRunner());
    await Promise.all(runners.map((runner) => runner.connect()));
    const answer = await test.browser().get<Problem>('/database');
    expect([answer.status, answer.body.code]).toEqual([503, 'temporarily-unavailable']);
    await Promise.all(runners.map((runner) => runner.release()));
    expect((await test.browser().get('/database')).status).toBe(200);
  });

  it('is 503 when somebody else holds a lock for too long', async () => {
    await start({});
    const holder = test.app.get(DataSource).createQueryRunner();
    await holder.startTransaction();
    await holder.query(`insert into setting (key, value) values ('held', '1')`);
    const answer = await test.browser().get<Problem>('/lock');
    expect([answer.status, answer.body.code]).toEqual([503, 'temporarily-unavailable']);
    await holder.rollbackTransaction();
    await holder.release();
  });
});

describe('a database that stops in the middle of things', () => {
  it('is one that is not ready, and whoever asks that is told so before they give up', async () => {
    await start({});
    const owner = new Client({ connectionString: test.config.databaseUrl });
    await owner.connect();
    await owner.query('begin; lock table migration in access exclusive mode');
    const asked = test.browser().get('//health/ready');
    // Locks are waited for longer than that.
    const answer = await Promise.race([asked, wait(10_000, null, { ref: false })]);
    expect(answer?.status).toBe(503);
    await owner.end();
    expect((await test.browser().get('//health/ready')).status).toBe(200);
  });
});

describe('a slow client', () => {
  it('that sends its head a byte at a time is hung up on', async () => {
    await start({ HEADERS_WITHIN_MS: '500' });
    const { socket, said, ended } = await dial();
    const bytes = [...'GET /api/v1/database HTTP/1.1\r\nHost: x\r\nX-Slow: '];
    const dribble = setInterval(() => socket.write(bytes.shift() ?? 'a'), 100);
    await ended;
    clearInterval(dribble);
    expect(said()).not.toContain('200');
  });

  it('that says nothing at all is hung up on', async () => {
    await start({ HEADERS_WITHIN_MS: '500' });
    await (
      await dial()
    ).ended;
  });

  it('whose body never ends is hung up on, and holds no place meanwhile', async () => {
    await start({ BODY_WITHIN_MS: '600', CAPACITY: '3', CAPACITY_FOR_VOTES: '1' });
    const slow = await Promise.all([1, 2, 3, 4, 5].map(dial));
    const dribbles = slow.map(({ socket }) => {
      socket.write(
        'POST /api/v1/slow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n',
      );
      return setInterval(() => socket.write('1\r\n \r\n'), 100);
    });
    expect((await test.browser().get('/database')).status).toBe(200);
    await Promise.all(slow.map(({ ended }) => ended));
    for (const dribble of dribbles) clearInterval(dribble);
    expect(gate.waiting).toEqual([]);
  });

  it('is one of so many, and whoever connects on top of those is hung up on', async () => {
    await start({ MAX_CONNECTIONS: '10' });
    const lines = await Promise.all(Array.from({ length: 30 }, dial));
    let open = lines.length;
    for (const { ended } of lines) void ended.then(() => (open -= 1));
    await until(() => open === 10);
  });
});

describe('R8: a process that ends', () => {
  it('says that it is not ready, hangs up after each answer, and finishes what it has', async () => {
    await start({ DRAIN_MS: '400' });
    const browser = test.browser();
    const reader = browser.get('/slow');
    await until(() => gate.waiting.length === 1);
    expect((await browser.get('//health/ready')).headers.get('connection')).toBe('keep-alive');

    const ended = test.app.close();
    await until(() => test.app.get(Capacity).isDraining);
    expect((await browser.get('//health/ready')).status).toBe(503);
    expect((await browser.get('//health/live')).status).toBe(200);
    // Whoever has not heard of it yet is still answered.
    const last = await browser.get('/database');
    expect([last.status, last.headers.get('connection')]).toEqual([200, 'close']);

    await wait(600);
    await expect(browser.get('/database')).rejects.toThrow('fetch failed');
    gate.open();
    expect((await reader).status).toBe(200);
    await ended;
  });
});

describe('a database that is told what to do in its address', () => {
  it('still keeps the application in its role, and its commits on disk', async () => {
    const database = await createTestDatabase();
    await start({ DATABASE_URL: `${database.url}?options=-c%20synchronous_commit%3Doff` });
    const rows = await test.app
      .get(DataSource)
      .query(`select current_setting('role') as role, current_setting('synchronous_commit') as sync`);
    expect(rows).toEqual([{ role: 'buurtstem_app', sync: 'on' }]);
    await test.close();
    await database.drop();
    await start({});
  });
});
