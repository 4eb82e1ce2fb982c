import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { browserFiles, type SiteEngine, sitePages } from './site';

type Handle = SiteEngine['handle'];

const PAGE = '<script nonce="CSP_NONCE"></script><style nonce="CSP_NONCE"></style>';
const page = (status = 200): Handle => {
  return () => Promise.resolve(new Response(PAGE, { status, headers: { 'Content-Type': 'text/html' } }));
};

describe('the site on Express', () => {
  let server: Server;
  let origin: string;
  let handle: Handle;
  let failures: unknown[];

  beforeEach(async () => {
    const browserDir = mkdtempSync(join(tmpdir(), 'site-'));
    writeFileSync(join(browserDir, 'main-ASJUW77M.js'), '1');
    writeFileSync(join(browserDir, 'favicon.svg'), '<svg/>');
    failures = [];
    const app = express();
    app.use(browserFiles(browserDir));
    app.use(
      sitePages(
        { handle: (request, context) => handle(request, context) },
        {
          apiOrigin: 'http://127.0.0.1:1',
          now: () => new Date('2026-11-29T13:32:00Z'),
          imageOrigins: ['https://tiles.example'],
          onFailure: (error) => failures.push(error),
        },
      ),
    );
    app.use((_request, response) => void response.status(418).send('not the site'));
    await new Promise<void>((listening) => (server = app.listen(0, '127.0.0.1', () => listening())));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => new Promise((closed) => server.close(closed)));

  it('gives every page a nonce of its own, in the policy and wherever the page needs it', async () => {
    handle = page();
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetch(`${origin}/west`);
        const html = await response.text();
        const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? '';
        expect(html).not.toContain('CSP_NONCE');
        expect(response.headers.get('content-security-policy')).toContain(
          `script-src 'self' 'nonce-${nonce}'`,
        );
        expect(response.headers.get('content-security-policy')).toContain(
          `style-src 'self' 'nonce-${nonce}'`,
        );
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });

  it('allows no inline script or style without a nonce, no plugin, no frame, no other base, and pictures of the named origins only', async () => {
    handle = page();
    const policy = (await fetch(`${origin}/west`)).headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('unsafe');
    for (const rule of [
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "img-src 'self' data: https://tiles.example",
    ]) {
      expect(policy.split('; ')).toContain(rule);
    }
  });

  it('lets no cache keep a page', async () => {
    handle = page();
    expect((await fetch(`${origin}/west`)).headers.get('cache-control')).toBe('private, no-store');
  });

  it("renders as the visitor: with the visitor's cookie, the API's origin and the moved clock", async () => {
    let told: unknown;
    handle = (request, context) => {
      told = context;
      return page()(request, context);
    };
    await fetch(`${origin}/west`, { headers: { Cookie: 'sid=1' } });
    expect(told).toEqual({
      apiOrigin: 'http://127.0.0.1:1',
      cookie: 'sid=1',
      now: Date.parse('2026-11-29T13:32:00Z'),
    });
  });

  it('passes on the status that the page chose', async () => {
    handle = page(404);
    expect((await fetch(`${origin}/west/onzin`)).status).toBe(404);
  });

  it.each(['/api/v1/x', '/api', '/health/live', '/dev/mail', '/media/1.webp'])(
    'leaves %s alone',
    async (path) => {
      handle = page();
      expect((await fetch(origin + path)).status).toBe(418);
    },
  );

  it('takes /apinda for a page: only whole segments belong to the API', async () => {
    handle = page();
    expect((await fetch(`${origin}/apinda`)).status).toBe(200);
  });

  it('answers GET and HEAD only', async () => {
    handle = page();
    expect((await fetch(`${origin}/west`, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`${origin}/west`, { method: 'POST' })).status).toBe(418);
  });

  it('keeps files with a hash for ever, and asks again for the others', async () => {
    handle = page();
    const cached = async (path: string) => (await fetch(origin + path)).headers.get('cache-control');
    expect(await cached('/main-ASJUW77M.js')).toBe('public, max-age=31536000, immutable');
    expect(await cached('/favicon.svg')).toBe('public, max-age=3600');
  });

  it.each([
    ['throws', () => Promise.reject(new Error('secret detail'))],
    ['gives no page', () => Promise.resolve(null)],
  ] as const)('shows its own page without the details when rendering %s', async (_what, broken) => {
    handle = broken;
    const response = await fetch(`${origin}/west`);
    const html = await response.text();
    expect(response.status).toBe(500);
    expect(html).toContain('Er ging iets mis bij ons');
    expect(html).not.toMatch(/secret detail|at .*\.ts/);
    const style = /<style>([^]*)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
    expect(html).not.toMatch(/<script|<link|<img|style="/);
    expect(failures).toHaveLength(1);
  });

  it('does not call it a failure when the visitor left', async () => {
    handle = () => Promise.reject(new DOMException('gone', 'AbortError'));
    await fetch(`${origin}/west`, { signal: AbortSignal.timeout(100) }).catch(() => undefined);
    expect(failures).toEqual([]);
  });
});
