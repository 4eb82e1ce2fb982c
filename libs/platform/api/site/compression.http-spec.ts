import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { get as httpGet, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import helmet from 'helmet';
import { PageCache } from './page-cache';
import { PagePolicy } from './page-policy';
import { browserFiles, sitePages } from './site';

const SCRIPT = 'export const answer = 42;\n'.repeat(100);
const PAGE = `<h1>West</h1>${'<p>Een plan voor de buurt.</p>'.repeat(100)}`;
const CHROME = 'gzip, deflate, br, zstd';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

describe('what the site sends compressed', () => {
  let server: Server;
  let origin: string;
  let html: string;

  beforeEach(async () => {
    html = PAGE;
    const folder = mkdtempSync(join(tmpdir(), 'compressed-'));
    mkdirSync(join(folder, 'en'));
    for (const file of ['main-ASJUW77M.js', 'en/main-ASJUW77M.js']) {
      writeFileSync(join(folder, file), SCRIPT);
      writeFileSync(join(folder, `${file}.br`), brotliCompressSync(SCRIPT));
      writeFileSync(join(folder, `${file}.gz`), gzipSync(SCRIPT));
    }
    writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
    const engine = {
      handle: () => Promise.resolve(new Response(html, { headers: { 'Content-Type': 'text/html' } })),
    };
    const app = express();
    app.use(
      helmet(),
      browserFiles(folder),
      sitePages(engine, {
        ask: () => Promise.reject(new Error('this page asks nothing')),
        publicUrl: 'https://buurtstem.example',
        now: () => new Date('2026-11-29T13:32:17Z'),
        pages: new PageCache(),
        policy: new PagePolicy(new Set()),
      }),
    );
    await new Promise<void>((listening) => (server = app.listen(0, '127.0.0.1', () => listening())));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise((closed) => server.close(closed)));

  /** The bytes as they come over the wire: fetch would unpack them. */
  const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((settle, fail) => {
      httpGet(origin + path, { headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          settle({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      }).on('error', fail);
    });
  const taking = (encodings: string, more: Record<string, string> = {}) => ({
    'accept-encoding': encodings,
    ...more,
  });

  describe.each(['/main-ASJUW77M.js', '/en/main-ASJUW77M.js'])('of the script %s', (path) => {
    it.each([
      [CHROME, 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['br;q=0, gzip', 'gzip', gunzipSync],
    ] as const)('to who takes %s: %s', async (accepted, encoding, unpack) => {
      const { headers, body, status } = await get(path, taking(accepted));
      expect([status, headers['content-encoding']]).toEqual([200, encoding]);
      expect(unpack(body).toString()).toBe(SCRIPT);
      expect(headers['content-type']).toMatch(/^text\/javascript/);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['vary']).toBe('Accept-Encoding');
    });

    it('nothing to who takes nothing, and a cache is told that there is a choice', async () => {
      const { headers, body } = await get(path);
      expect(headers['content-encoding']).toBeUndefined();
      expect(body.toString()).toBe(SCRIPT);
      expect(headers['vary']).toBe('Accept-Encoding');
    });
  });

  it('sends no headers with a script that only a document heeds, and all of them with a page', async () => {
    const script = await get('/main-ASJUW77M.js', taking('br'));
    expect(script.headers).not.toHaveProperty('x-frame-options');
    expect(script.headers).toHaveProperty('x-content-type-options');
    expect((await get('/west')).headers).toHaveProperty('x-frame-options');
  });

  it('leaves a file alone that has no compressed copy', async () => {
    const { headers, body } = await get('/favicon.svg', taking(CHROME));
    expect([headers['content-encoding'], headers['vary'], body.toString()]).toEqual([
      undefined,
      undefined,
      '<svg/>',
    ]);
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('sends a visitor’s page as %s', async (encoding, unpack) => {
    const { headers, body } = await get('/west', taking(encoding));
    expect(headers['content-encoding']).toBe(encoding);
    expect(unpack(body).toString()).toBe(PAGE);
    expect(body.length).toBeLessThan(PAGE.length / 5);
    expect(headers['content-type']).toBe('text/html');
    expect(headers['vary']).toBe('Cookie, Accept-Encoding');
  });

  it('gives each encoding of a page a tag of its own, and answers 304 to that tag only', async () => {
    const [br, gzip, plain] = await Promise.all([
      get('/west', taking('br')),
      get('/west', taking('gzip')),
      get('/west'),
    ]);
    const tags = [br, gzip, plain].map(({ headers }) => headers.etag ?? '');
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
    const again = await get('/west', taking('br', { 'if-none-match': tags[0]! }));
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get('/west', taking('gzip', { 'if-none-match': tags[0]! }))).status).toBe(200);
  });

  it('compresses the page of a visitor that is kept nowhere too', async () => {
    const { headers } = await get('/west/indienen', taking(CHROME));
    expect([headers['content-encoding'], headers['cache-control']]).toEqual(['br', 'private, no-store']);
    expect(headers.etag).not.toMatch(/-br"$/);
  });

  it('never compresses the page of somebody who is signed in: its size would tell of what is in it', async () => {
    const { headers, body } = await get('/west', taking(CHROME, { cookie: 'buurtstem=1' }));
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe(PAGE);
  });

  it('leaves a page alone that fits into one packet', async () => {
    html = '<h1>West</h1>';
    const { headers, body } = await get('/west', taking(CHROME));
    expect([headers['content-encoding'], body.toString()]).toEqual([undefined, html]);
  });
});
