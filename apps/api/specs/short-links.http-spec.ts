import { HIDDEN_FROM_SIGHT, RecruitingScene, SITES_OWN } from './recruiting-scene';

describe('the short link of a plan', () => {
  let scene: RecruitingScene;
  beforeAll(async () => {
    scene = await RecruitingScene.open();
  });
  afterAll(() => scene.close());

  it.each([
    ['as it stands on paper', '/p/west-1', '/west/plannen/1'],
    ['with capitals', '/P/West-1', '/west/plannen/1'],
    ['with what a campaign adds', '/p/west-1?utm_source=affiche', '/west/plannen/1'],
    ['in English', '/en/p/west-1', '/en/west/plannen/1'],
  ])('leads to its page: %s', async (_how, path, page) => {
    const { status, headers } = await scene.get(path);
    expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([302, page, 'no-store']);
  });

  it.each(HIDDEN_FROM_SIGHT)(
    'S15: is the site’s page for what does not exist, of a plan that is %s',
    async (kind) => {
      const answer = await scene.get(`/p/west-${scene.outOfSight[kind]}`);
      expect([answer.status, await answer.text()]).toEqual([404, SITES_OWN]);
    },
  );

  it.each(['/p/oost-1', '/p/west', '/p/west-0', '/p/', '/west/plannen/1', '/', '/p/%00-1'])(
    'leaves everything else to the site: %s',
    async (path) => expect(await (await scene.get(path)).text()).toBe(SITES_OWN),
  );

  it('answers reads only', async () => {
    const answer = await fetch(`${scene.west.test.url}/p/west-1`, { method: 'POST', redirect: 'manual' });
    expect(answer.status).toBe(404);
  });
});
