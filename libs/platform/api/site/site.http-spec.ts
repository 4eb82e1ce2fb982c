import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { PageCache } from './page-cache';
import { PagePolicy, STYLE_OF_FORMS } from './page-policy';
import { browserFiles, type PageContext, type SiteEngine, sitePages } from './site';

type Handle = SiteEngine['handle'];

const OWN = 'remember()';
const REPLAY = 'window.__jsaction_bootstrap(document.body,"ng",["click","submit"],[]);';
const page = (status = 200, html = '<h1>West</h1>'): Handle => {
  return () => Promise.resolve(new Response(html, { status, headers: { 'Content-Type': 'text/html' } }));
};
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the site on Express', () => {
  let server: Server;
  let origin: string;
  let handle: Handle;
  let failures: unknown[];
  let now: Date;
  let pages: PageCache;

  beforeEach(async () => {
    const browserDir = mkdtempSync(join(tmpdir(), 'site-'));
    writeFileSync(join(browserDir, 'main-ASJUW77M.js'), '1');
    writeFileSync(join(browserDir, 'favicon.svg'), '<svg/>');
    failures = [];
    now = new Date('2026-11-29T13:32:07.250Z');
    pages = new PageCache();
    handle = page();
    const app = express();
    app.use(browserFiles(browserDir));
    app.use(
      sitePages(
        {
          handle: (request, context) => handle(request, context),
        },
        {
          ask: (address, cookie) => ({
            status: 200,
            text: `${address} for ${cookie}`,
            tag: null,
            retryAfter: null,
          }),
          publicUrl: 'https://buurtstem.example',
          now: () => now,
          pages,
          policy: new PagePolicy(new Set([OWN]), ['https://tiles.example']),
          onFailure: (error) => failures.push(error),
        },
      ),
    );
    app.use((_request, response) => void response.status(418).send('not the site'));
    await new Promise<void>((listening) => (server = app.listen(0, '127.0.0.1', () => listening())));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => new Promise((closed) => server.close(closed)));

  it('lets the scripts run that the build wrote, by their hash, and no other that stands in a page', async () => {
    const evil = `window.__jsaction_bootstrap(document.body,"ng",["click"],[]);alert(1)`;
    handle = page(
      200,
      `<script>${OWN}</script><script>${REPLAY}</script><script>${evil}</script><style>b{}</style>`,
    );
    const policy = await policyOf('/west');
    expect(policy.find((rule) => rule.startsWith('script-src'))).toBe(
      `script-src 'self' ${hashOf(OWN)} ${hashOf(REPLAY)}`,
    );
    expect(policy).toContain(`style-src 'self' ${hashOf(STYLE_OF_FORMS)}`);
  });

  it('allows no inline script or style by itself, no plugin, no frame, no other base, and pictures of the named origins only (S4)', async () => {
    const policy = await policyOf('/west');
    expect(policy.join()).not.toMatch(/unsafe|nonce/);
    expect(policy).toEqual(
      expect.arrayContaining([
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "img-src 'self' data: https://tiles.example",
      ]),
    );
  });

  it("renders as the visitor: with the visitor's cookie, what the API says to it, and the moved clock", async () => {
    const told: PageContext[] = [];
    handle = (request, context) => {
      told.push(context);
      return page()(request, context);
    };
    await fetch(`${origin}/west`, { headers: { Cookie: 'buurtstem=1' } });
    expect(told[0]).toEqual({
      ask: expect.any(Function),
      mayAskAhead: true,
      publicUrl: 'https://buurtstem.example',
      cookie: 'buurtstem=1',
      now: Date.parse('2026-11-29T13:32:07.250Z'),
    });
    expect(await told[0]?.ask('/api/v1/session')).toMatchObject({ text: '/api/v1/session for buurtstem=1' });
  });

  it.each([
    ['/west/plannen/12', true],
    ['/en/west', true],
    ['/west/mijn', false],
    ['/west/beheer/personen', false],
    ['/inloggen', false],
  ])('lets the API be asked ahead only for a page that everybody may see: %s', async (path, mayAskAhead) => {
    const told: PageContext[] = [];
    handle = (request, context) => {
      told.push(context);
      return page()(request, context);
    };
    await fetch(origin + path, { headers: { Cookie: 'buurtstem=1' } });
    expect(told[0]?.mayAskAhead).toBe(mayAskAhead);
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
    const style = /<style>([^<]*)/.exec(html)?.[1] ?? '';
    expect(response.headers.get('content-security-policy')).toContain(`style-src ${hashOf(style)}`);
    expect(html).not.toMatch(/<script|<link|<img|style="/);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(failures).toHaveLength(1);
  });

  it('refuses a host that is no address, and does not call that a failure of ours', async () => {
    const status = await new Promise((settle) =>
      get(`${origin}/west`, { headers: { host: 'not a host' } }, (answer) => {
        answer.resume();
        settle(answer.statusCode);
      }),
    );
    expect(status).toBe(400);
    expect(failures).toEqual([]);
  });

  it('does not call it a failure when the visitor left', async () => {
    handle = () => Promise.reject(new DOMException('gone', 'AbortError'));
    await fetch(`${origin}/west`, { signal: AbortSignal.timeout(100) }).catch(() => undefined);
    expect(failures).toEqual([]);
  });
  async function policyOf(path: string): Promise<string[]> {
    const response = await fetch(origin + path);
    return (response.headers.get('content-security-policy') ?? '').split('; ');
  }
});
