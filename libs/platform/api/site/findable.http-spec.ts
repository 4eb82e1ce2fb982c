import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { addressLinks, fontLink, robots, withLinks } from './findable';

const SITE = 'https://stem.example';

/** Whether a search engine may ask for this, by the rules of RFC 9309 as far as ours use them. */
function mayAsk(rules: string, path: string): boolean {
  const refused = [...rules.matchAll(/^Disallow: (.+)$/gm)].map(([, pattern = '']) =>
    pattern.split('*').map((text) => text.replace(/[.?+^$(){}|[\]\\]/g, '\\$&')),
  );
  return !refused.some((parts) => new RegExp(`^${parts.join('.*')}`).test(path));
}

describe('what is told to search engines', () => {
  let server: Server;
  let answer: Response;
  let rules: string;
  beforeAll(async () => {
    const app = express().use(robots());
    await new Promise<void>((listening) => (server = app.listen(0, '127.0.0.1', () => listening())));
    answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/robots.txt`);
    rules = await answer.text();
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it('is a text that may be kept for an hour', () => {
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/plain; charset=utf-8',
      'public, max-age=3600',
    ]);
  });

  it.each(['/', '/west', '/en/west', '/west/plannen', '/west/plannen/3', '/west/indienen', '/media/1.webp'])(
    'leaves %s to be found',
    (path) => expect(mayAsk(rules, path)).toBe(true),
  );

  it.each([
    '/api/v1/districts',
    '/dev/mail',
    '/inloggen?terug=%2Fwest',
    '/en/inloggen',
    '/en/tweede-stap',
    '/afmelden/abc',
    '/west/mijn',
    '/en/west/mijn/wissen',
    '/west/beheer/medewerkers',
    '/west/griffie/vergaderingen',
    '/west/moderatie',
    '/west/commissie/3',
    '/west/ambtenaar',
    '/west/plannen?taal=en',
    '/west/plannen?state=open&taal=en',
  ])('keeps %s out', (path) => expect(mayAsk(rules, path)).toBe(false));
});

describe('the head of a page', () => {
  it('names the one address of the page and where it is in each language, also of the English one', () => {
    const links = (own: string): string =>
      `<link rel="canonical" href="${SITE}${own}">` +
      `<link rel="alternate" hreflang="nl" href="${SITE}/west/plannen/3">` +
      `<link rel="alternate" hreflang="en" href="${SITE}/en/west/plannen/3">` +
      `<link rel="alternate" hreflang="x-default" href="${SITE}/west/plannen/3">`;
    expect(addressLinks(SITE, '/west/plannen/3')).toBe(links('/west/plannen/3'));
    expect(addressLinks(SITE, '/en/west/plannen/3')).toBe(links('/en/west/plannen/3'));
  });

  it('cannot be ended by what stands in an address, and never names another site', () => {
    expect(addressLinks(SITE, '/west/"><script>')).not.toMatch(/"><script>|<script/);
    expect(addressLinks(SITE, '//evil.example/')).not.toContain('evil.example');
  });

  it('asks for the font with the page, by the name that the build gave it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
    mkdirSync(join(folder, 'media'));
    for (const file of ['source-sans-3-latin-ext-wght-normal-AB12CD34.woff2', 'other-AB12CD34.woff2'])
      writeFileSync(join(folder, 'media', file), '');
    expect(fontLink(folder)).toBe('');
    writeFileSync(join(folder, 'media/source-sans-3-latin-wght-normal-AB12CD34.woff2'), '');
    expect(fontLink(folder)).toContain('href="/media/source-sans-3-latin-wght-normal-AB12CD34.woff2"');
  });

  it('names one address only, that of the page where it says so itself', () => {
    const own = '<head><link rel="canonical" href="https://stem.example/west/plannen/3"></head>';
    const page = withLinks(own, addressLinks(SITE, '/west/plannen/3'));
    expect(page.match(/rel="canonical"/g)).toHaveLength(1);
    expect(page.match(/hreflang="/g)).toHaveLength(3);
  });

  it('stays where it is when it holds a dollar sign', () => {
    expect(withLinks('<head></head><body>', "<link href='$&'>")).toBe("<head><link href='$&'></head><body>");
  });
});
