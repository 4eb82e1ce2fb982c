import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { stopTime } from '../testing';
import { PageCache } from './page-cache';
import { PagePolicy } from './page-policy';
import { inChosenLanguage } from './language';
import { keptPages, sitePages } from './site';
import { FRESH_MS } from './short-memory';

const NOW = new Date('2026-11-29T13:32:17.250Z');
const PRIVATE = 'private, no-store';

describe('what caches may keep of the site', () => {
  let server: Server;
  let origin: string;
  let now: Date;
  let html: string;
  let status: number;
  let pages: PageCache;
  let contexts: { cookie?: string; now: number }[];
  let drawn: string[];
  let passed: number;
  /** What the page asked the API, with the marks of the answers; and how the API marks them now. */
  let asked: [string, string | null][] | undefined;
  let tags: Record<string, string>;

  beforeEach(async () => {
    stopTime();
    [passed, asked, tags] = [0, undefined, {}];
    [now, html, status, contexts, drawn, pages] = [NOW, '<h1>West</h1>', 200, [], [], new PageCache()];
    const engine = {
      handle: (request: { url: string }, context: unknown) => {
        const { pathname, search } = new URL(request.url, 'http://here');
        drawn.push(pathname + search);
        contexts.push(context as { now: number });
        const response = new Response(html, { status, headers: { 'Content-Type': 'text/html' } });
        return Promise.resolve(asked ? Object.assign(response, { asked }) : response);
      },
    };
    const app = express();
    const language = inChosenLanguage(() => true, false);
    app.use(
      keptPages(language, { now: () => now, pages }),
      (_request, _response, next) => {
        passed += 1;
        next();
      },
      language,
      sitePages(engine, {
        ask: () => Promise.reject(new Error('this page asks nothing')),
        publicUrl: 'https://buurtstem.example',
        now: () => now,
        pages,
        tagOf: (address) => Promise.resolve(tags[address] ?? null),
        policy: new PagePolicy(new Set()),
      }),
    );
    await new Promise<void>((listening) => (server = app.listen(0, '127.0.0.1', () => listening())));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    jest.useRealTimers();
    return new Promise((closed) => server.close(closed));
  });

  /** As a browser asks whether what it has is still good; fetch would by itself ask for nothing that is kept. */
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(origin + path, { headers: { 'cache-control': 'max-age=0', ...headers } });
  const cachingOf = async (path: string, headers: Record<string, string> = {}) =>
    (await get(path, headers)).headers.get('cache-control');

  it('gives a visitor’s page a strong tag, and answers 304 to who has that page already', async () => {
    const first = await get('/west/plannen/3');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    expect(first.headers.get('vary')).toBe('Cookie');
    const again = await get('/west/plannen/3', { 'if-none-match': tag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'));
  });

  it('changes the tag with the page', async () => {
    const before = await get('/west');
    html = '<h1>West, met één stem meer</h1>';
    pages.forget();
    const after = await get('/west', { 'if-none-match': before.headers.get('etag') ?? '' });
    expect([after.status, await after.text()]).toEqual([200, html]);
  });

  it('lets a proxy keep a visitor’s page for ten seconds, and a minute more while it asks; a browser asks each time', async () => {
    now = new Date('2026-11-29T13:32:00Z');
    expect(await cachingOf('/west')).toBe('public, max-age=0, s-maxage=10, stale-while-revalidate=50');
  });

  it.each([
    ['13:59:17.250', 's-maxage=10, stale-while-revalidate=32'],
    ['13:59:55.000', 's-maxage=5, stale-while-revalidate=0'],
    ['13:59:59.900', 's-maxage=0, stale-while-revalidate=0'],
  ])('at %s never lets it into the next minute, in which votes may be counted', async (time, caching) => {
    now = new Date(`2026-11-29T${time}Z`);
    expect(await cachingOf('/west')).toBe(`public, max-age=0, ${caching}`);
  });

  it.each(['buurtstem=s', '__Host-buurtstem=s', 'theirs=1; buurtstem-sign-in=s'])(
    'keeps nothing of who sends the cookie %s: the back button must not show a vote of before',
    async (cookie) => {
      const response = await get('/west/plannen/3', { cookie });
      expect(response.headers.get('cache-control')).toBe(PRIVATE);
      expect(response.headers.get('vary')).toBe('Cookie');
      expect(contexts).toEqual([expect.objectContaining({ cookie, now: NOW.getTime() })]);
      await get('/west/plannen/3', { cookie });
      expect(contexts).toHaveLength(2);
    },
  );

  it('takes who has only cookies of others for a visitor, and renders without those', async () => {
    expect(await cachingOf('/west', { cookie: 'ga=buurtstem=1; mijnbuurtstem=1' })).toMatch(/^public/);
    expect(contexts[0]?.cookie).toBeUndefined();
  });

  it.each([
    '/',
    '/inloggen',
    '/tweede-stap',
    '/afmelden/abc',
    '/west/mijn',
    '/west/mijn/wissen',
    '/west/indienen',
    '/west/bevestigen',
    '/west/voorbereiden/3',
    '/west/moderatie',
    '/west/griffie',
    '/west/beheer',
    '/west/iets-nieuws',
    '/west/plannen/3?melding=proposal-not-open',
  ])('keeps nothing of %s, for anybody', async (path) => {
    expect(await cachingOf(path)).toBe(PRIVATE);
    expect(contexts[0]?.now).toBe(NOW.getTime());
  });

  it.each([
    '/west',
    '/west/plannen',
    '/west/plannen?sort=votes',
    '/west/plannen/3',
    '/west/uitslagen',
    '/west/uitslagen/1',
    '/west/agenda',
    '/west/opvolging',
    '/west/besluiten',
    '/west/spelregels',
  ])('shares %s among visitors', async (path) => {
    expect(await cachingOf(path)).toMatch(/^public/);
  });

  it.each([404, 500, 503])('keeps no answer %s', async (code) => {
    status = code;
    expect(await cachingOf('/west/plannen/3')).toBe(PRIVATE);
    await get('/west/plannen/3');
    expect(contexts).toHaveLength(2);
  });

  it('renders a shared page by a time in whole tens of seconds, so that its bytes stay the same', async () => {
    await get('/west');
    expect(contexts[0]?.now).toBe(Date.parse('2026-11-29T13:32:10Z'));
  });

  it('renders once for many at once, and again after a write', async () => {
    await Promise.all(Array.from({ length: 20 }, () => get('/west')));
    expect(contexts).toHaveLength(1);
    pages.forget();
    await get('/west');
    expect(contexts).toHaveLength(2);
  });

  it('renders again in the next minute', async () => {
    await get('/west');
    now = new Date('2026-11-29T13:33:00Z');
    await get('/west');
    expect(contexts).toHaveLength(2);
  });

  it('sends a page that is kept before it looks for anything else, as it was sent the first time', async () => {
    const [first, second] = [await get('/west/plannen/3'), await get('/west/plannen/3?fbclid=2')];
    expect(passed).toBe(1);
    const told = (response: Response): unknown[] => [response.status, ...response.headers];
    expect([told(second), await second.text()]).toEqual([told(first), await first.text()]);
    const tag = first.headers.get('etag') ?? '';
    expect((await get('/west/plannen/3', { 'if-none-match': tag })).status).toBe(304);
    expect(passed).toBe(1);
  });

  it('sends nobody a kept page who signed in, who asks for another thing, or who chose the other language', async () => {
    await get('/west');
    await get('/west', { cookie: 'buurtstem=s' });
    await fetch(`${origin}/west`, { method: 'POST' });
    expect(passed).toBe(3);
    const led = await fetch(`${origin}/west`, { headers: { cookie: 'taal=en' }, redirect: 'manual' });
    expect([led.status, led.headers.get('location'), passed]).toEqual([302, '/en/west', 3]);
  });

  it('draws one page for all who open it from a message, whatever was put behind the address to follow them', async () => {
    const marked = ['?fbclid=Iw1', '?fbclid=Iw2', '?utm_source=whatsapp&utm_medium=app', '?igsh', '?'];
    await Promise.all(marked.map((marks) => get(`/west/plannen/3${marks}`)));
    expect(drawn).toEqual(['/west/plannen/3']);
    await get('/west/plannen?gclid=1&sort=votes&mc_cid=2&theme=groen%26wit');
    expect(drawn.slice(1)).toEqual(['/west/plannen?sort=votes&theme=groen%26wit']);
  });

  it('draws what it was asked for where it knows nothing of what stands behind the address', async () => {
    for (let times = 0; times < 2; times += 1) await get('/west/plannen/3?my_utm_source=1&fbclid=2');
    expect(drawn).toEqual(['/west/plannen/3?my_utm_source=1', '/west/plannen/3?my_utm_source=1']);
  });

  it('keeps a search by words nowhere in this process: there is no end to them', async () => {
    for (let times = 0; times < 2; times += 1) await get('/west/plannen?q=bankje');
    expect(contexts).toHaveLength(2);
  });

  describe('drawn from answers that are marked', () => {
    /** What is fresh is sent as it is; after that somebody looks whether it still says what is so. */
    const later = async (): Promise<void> => {
      jest.advanceTimersByTime(FRESH_MS + 1);
      await get('/west');
      // What was begun for whoever comes next.
      await new Promise((done) => setImmediate(done));
    };
    beforeEach(async () => {
      [asked, tags] = [[['/api/v1/districts/west', 'W/"1"']], { '/api/v1/districts/west': 'W/"1"' }];
      await get('/west');
    });

    it('is not drawn again while the API answers the same within the same ten seconds', async () => {
      const before = (await get('/west')).headers.get('etag');
      for (let times = 0; times < 4; times += 1) await later();
      expect((await get('/west')).headers.get('etag')).toBe(before);
      expect(drawn).toEqual(['/west']);
    });

    it('is drawn again when one answer is another', async () => {
      tags['/api/v1/districts/west'] = 'W/"2"';
      await later();
      expect(drawn).toEqual(['/west', '/west']);
    });

    it('is drawn again when the API does not answer', async () => {
      tags = {};
      await later();
      expect(drawn).toEqual(['/west', '/west']);
    });

    it('is drawn again in the next ten seconds: it says what time it is', async () => {
      now = new Date('2026-11-29T13:32:20.000Z');
      await later();
      expect(drawn).toEqual(['/west', '/west']);
      expect(contexts[1]?.now).toBe(now.getTime());
    });

    it('is drawn again after a write', async () => {
      pages.forget();
      await get('/west');
      expect(drawn).toEqual(['/west', '/west']);
    });

    it.each([
      ['an answer had no mark', [['/api/v1/districts/west', null]] as [string, string | null][]],
      ['nobody noted what it asked', undefined],
    ])('is drawn again where %s', async (_what, noted) => {
      pages.forget();
      asked = noted;
      await get('/west');
      await later();
      expect(drawn).toHaveLength(3);
    });
  });
});
