import { randomUUID } from 'node:crypto';
import { photo } from '@buurtstem/platform-api/testing';
import sharp from 'sharp';
import { ALT, PhotosScene } from './photos-scene';

const RED = { r: 224, g: 16, b: 16 };
const BLUE = { r: 16, g: 16, b: 224 };
/** In the middle of where the photo of a card stands. */
const SPOT = { left: 900, top: 150, width: 40, height: 40 };

type Colour = typeof RED;

const hex = ({ r, g, b }: Colour): string =>
  `#${[r, g, b].map((one) => one.toString(16).padStart(2, '0')).join('')}`;
/** JPEG moves a colour a little. */
const near = ({ r, g, b }: Colour): Record<string, unknown> => {
  const about = (value: number): unknown => expect.closeTo(value, -1);
  return { r: about(r), g: about(g), b: about(b) };
};

async function meanOf(picture: Buffer): Promise<Colour> {
  const { channels } = await sharp(picture).stats();
  const [r = 0, g = 0, b = 0] = channels.map(({ mean }) => mean);
  return { r, g, b };
}

describe('the photo of a plan where neighbours are recruited', () => {
  let scene: PhotosScene;
  let plan: number;
  let red: string;
  let blue: string;
  beforeAll(async () => {
    scene = await PhotosScene.open();
  });
  afterAll(() => scene.close());
  beforeEach(async () => {
    await scene.forgetLimits();
    plan = await scene.draft();
    [red, blue] = [await put(RED), await put(BLUE)];
    await scene.publish(plan);
  });

  async function put(colour: Colour, alt = ALT): Promise<string> {
    const id = randomUUID();
    const bytes = await photo(1200, 800, hex(colour)).jpeg().toBuffer();
    expect((await scene.put(plan, { id, bytes, alt })).status).toBe(200);
    return id;
  }

  const hide = (id: string, hidden = true): Promise<unknown> =>
    scene.west.rows('update proposal_picture set hidden = $2 where id = $1', [id, hidden]);

  /** What a stranger gets, who has no cookie. */
  async function shared(what: 'share-card' | 'poster', query = '') {
    const address = `${scene.west.test.url}/api/v1/districts/west/proposals/${plan}/${what}${query}`;
    const answer = await fetch(address);
    expect(answer.status).toBe(200);
    return {
      type: answer.headers.get('content-type'),
      etag: answer.headers.get('etag'),
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  }

  async function colourOnCard(bytes: Buffer): Promise<Colour> {
    return meanOf(await sharp(bytes).extract(SPOT).toBuffer());
  }

  /** The picture in the PDF, as it stands there. */
  async function colourOnPoster(bytes: Buffer): Promise<Colour | null> {
    const text = bytes.toString('latin1');
    const image = text.indexOf('/Subtype /Image');
    if (image < 0) return null;
    const from = text.indexOf('stream\n', image) + 'stream\n'.length;
    return meanOf(bytes.subarray(from, text.indexOf('endstream', from)));
  }

  it('stands on the card, which is a JPEG of the same size and not too heavy for a message', async () => {
    const { type, bytes } = await shared('share-card');
    expect(type).toBe('image/jpeg');
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
    expect(await colourOnCard(bytes)).toEqual(near(RED));
    expect(bytes.length).toBeLessThan(300_000);
  });

  it.each(['a4', 'a3'])(
    'stands on the poster of %s, with the words of its submitter for who cannot see it',
    async (size) => {
      const { bytes } = await shared('poster', `?size=${size}`);
      expect(await colourOnPoster(bytes)).toEqual(near(RED));
      const text = bytes.toString('latin1');
      expect(text).toContain(`/Alt (${ALT})`);
      expect(text.match(/\/S \/Figure/g)).toHaveLength(2);
      expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    },
  );

  it('is only looked at on a poster where its submitter found no words for it', async () => {
    await scene.west.rows(`update proposal_picture set alt = '' where id = $1`, [red]);
    const { bytes } = await shared('poster');
    expect(await colourOnPoster(bytes)).toEqual(near(RED));
    expect(bytes.toString('latin1').match(/\/S \/Figure/g)).toHaveLength(1);
  });

  it.each(['share-card', 'poster'] as const)(
    'S15: is never on the %s once it is hidden: the next one is, or none',
    async (what) => {
      const colourOn = what === 'poster' ? colourOnPoster : colourOnCard;
      const first = await shared(what);
      await hide(red);
      const second = await shared(what);
      expect(second.etag).not.toBe(first.etag);
      expect(await colourOn(second.bytes)).toEqual(near(BLUE));
      await hide(blue);
      const none = await shared(what);
      expect([first.etag, second.etag]).not.toContain(none.etag);
      if (what === 'poster') expect(await colourOnPoster(none.bytes)).toBeNull();
      else
        expect([none.type, await colourOnCard(none.bytes)]).toEqual([
          'image/png',
          { r: 255, g: 255, b: 255 },
        ]);
      expect(none.bytes.toString('latin1')).not.toContain(ALT);
      await hide(red, false);
      expect((await shared(what)).etag).toBe(first.etag);
    },
  );

  it('is another one once the submitter puts another one first', async () => {
    const before = await shared('share-card');
    expect((await scene.order(plan, [blue, red])).status).toBe(200);
    const after = await shared('share-card');
    expect(after.etag).not.toBe(before.etag);
    expect(await colourOnCard(after.bytes)).toEqual(near(BLUE));
  });

  it('is left out where its file has gone, and the rest is still there', async () => {
    await scene.west.rows(`update proposal_picture set path = 'photos/' || gen_random_uuid() where id = $1`, [
      red,
    ]);
    expect(await colourOnCard((await shared('share-card')).bytes)).toEqual({ r: 255, g: 255, b: 255 });
    expect(await colourOnPoster((await shared('poster')).bytes)).toBeNull();
  });
});
