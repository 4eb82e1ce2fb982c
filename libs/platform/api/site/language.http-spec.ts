import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { addressIn, asSent, formsInEnglish, inChosenLanguage, languageOf } from './language';

describe('the language of an address', () => {
  it.each([
    ['/west', 'nl'],
    ['/en', 'en'],
    ['/en/west', 'en'],
    ['/engeland', 'nl'],
    ['/', 'nl'],
  ])('of %s is %s', (path, language) => expect(languageOf(path)).toBe(language));

  it.each([
    ['en', '/west/plannen?sort=newest#top', '/en/west/plannen?sort=newest#top'],
    ['en', '/en/west', '/en/west'],
    ['en', '/', '/en'],
    ['nl', '/en/west', '/west'],
    ['nl', '/en', '/'],
    ['nl', '/en?a=1', '/?a=1'],
    // Never another host, however the address is written.
    ['nl', '/en//evil.example', '/'],
    ['nl', '/en/\\evil.example', '/'],
    ['en', '//evil.example/', '/en'],
  ] as const)('in %s, %s is %s', (language, address, there) =>
    expect(addressIn(language, address)).toBe(there),
  );
});

describe('a page as it is sent', () => {
  const html =
    '<head><base href="/en/"><link href="/styles-A.css"></head><script src="/main-A1.js"></script>';

  it('has no base, which the policy forbids', () => {
    expect(asSent('nl', html)).toBe(
      '<head><link href="/styles-A.css"></head><script src="/main-A1.js"></script>',
    );
  });

  it('takes the scripts of its own language', () => {
    expect(asSent('en', html)).toContain('<script src="/en/main-A1.js">');
    expect(asSent('en', html)).toContain('href="/styles-A.css"');
  });
});

describe('the language that a visitor chose', () => {
  let server: Server;
  let origin: string;

  beforeEach(async () => {
    const app = express();
    app.use(
      formsInEnglish(),
      inChosenLanguage(({ method, path }) => method === 'GET' && !path.startsWith('/api'), true),
    );
    app.post('/formulier/west', (_request, response) => response.redirect(303, '/west/plannen/3#stem'));
    app.use((request, response) => void response.send(request.url));
    await new Promise<void>((listening) => (server = app.listen(0, '127.0.0.1', () => listening())));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    await new Promise((closed) => server.close(closed));
  });

  const get = (path: string, cookie = '') =>
    fetch(origin + path, { headers: { cookie }, redirect: 'manual' }).then(({ status, headers }) => ({
      status,
      location: headers.get('location'),
      cookie: headers.get('set-cookie'),
      caching: headers.get('cache-control'),
      vary: headers.get('vary'),
    }));

  it('is remembered for a year, and shown at once', async () => {
    const answer = await get('/west/plannen?sort=newest&taal=en');
    expect(answer).toMatchObject({ status: 303, location: '/en/west/plannen?sort=newest' });
    expect(answer.cookie).toMatch(/^taal=en; Max-Age=31536000; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    expect(answer.caching).toBe('private, no-store');
  });

  it.each([
    ['/west/plannen/3', 'taal=en', '/en/west/plannen/3'],
    ['/en/west', 'a=b; taal=nl', '/west'],
  ])('leads from %s with %s to %s', async (path, cookie, location) => {
    expect(await get(path, cookie)).toMatchObject({
      status: 302,
      location,
      vary: expect.stringContaining('Cookie'),
    });
  });

  it.each([
    ['nobody chose', '/en/west', ''],
    ['the page is in it', '/en/west', 'taal=en'],
    ['the choice is no language', '/west', 'taal=xx'],
    ['it is not a page', '/api/v1/districts', 'taal=en'],
  ])('changes nothing where %s', async (_, path, cookie) => {
    expect((await get(path, cookie)).status).toBe(200);
  });

  it('holds over a form that was posted without scripts', async () => {
    const post = (path: string) => fetch(origin + path, { method: 'POST', redirect: 'manual' });
    expect((await post('/formulier/west')).headers.get('location')).toBe('/west/plannen/3#stem');
    expect((await post('/en/formulier/west')).headers.get('location')).toBe('/en/west/plannen/3#stem');
  });
});
