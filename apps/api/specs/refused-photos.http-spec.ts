import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { BAD_FILES, photoWithPlace } from '@buurtstem/platform-api/testing';
import { ALT, PhotosScene, type Problem } from './photos-scene';

describe('S16: a file that is no photo for us', () => {
  let scene: PhotosScene;
  beforeAll(async () => (scene = await PhotosScene.open()));
  afterAll(() => scene.close());
  afterEach(() => scene.forgetLimits());

  let plan: number;
  let asking: ClientRequest | undefined;
  beforeAll(async () => {
    plan = await scene.draft();
  });
  // A request that nobody answers keeps the server from stopping.
  afterEach(() => void asking?.destroy());

  it.each(BAD_FILES)('is refused when it is $what: $answer', async ({ bytes, type, answer }) => {
    expect(await scene.refused(scene.put(plan, { bytes: await bytes(), type }))).toEqual(answer);
    expect(await scene.idsOf(plan)).toEqual([]);
  });

  it('is refused when it says it has 60 MB, before the first of them has come', async () => {
    const headers = {
      'content-type': 'image/jpeg',
      'content-length': 60 * 1024 * 1024,
      origin: scene.west.test.url,
    };
    asking = request(`${scene.west.test.url}/api/v1${scene.at(plan, randomUUID())}`, {
      method: 'PUT',
      headers,
    });
    asking.flushHeaders();
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
  });

  it('is refused when it does not say how large it is, once more than 10 MB has come', async () => {
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 200) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const answer = await fetch(`${scene.west.test.url}/api/v1${scene.at(plan, randomUUID())}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg', origin: scene.west.test.url },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([413, 'picture-too-large']);
  });

  it('is refused beside what is a photo in every other way: unknown words, no id, a form', async () => {
    expect(await scene.refused(scene.put(plan, { alt: 'ja' }))).toEqual([400, 'picture-alt-length']);
    expect(await scene.refused(scene.put(plan, { alt: 'x'.repeat(201) }))).toEqual([
      400,
      'picture-alt-length',
    ]);
    expect(await scene.refused(scene.put(plan, { alt: `${ALT}\u202e` }))).toEqual([400, 'hidden-characters']);
    expect(await scene.refused(scene.put(plan, { id: '1' }))).toEqual([400, 'invalid-input']);
    expect(await scene.refused(scene.put(plan, { bytes: 'a=b', type: 'multipart/form-data' }))).toEqual([
      415,
      'unsupported-media-type',
    ]);
    expect(await scene.refused(scene.put(plan, { bytes: '{}', type: 'application/json' }))).toEqual([
      415,
      'unsupported-media-type',
    ]);
    expect(await scene.idsOf(plan)).toEqual([]);
  });

  it('is a photo once it is written anew: nothing is served of place, maker and what hung behind it', async () => {
    const sent = Buffer.concat([await photoWithPlace(900, 600), Buffer.from('<script>alert(1)</script>')]);
    const { body } = await scene.put(plan, { bytes: sent });
    await scene.publish(plan);
    const [picture] = (await scene.read(plan)).pictures;
    expect(body.items).toHaveLength(1);
    const types = new Set<string | null>();
    for (const address of scene.addressesOf(picture!)) {
      const answer = await fetch(scene.west.test.url + address);
      const bytes = Buffer.from(await answer.arrayBuffer());
      types.add(answer.headers.get('content-type'));
      expect([answer.status, answer.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=2592000, immutable');
      expect([address, bytes.includes('Kees'), bytes.includes('alert'), bytes.includes('Exif')]).toEqual([
        address,
        false,
        false,
        false,
      ]);
    }
    expect([...types].sort()).toEqual(['image/avif', 'image/jpeg', 'image/webp']);
  });
});
