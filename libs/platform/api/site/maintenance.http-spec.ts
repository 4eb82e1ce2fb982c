import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../config';
import { maintenanceApp } from './maintenance';

const PUBLIC_URL = 'https://buurtstem.example';

describe('maintenance', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    const app = maintenanceApp({ publicUrl: PUBLIC_URL, trustedProxies: 0 });
    await new Promise<void>((listening) => (server = app.listen(0, '127.0.0.1', () => listening())));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it.each([
    '/',
    '/west',
    '/west/plannen/3?sorteer=nieuw',
    '/over/toegankelijkheid',
    '/%',
    '/main-ABCDEFGH.js',
  ])('answers %s with a page that says so in Dutch and English, and when to come back', async (path) => {
    const answer = await fetch(`${origin}${path}`);
    const html = await answer.text();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '600']);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('Wij werken aan de site');
    expect(html).toContain('Uw stem is veilig.');
    expect(html).toMatch(/<section lang="en">\s*<h2>We are working on the site/);
  });

  it('sends a page that loads nothing, under a policy that allows nothing', async () => {
    const answer = await fetch(origin);
    const html = await answer.text();
    expect(html).not.toMatch(/<script|<link|<img|style="|src=|url\(/);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age');
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  it.each([
    ['GET', '/api/v1/districts'],
    ['PUT', '/api/v1/districts/west/proposals/1/my-vote'],
    ['POST', '/api/v1/session'],
    ['GET', '/health/ready'],
  ])('answers %s %s with a problem, and takes nothing in', async (method, path) => {
    const answer = await fetch(`${origin}${path}`, { method, ...(method !== 'GET' && { body: '{}' }) });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '600']);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('api-version')).toBe('1.0.0');
    expect(await answer.json()).toMatchObject({ status: 503, code: 'temporarily-unavailable' });
  });

  it('tells the orchestrator that the process lives', async () => {
    const answer = await fetch(`${origin}/health/live`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('is asked for by a setting that takes 1 or 0, and is off without it', () => {
    const read = (text?: string) =>
      readConfig({ BUURTSTEM_MODE: 'test', DATABASE_URL: 'postgres://db/x', MAINTENANCE: text });
    expect(read('1')).toMatchObject({ value: { isInMaintenance: true } });
    for (const off of [undefined, '', '0'])
      expect(read(off)).toMatchObject({ value: { isInMaintenance: false } });
    expect(read('yes')).toMatchObject({ mistakes: ['MAINTENANCE must be 1 or 0'] });
  });
});
