import { HIDDEN_FROM_SIGHT, RecruitingScene } from './recruiting-scene';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe('the card of a plan', () => {
  let scene: RecruitingScene;
  beforeAll(async () => {
    scene = await RecruitingScene.open();
  });
  afterAll(() => scene.close());

  const card = (number: number, query = '', headers: Record<string, string> = {}) =>
    scene.get(`/api/v1/districts/west/proposals/${number}/share-card${query}`, headers);

  it('is a picture of 1200 by 630 that other sites may show, and keep for a moment', async () => {
    const answer = await card(scene.plan);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(bytes.subarray(0, 8)).toEqual(PNG);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(bytes.length).toBeLessThan(200_000);
  });

  it('is the same for everybody: it sets no cookie, and nobody’s own', async () => {
    const charlie = scene.west.test.browser();
    await charlie.signIn('charlie@voorbeeld.example');
    const path = `/districts/west/proposals/${scene.plan}/share-card`;
    const [signedIn, visitor] = [await charlie.get(path), await scene.west.test.browser().get(path)];
    expect(signedIn.headers.get('etag')).toBe(visitor.headers.get('etag'));
    for (const { headers } of [signedIn, visitor]) expect(headers.getSetCookie()).toEqual([]);
  });

  it('is not sent again to who has it, until a vote changes it', async () => {
    const etag = (await card(scene.plan)).headers.get('etag')!;
    const known = await card(scene.plan, '', { 'If-None-Match': etag });
    expect([known.status, await known.text()]).toEqual([304, '']);
    await scene.west.vote(scene.plan, await scene.west.residents(5));
    const changed = await card(scene.plan, '', { 'If-None-Match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('speaks Dutch and English, and nothing else', async () => {
    const [dutch, english] = [await card(scene.plan), await card(scene.plan, '?lang=en')];
    expect(english.status).toBe(200);
    expect(english.headers.get('etag')).not.toBe(dutch.headers.get('etag'));
    expect((await card(scene.plan, '?lang=de')).status).toBe(400);
  });

  it.each(HIDDEN_FROM_SIGHT)('S15: does not exist of a plan that is %s', async (kind) => {
    const answer = await card(scene.outOfSight[kind]);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      404,
      'proposal-not-found',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('says nothing of a plan that was hidden to who has its card', async () => {
    const { headers } = await card(scene.plan);
    await scene.west.rows('update proposal set hidden = true where number = $1', [scene.plan]);
    expect((await card(scene.plan, '', { 'If-None-Match': headers.get('etag')! })).status).toBe(404);
  });
});
