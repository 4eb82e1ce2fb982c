import { routesOf, type Route } from '@buurtstem/platform-api';
import type { Browser } from '@buurtstem/platform-api/testing';
import { readOpenapiDocument } from '@buurtstem/contract/openapi';
import { isForm, saidOnPage, typeOf } from './door-keeper';
import { West } from './west';

interface Problem {
  code: string;
  status: number;
  title: string;
  detail: string;
}

describe('every route', () => {
  let west: West;
  let routes: Route[];
  beforeAll(async () => {
    west = await West.open();
    routes = routesOf(west.test.app);
  });
  afterAll(() => west.close());

  it('states who may use it (S1)', () => {
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.filter((route) => !route.access)).toEqual([]);
  });

  it('that changes something answers 401 to who is not signed in, except signing in and out', async () => {
    const visitor = west.test.browser();
    const guarded = routes.filter((route) => route.access?.kind === 'requires');
    expect(guarded.map((route) => `${route.method} ${route.path}`)).toEqual(
      expect.arrayContaining([
        'PUT /districts/:district/proposals/:number/my-vote',
        'POST /districts/:district/meetings',
      ]),
    );
    for (const route of guarded) {
      const answer = await visitor.send<Problem>(
        route.method,
        path(route),
        route.method === 'GET' ? undefined : {},
        typeOf(route),
      );
      const [status, code] = isForm(route) ? [303, saidOnPage(answer.headers)] : [401, answer.body.code];
      expect([route.handler, answer.status, code]).toEqual([route.handler, status, 'sign-in-first']);
    }
    const open = routes.filter((route) => route.method !== 'GET' && route.access?.kind === 'public');
    expect(open.map((route) => `${route.method} ${route.path}`).sort()).toEqual([
      'DELETE /session',
      'POST /districts/:district/proposals/:number/reports',
      'POST /formulier/inlogcode',
      'POST /formulier/inloggen',
      'POST /formulier/uitloggen',
      'POST /session',
      'POST /sign-in-requests',
      'POST /unsubscriptions/:token',
      'PUT /dev/clock',
    ]);
  });

  it('that a role guards answers 403 to a resident without it', async () => {
    const resident = west.test.browser();
    await resident.signIn('resident@voorbeeld.example');
    const meeting = {
      startsAt: '2030-01-08T18:00:00Z',
      agendaDeadline: '2030-01-01T12:00:00Z',
      place: 'Buurthuis',
    };
    const answer = await resident.post<Problem>('/districts/west/meetings', meeting);
    expect([answer.status, answer.body.code]).toEqual([403, 'not-allowed']);
  });

  it('is described in the contract, and nothing else is', async () => {
    const { paths } = (await readOpenapiDocument()) as { paths: Record<string, Record<string, unknown>> };
    const described = Object.entries(paths).flatMap(([address, item]) =>
      Object.keys(item).map((m) => `${m.toUpperCase()} ${address}`),
    );
    const ours = routes
      .filter((route) => !/^\/(dev|health|formulier|openapi\.json)/.test(route.path))
      .map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual(ours.sort());
  });

  it('answers what does not exist with a problem and the API’s version', async () => {
    const visitor = west.test.browser();
    const unknown: [string, string][] = [
      ['/districts/oost', 'district-not-found'],
      ['/districts/west/proposals/999', 'proposal-not-found'],
      ['/districts/west/rounds/999', 'round-not-found'],
      ['/districts/west/rounds/1/count', 'round-not-counted'],
      ['/districts/west/meetings/00000000-0000-4000-8000-000000000000', 'meeting-not-found'],
      ['/nothing-here', 'not-found'],
    ];
    for (const [address, code] of unknown) {
      const answer = await visitor.get<Problem>(address);
      expect([address, answer.status, answer.body.code]).toEqual([address, 404, code]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('refuses numbers that are none, and queries that are not foreseen', async () => {
    const visitor: Browser = west.test.browser();
    for (const address of [
      '/districts/west/proposals/abc',
      '/districts/west/proposals/99999999999999999999',
      '/districts/west/meetings/abc',
      '/districts/west/proposals?sort=price',
      '/districts/west/proposals?limit=0&sort=price&after=x',
      '/districts/west/proposals?colour=red',
      '/districts/west/proposals?after=x',
      '/districts/west/proposals?state=draft',
      '/districts/west/proposals?q=%00',
      '/districts/%00',
    ]) {
      const answer = await visitor.get<Problem>(address);
      expect([address, answer.status]).toEqual([address, 400]);
    }
  });

  it('serves the committed contract to anybody (E2)', async () => {
    const answer = await west.test.browser().get('/openapi.json');
    expect(answer.body).toEqual(await readOpenapiDocument());
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });
});

function path(route: Route): string {
  return `${isForm(route) ? '/' : ''}${route.path}`
    .replace(':district', 'west')
    .replace(/:(number|case|report)\b/g, '1')
    .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
}
