import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import express from 'express';
import { readConfig, type Config } from '../config';
import { PageCache } from '../site/page-cache';
import { PagePolicy } from '../site/page-policy';
import { sitePages } from '../site/site';
import { Capacity } from './capacity';

describe('pages over capacity', () => {
  let server: Server;
  let origin: string;
  let capacity: Capacity;
  let drawing: (() => void)[];
  let asked: number;
  let failure: Error | null;

  beforeEach(async () => {
    [drawing, asked, failure] = [[], 0, null];
    const read = readConfig({
      BUURTSTEM_MODE: 'test',
      DATABASE_URL: 'postgres://db/x',
      CAPACITY: '6',
      CAPACITY_FOR_VOTES: '2',
    });
    capacity = new Capacity((read as { value: Config }).value);
    const engine = {
      handle: (): Promise<Response> => {
        asked += 1;
        if (failure) return Promise.reject(failure);
        return new Promise((drawn) =>
          drawing.push(() =>
            drawn(new Response('<h1>West</h1>', { headers: { 'Content-Type': 'text/html' } })),
          ),
        );
      },
    };
    const app = express();
    app.use(
      sitePages(engine, {
        ask: () => Promise.reject(new Error('this page asks nothing')),
        publicUrl: 'https://buurtstem.example',
        now: () => new Date('2026-11-29T13:32:17.250Z'),
        pages: new PageCache(),
        policy: new PagePolicy(new Set()),
        capacity,
        answerWithinMs: 500,
      }),
    );
    await new Promise<void>((listening) => (server = app.listen(0, '127.0.0.1', () => listening())));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    capacity.onApplicationShutdown();
    await new Promise((closed) => server.close(closed));
  });

  const get = (path: string): Promise<Response> =>
    fetch(origin + path, { headers: { cookie: 'buurtstem=laura' } });
  const visit = (path: string): Promise<Response> => fetch(origin + path);
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await wait(5);
  };
  const draw = (): void => {
    for (const drawn of drawing.splice(0)) drawn();
  };

  it('are a plain page that says so in Dutch and English, when to come back, and that nothing has changed', async () => {
    const readers = [get('/west'), get('/west')];
    await until(() => drawing.length === 2);
    const answer = await get('/west');
    const html = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'private, no-store']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('Het is nu erg druk');
    expect(html).toContain('It is very busy now');
    expect(html).not.toMatch(/<script|<link|<img/);
    draw();
    for (const reader of await Promise.all(readers)) expect(reader.status).toBe(200);
  });

  it('are still sent when they are kept; those need no place', async () => {
    const first = visit('/west');
    await until(() => drawing.length === 1);
    draw();
    await first;
    const readers = [get('/west/mijn'), get('/west/mijn')];
    await until(() => drawing.length === 2);
    expect((await visit('/west')).status).toBe(200);
    expect((await visit('/west/agenda')).status).toBe(503);
    draw();
    await Promise.all(readers);
  });

  it('take one place however many ask for the same', async () => {
    const crowd = Array.from({ length: 20 }, () => visit('/west'));
    await until(() => drawing.length === 1);
    expect(capacity.hasRoom('page')).toBe(true);
    draw();
    for (const { status } of await Promise.all(crowd)) expect(status).toBe(200);
    expect(asked).toBe(1);
  });

  it('say so too when the database is away', async () => {
    failure = new Error('Connection terminated unexpectedly');
    const answer = await get('/west');
    expect([answer.status, await answer.text()]).toEqual([
      503,
      expect.stringContaining('Het is nu erg druk'),
    ]);
  });

  it('say so when drawing one takes too long, and give its place back when it is drawn after all', async () => {
    const answer = await get('/west');
    expect([answer.status, await answer.text()]).toEqual([
      503,
      expect.stringContaining('Het is nu erg druk'),
    ]);
    expect(drawing).toHaveLength(1);
    draw();
    const readers = [get('/west'), get('/west')];
    await until(() => drawing.length === 2);
    draw();
    for (const reader of await Promise.all(readers)) expect(reader.status).toBe(200);
  });
});
