import { routesOf, sharedRoutesOf } from '@buurtstem/platform-api';
import { West } from './west';

describe('R6: what caches may keep of the API', () => {
  let west: West;
  let number: number;
  beforeAll(async () => {
    west = await West.open();
    number = await west.proposal('Een ruilkast bij de Sluisbrug');
  });
  afterAll(() => west.close());

  it('is open to everybody, and only read', () => {
    const shared = sharedRoutesOf(west.test.app);
    expect(shared.length).toBeGreaterThan(30);
    const others = routesOf(west.test.app).filter(
      ({ handler, access, method }) =>
        shared.includes(handler) && (access?.kind !== 'public' || method !== 'GET'),
    );
    expect(others).toEqual([]);
  });

  it('is nothing that says who somebody is', () => {
    const shared = sharedRoutesOf(west.test.app);
    const personal = routesOf(west.test.app).filter(({ path }) => /session|account|\bmy-/.test(path));
    expect(personal.filter(({ handler }) => shared.includes(handler))).toEqual([]);
  });

  it('is a plan as a visitor reads it, until a vote comes in; never as its voter reads it', async () => {
    const address = `/districts/west/proposals/${number}`;
    const visitor = west.test.browser();
    const asked = { 'cache-control': 'max-age=0' };
    for (const path of [
      address,
      `${address}/standing`,
      '/districts/west/standings',
      '/districts/west/rounds',
    ]) {
      const first = await visitor.get(path, asked);
      expect([path, first.headers.get('cache-control')]).toEqual([
        path,
        expect.stringMatching(/^public, max-age=0, s-maxage=[0-5], stale-while-revalidate=[0-5]$/),
      ]);
      const again = await visitor.get(path, { ...asked, 'if-none-match': first.headers.get('etag') ?? '' });
      expect([path, again.status]).toEqual([path, 304]);
    }
    const before = await visitor.get(`${address}/standing`, asked);
    await west.vote(number, await west.residents(2));
    const after = await visitor.get(`${address}/standing`, {
      ...asked,
      'if-none-match': before.headers.get('etag') ?? '',
    });
    expect([after.status, after.body]).toEqual([200, expect.objectContaining({ votesFor: 2 })]);
    const laura = west.test.browser();
    await laura.signIn('laura@voorbeeld.example');
    for (const path of [address, `${address}/standing`, `${address}/my-vote`, '/session'])
      expect([path, (await laura.get(path)).headers.get('cache-control')]).toEqual([path, 'no-store']);
  });
});
