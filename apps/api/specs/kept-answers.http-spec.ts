import { KeptAnswers } from '@buurtstem/platform-api';
import { stopTime } from '@buurtstem/platform-api/testing';
import { BODY, MESSAGE, ModerationScene } from './moderation-scene';

interface Shown {
  items: { number: number; standing: { votesFor: number } }[];
}

/** As production runs: what visitors read from the API is kept for a moment. */
describe('answers that are kept for a moment', () => {
  let scene: ModerationScene;
  beforeAll(async () => {
    scene = await ModerationScene.open({ KEEP_ANSWERS: '1' });
  });
  beforeEach(() => {
    // The second does not run out while a busy machine takes its time.
    stopTime(new Date());
    scene.west.app.get(KeptAnswers).forget();
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => scene.west.close());

  const asked = { 'cache-control': 'max-age=0' };
  const list = '/districts/west/proposals?state=all';

  it('are there without asking the database, also for another visitor', async () => {
    const [one, other] = [scene.west.test.browser(), scene.west.test.browser()];
    const before = await one.get<Shown>(list, asked);
    expect(before.body.items).toHaveLength(1);
    await scene.west.rows('update proposal set title = title || $1', [' en meer']);
    expect((await other.get<Shown>(list, asked)).body).toEqual(before.body);
  });

  it('show a resident their own vote at once, and nobody who is signed in what was kept', async () => {
    const visitor = scene.west.test.browser();
    const laura = await scene.neighbour('Laura');
    const votesIn = async (browser: typeof visitor) =>
      (await browser.get<Shown>(list, asked)).body.items[0]?.standing.votesFor;
    const before = (await votesIn(visitor)) ?? NaN;
    const cast = await laura.browser.put(`/districts/west/proposals/${scene.proposal}/my-vote`, {
      choice: 'for',
    });
    expect(cast.status).toBe(200);
    expect([await votesIn(laura.browser), await votesIn(visitor)]).toEqual([before + 1, before]);
  });

  it('are gone when a moderator has hidden what they show: hidden means hidden at once', async () => {
    const visitor = scene.west.test.browser();
    const argument = await scene.argument();
    const address = `/districts/west/proposals/${scene.proposal}/arguments`;
    const read = async (): Promise<string> => JSON.stringify((await visitor.get(address, asked)).body);
    const number = await scene.claimed(argument);
    expect(await read()).toContain(BODY);
    const decision = { verdict: 'hide', reason: 'irrelevant', message: MESSAGE };
    const { status } = await scene.samira.browser.post(`${scene.desk}/${number}/decision`, decision);
    expect([status, await read()]).toEqual([200, expect.not.stringContaining(BODY)]);
  });
});
