import { randomUUID } from 'node:crypto';
import { MediaStore, SweepMedia } from '@buurtstem/platform-api';
import { photo, type Browser } from '@buurtstem/platform-api/testing';
import sharp from 'sharp';
import { ALT, BODY, PhotosScene, type Pictures, type Plan, type Problem } from './photos-scene';

describe('photos beside a plan', () => {
  let scene: PhotosScene;
  beforeAll(async () => (scene = await PhotosScene.open()));
  afterAll(() => scene.close());
  afterEach(() => scene.forgetLimits());

  it('come in every format and in widths up to their own, and stand first in lists', async () => {
    const plan = await scene.draft();
    const { status, body } = await scene.put(plan, {
      bytes: await photo(1300, 700).png().toBuffer(),
      type: 'image/png',
    });
    expect([status, body.items]).toMatchObject([200, [{ alt: ALT, width: 1300, height: 700 }]]);
    expect(body.items[0]?.sources.map(({ type }) => type)).toEqual([
      'image/avif',
      'image/webp',
      'image/jpeg',
    ]);
    expect(body.items[0]?.sources[0]?.srcset).toMatch(/400w.*800w.*1200w.*1300w/);
    await scene.publish(plan);
    const { pictures, picture } = await scene.read(plan, scene.bob);
    expect(picture).toEqual(pictures[0]);
    const list = await scene.bob.get<{ items: Plan[] }>('/districts/west/proposals?sort=newest');
    expect(list.body.items[0]?.picture).toEqual(pictures[0]);
    expect(await scene.statusesOf(scene.addressesOf(pictures[0]!))).toEqual([200]);
    const file = await fetch(scene.west.test.url + pictures[0]!.url);
    expect(await sharp(Buffer.from(await file.arrayBuffer())).metadata()).toMatchObject({ width: 1300 });
  });

  it('of a draft are its submitter’s own, at addresses that ask who it is', async () => {
    const plan = await scene.draft();
    const id = randomUUID();
    const [picture] = (await scene.put(plan, { id })).body.items;
    const addresses = scene.addressesOf(picture!).map((address) => address.replace(/^\/api\/v1/, ''));
    expect(picture?.url).toContain(`/api/v1${scene.at(plan, id)}/900.jpg`);
    const status = async (address: string, by: Browser): Promise<number> => (await by.get(address)).status;
    for (const address of addresses)
      expect([address, await status(address, scene.charlie), await status(address, scene.bob)]).toEqual([
        address,
        200,
        404,
      ]);
    expect(await status(addresses[0]!, scene.west.test.browser())).toBe(401);
    expect((await scene.charlie.get(addresses[0]!)).headers.get('cache-control')).toBe('no-store');
    for (const file of ['401.jpg', '900.svg', '..%2F..%2Fdemo', 'x'])
      expect([file, await status(`${scene.at(plan, id)}/${file}`, scene.charlie)]).toEqual([file, 404]);
    // What stands below /media is for everybody, and no draft is.
    const [row] = await scene.west.rows('select path from proposal_picture where id = $1', [id]);
    expect(await scene.statusesOf([`/media/${String(row?.['path'])}/900.jpg`], scene.charlie)).toEqual([404]);
    const mine = await scene.charlie.get<{ items: Plan[] }>('/districts/west/my-proposals');
    expect(mine.body.items[0]?.picture?.url).toBe(picture?.url);
  });

  it('come once, however often they are sent', async () => {
    const plan = await scene.draft();
    const id = randomUUID();
    const answers = await Promise.all([
      scene.put(plan, { id }),
      scene.put(plan, { id }),
      scene.put(plan, { id }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await scene.put(plan, { id, alt: 'Heel iets anders' })).body.items).toMatchObject([
      { id, alt: ALT },
    ]);
    expect(await scene.idsOf(plan)).toEqual([id]);
    const other = await scene.draft();
    expect(await scene.refused(scene.put(other, { id }))).toEqual([404, 'picture-not-found']);
  });

  it('are five at most, also when six are sent at once', async () => {
    const plan = await scene.draft();
    const answers = await Promise.all(Array.from({ length: 6 }, () => scene.refused(scene.put(plan))));
    expect(answers.filter(([status]) => status === 200)).toHaveLength(5);
    expect(answers.find(([status]) => status !== 200)).toEqual([409, 'too-many-pictures']);
    expect(await scene.idsOf(plan)).toHaveLength(5);
    await scene.west.rows('update proposal_picture set hidden = true where position = 2');
    expect(await scene.refused(scene.put(plan))).toEqual([409, 'too-many-pictures']);
    await scene.west.rows('update proposal_picture set hidden = false');
  });

  it('the database itself holds no sixth', async () => {
    const plan = await scene.draft();
    const insert = scene.west.rows(
      `insert into proposal_picture (district_id, proposal_id, position, path, alt, width, height)
       select district_id, id, 5, 'x', '', 1, 1 from proposal where number = $1`,
      [plan],
    );
    await expect(insert).rejects.toThrow('proposal_picture_at_most_five');
  });

  it('are described, put in order and taken away', async () => {
    const plan = await scene.draft();
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [one, two, three]) await scene.put(plan, { id, alt: '' });
    const described = await scene.charlie.patch<Pictures['body']>(scene.at(plan, two), { alt: `  ${ALT}  ` });
    expect(described.body.items.map(({ alt }) => alt)).toEqual(['', ALT, '']);
    expect((await scene.charlie.patch(scene.at(plan, two), { alt: '' })).status).toBe(200);
    expect((await scene.order(plan, [three, one, two])).body.items.map(({ id }) => id)).toEqual([
      three,
      one,
      two,
    ]);
    expect((await scene.charlie.delete(scene.at(plan, one))).status).toBe(204);
    expect(await scene.idsOf(plan)).toEqual([three, two]);
    expect((await scene.charlie.delete<Problem>(scene.at(plan, one))).body.code).toBe('picture-not-found');
    // Its place is free again.
    const four = randomUUID();
    await scene.put(plan, { id: four });
    expect(await scene.idsOf(plan)).toEqual([three, two, four]);
  });

  it('leave no gap when they are taken away at once', async () => {
    const plan = await scene.draft();
    const ids = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    for (const id of ids) await scene.put(plan, { id });
    const answers = await Promise.all(ids.slice(0, 4).map((id) => scene.charlie.delete(scene.at(plan, id))));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect(
      await scene.west.rows('select id, position from proposal_picture where id = any($1)', [ids]),
    ).toEqual([{ id: ids[4], position: 0 }]);
  });

  it('stay in their order when not all of them are named, and their words when these are no words', async () => {
    const plan = await scene.draft();
    const [one, two] = [randomUUID(), randomUUID()];
    for (const id of [one, two]) await scene.put(plan, { id });
    expect(await scene.refused(scene.order(plan, [two]))).toEqual([409, 'version-conflict']);
    expect(await scene.refused(scene.order(plan, [two, two]))).toEqual([409, 'version-conflict']);
    expect(await scene.refused(scene.order(plan, [two, randomUUID()]))).toEqual([409, 'version-conflict']);
    expect(await scene.refused(scene.order(plan, ['1']))).toEqual([400, 'invalid-input']);
    expect(await scene.refused(scene.charlie.patch(scene.at(plan, one), { alt: 'ja' }))).toEqual([
      400,
      'picture-alt-length',
    ]);
    expect(await scene.refused(scene.charlie.patch(scene.at(plan, one), {}))).toEqual([400, 'invalid-input']);
    expect(await scene.idsOf(plan)).toEqual([one, two]);
  });

  it('are for the submitter alone to change, of a draft that others do not even see', async () => {
    const plan = await scene.draft();
    const id = randomUUID();
    await scene.put(plan, { id });
    expect(await scene.refused(scene.put(plan, { by: scene.bob }))).toEqual([404, 'proposal-not-found']);
    await scene.publish(plan);
    expect(await scene.refused(scene.put(plan, { by: scene.bob }))).toEqual([403, 'not-the-submitter']);
    expect(await scene.refused(scene.bob.patch(scene.at(plan, id), { alt: ALT }))).toEqual([
      403,
      'not-the-submitter',
    ]);
    expect(await scene.refused(scene.bob.delete(scene.at(plan, id)))).toEqual([403, 'not-the-submitter']);
    expect(
      await scene.refused(
        scene.bob.put(`/districts/west/proposals/${plan}/picture-order`, { pictures: [id] }),
      ),
    ).toEqual([403, 'not-the-submitter']);
    expect(await scene.refused(scene.put(plan, { by: scene.west.test.browser() }))).toEqual([
      401,
      'sign-in-first',
    ]);
    expect(await scene.idsOf(plan)).toEqual([id]);
  });

  it('are changed on an open plan until somebody votes, and moderators look at it again', async () => {
    const plan = await scene.draft();
    const id = randomUUID();
    await scene.publish(plan);
    await scene.west.rows('delete from moderation_case');
    expect((await scene.put(plan, { id })).status).toBe(200);
    const [look] = await scene.west.rows('select subject_kind, origin from moderation_case');
    expect(look).toEqual({ subject_kind: 'proposal', origin: 'edit' });
    expect((await scene.bob.put(`/districts/west/proposals/${plan}/my-vote`, { choice: 'for' })).status).toBe(
      200,
    );
    for (const change of [
      scene.put(plan),
      scene.charlie.patch<Problem>(scene.at(plan, id), { alt: ALT }),
      scene.charlie.delete<Problem>(scene.at(plan, id)),
      scene.order(plan, [id]),
    ])
      expect(await scene.refused(change as Promise<Pictures>)).toEqual([409, 'text-locked']);
    // Sent again because its answer got lost: it is there.
    expect((await scene.put(plan, { id })).status).toBe(200);
    expect(await scene.idsOf(plan)).toEqual([id]);
  });

  it('are not taken away while a moderator looks at a report of them', async () => {
    const plan = await scene.draft();
    const id = randomUUID();
    await scene.put(plan, { id });
    await scene.publish(plan);
    const report = {
      subject: 'picture',
      subjectId: id,
      reason: 'personal-data',
      note: 'Mijn buurvrouw staat erop.',
    };
    expect((await scene.bob.post(`/districts/west/proposals/${plan}/reports`, report)).status).toBeLessThan(
      300,
    );
    expect(await scene.refused(scene.charlie.delete(scene.at(plan, id)))).toEqual([
      409,
      'picture-under-review',
    ]);
    await scene.west.rows(`update moderation_case set state = 'dismissed' where subject_id = $1`, [id]);
    expect((await scene.charlie.delete(scene.at(plan, id))).status).toBe(204);
  });

  it('S15: are 404 in every format and size, hidden themselves or with their plan, and gone from it', async () => {
    const plan = await scene.draft();
    const id = randomUUID();
    await scene.put(plan, { id });
    await scene.publish(plan);
    const [picture] = (await scene.read(plan)).pictures;
    const addresses = scene.addressesOf(picture!);
    expect(addresses).toHaveLength(1 + 3 * 3);
    expect(await scene.statusesOf(addresses)).toEqual([200]);
    await scene.west.rows('update proposal_picture set hidden = true where id = $1', [id]);
    expect([await scene.statusesOf(addresses), await scene.idsOf(plan)]).toEqual([[404], []]);
    expect(
      await scene.statusesOf(addresses.map((address) => address.replace('photos/', 'photos//'))),
    ).toEqual([404]);
    expect(
      await scene.statusesOf(addresses.map((address) => address.replace('photos/', 'photos%2F.%2F'))),
    ).toEqual([404]);
    expect(await scene.refused(scene.charlie.delete(scene.at(plan, id)))).toEqual([404, 'picture-not-found']);
    expect(await scene.refused(scene.put(plan, { id }))).toEqual([404, 'picture-not-found']);
    await scene.west.rows('update proposal_picture set hidden = false where id = $1', [id]);
    await scene.west.rows('update proposal set hidden = true where number = $1', [plan]);
    expect(await scene.statusesOf(addresses)).toEqual([404]);
    await scene.west.rows('update proposal set hidden = false where number = $1', [plan]);
    expect(await scene.statusesOf(addresses)).toEqual([200]);
    expect((await scene.charlie.delete(scene.at(plan, id))).status).toBe(204);
    expect(await scene.statusesOf(addresses)).toEqual([404]);
  });

  it('leave no files: those that no plan has are swept, those of a plan and of the last hour are not', async () => {
    const plan = await scene.draft();
    const [kept, gone] = [randomUUID(), randomUUID()];
    for (const id of [kept, gone]) await scene.put(plan, { id });
    const pathOf = async (id: string): Promise<string> =>
      String((await scene.west.rows('select path from proposal_picture where id = $1', [id]))[0]?.['path']);
    const [keptPath, gonePath] = [await pathOf(kept), await pathOf(gone)];
    await scene.charlie.delete(scene.at(plan, gone));
    const [store, sweep] = [scene.west.app.get(MediaStore), scene.west.app.get(SweepMedia)];
    const sweepAll = (): Promise<number> => sweep.execute(new Date(Date.now() + 60_000));
    await sweep.execute(new Date(Date.now() - 60 * 60_000));
    expect(await store.has(`${gonePath}/900.jpg`)).toBe(true);
    expect(await sweepAll()).toBeGreaterThanOrEqual(9);
    expect([await store.has(`${gonePath}/900.jpg`), await store.has(`${keptPath}/900.jpg`)]).toEqual([
      false,
      true,
    ]);
    expect(await sweepAll()).toBe(0);
  });

  it('of a draft go with the account of its submitter', async () => {
    const laura = scene.west.test.browser();
    await laura.signIn('laura@voorbeeld.example');
    await laura.patch('/account', { displayName: 'laura' });
    const text = {
      kind: 'plan',
      title: 'Een bankje erbij',
      summary: 'Dan kunnen mensen hier zitten.',
      body: BODY,
    };
    const { body } = await laura.post<Plan>('/districts/west/proposals', { ...text, neighbourhood: null });
    const id = randomUUID();
    expect((await scene.put(body.number, { id, by: laura })).status).toBe(200);
    await laura.send('DELETE', '/account', { email: 'laura@voorbeeld.example' });
    expect(await scene.west.rows('select from proposal_picture where id = $1', [id])).toEqual([]);
  });

  it('are no more than sixty an hour from one resident', async () => {
    const plan = await scene.draft();
    await scene.put(plan);
    await scene.west.rows(`update rate_bucket set hits = 60 where key like 'picture:%'`);
    const { status, headers } = await scene.put(plan);
    expect([status, Number(headers.get('retry-after')) > 3_000]).toEqual([429, true]);
  });
});
