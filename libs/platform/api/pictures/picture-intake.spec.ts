import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PICTURE_LIMITS, Refusal } from '@buurtstem/shared-domain';
import sharp, { type Metadata } from 'sharp';
import { FolderStore } from '../media/folder-store';
import { BAD_FILES, photo, photoWithPlace, pictureBomb } from '../testing/sent-files';
import { addressesOf, keptUnder } from './picture-files';
import { PictureIntake, type StoredPicture } from './picture-intake';

/** What is in a file of ours, also in the format that the intake does not take in. */
async function inside(bytes: Buffer): Promise<Metadata> {
  const avif = { operation: ['VipsForeignLoadHeif'] };
  sharp.unblock(avif);
  try {
    return await sharp(bytes).metadata();
  } finally {
    sharp.block(avif);
  }
}

describe('a picture that somebody sends', () => {
  let mediaDir: string;
  let intake: PictureIntake;
  beforeEach(async () => {
    mediaDir = await mkdtemp(join(tmpdir(), 'pictures-'));
    intake = new PictureIntake(new FolderStore(mediaDir));
  });
  afterEach(() => rm(mediaDir, { recursive: true }));

  const refusalOf = (bytes: Buffer): Promise<unknown> =>
    intake.take(bytes).then(
      () => 'taken',
      (error: unknown) => (error instanceof Refusal ? error.code : error),
    );
  const filesOf = async ({ path }: StoredPicture): Promise<string[]> =>
    (await readdir(join(mediaDir, path))).sort();
  const kept = ({ path }: StoredPicture, file: string): Promise<Buffer> =>
    readFile(join(mediaDir, path, file));

  it('is written anew in three formats and four widths, and nothing else is kept', async () => {
    const stored = await intake.take(await photo(3000, 2000).jpeg().toBuffer());
    expect(stored).toMatchObject({ width: 1600, height: 1067 });
    expect(await filesOf(stored)).toEqual(
      ['1200', '1600', '400', '800'].flatMap((width) =>
        ['avif', 'jpg', 'webp'].map((as) => `${width}.${as}`),
      ),
    );
    for (const [file, format, width, height] of [
      ['1600.jpg', 'jpeg', 1600, 1067],
      ['800.webp', 'webp', 800, 534],
      ['400.avif', 'heif', 400, 267],
    ] as const)
      expect(await inside(await kept(stored, file))).toMatchObject({ format, width, height });
    const folders = await readdir(mediaDir, { recursive: true, withFileTypes: true });
    expect(folders.filter((entry) => entry.isFile())).toHaveLength(12);
  });

  it('has lost the place where it was taken, and its maker, in every file', async () => {
    const sent = await photoWithPlace(900, 600);
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const stored = await intake.take(sent);
    for (const file of await filesOf(stored)) {
      const { exif, xmp, iptc, icc } = await inside(await kept(stored, file));
      expect([file, exif, xmp, iptc, icc]).toEqual([file, undefined, undefined, undefined, undefined]);
      expect((await kept(stored, file)).includes('Kees')).toBe(false);
    }
  });

  it('stands upright, as it was held when it was taken', async () => {
    const lying = await photo(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await intake.take(lying)).toMatchObject({ width: 200, height: 300 });
  });

  it('is never made larger, and each time it comes it has a folder that nobody can guess', async () => {
    const sent = await photo(40, 30).png().toBuffer();
    const [once, again] = [await intake.take(sent), await intake.take(sent)];
    expect(once).toMatchObject({ width: 40, height: 30 });
    expect(await filesOf(once)).toEqual(['40.avif', '40.jpg', '40.webp']);
    expect(again.path).not.toBe(once.path);
  });

  it('that is much longer than wide is kept too', async () => {
    const stored = await intake.take(await photo(20, 12_000).png().toBuffer());
    expect(stored).toMatchObject({ width: 3, height: 1600 });
  });

  it('has white where it was transparent, and colour where it was grey', async () => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const stored = await intake.take(clear);
    const pixels = await sharp(await kept(stored, '8.jpg'))
      .raw()
      .toBuffer();
    expect([...pixels.subarray(0, 3)]).toEqual([255, 255, 255]);
    const grey = await photo(8, 8, '#808080').toColourspace('b-w').jpeg().toBuffer();
    expect(await intake.take(grey)).toMatchObject({ width: 8, height: 8 });
  });

  it('that moves stands still', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#0000ff'].map((colour) => photo(16, 16, colour).png().toBuffer()),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0, delay: 100 })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const stored = await intake.take(moving);
    expect(stored).toMatchObject({ width: 16, height: 16 });
    expect((await sharp(await kept(stored, '16.webp')).metadata()).pages).toBeUndefined();
  });

  it('that is a page or an archive too, behind its end, is kept without that', async () => {
    const script = '<script>alert(1)</script>';
    const sent = Buffer.concat([await photo(60, 40).jpeg().toBuffer(), Buffer.from(script)]);
    const stored = await intake.take(sent);
    for (const file of await filesOf(stored))
      expect([file, (await kept(stored, file)).includes(script)]).toEqual([file, false]);
  });

  it.each(BAD_FILES.filter(({ answer: [status] }) => status !== 415))(
    'is refused when it is $what',
    async ({ bytes, answer: [, code] }) => {
      expect(await refusalOf(await bytes())).toBe(code);
      expect(await readdir(mediaDir)).toEqual([]);
    },
  );

  it('is refused from one column of pixels too many', async () => {
    expect(await refusalOf(pictureBomb(5_001, 5_000))).toBe('picture-too-many-pixels');
    expect(5_000 * 5_000).toBe(PICTURE_LIMITS.pixels);
  });

  it('waits for its turn, and is taken although the one before it was refused', async () => {
    const good = await photo(30, 20).jpeg().toBuffer();
    const answers = await Promise.allSettled([intake.take(Buffer.from('niets')), intake.take(good)]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});

describe('the addresses of a picture', () => {
  const path = 'photos/0b2f6d0e-1111-4222-8333-444455556666';

  it('name every format and width, and a JPEG for who knows none of them', () => {
    const { url, sources } = addressesOf({ path, width: 1000 });
    expect(url).toBe(`/media/${path}/1000.jpg`);
    expect(sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp', 'image/jpeg']);
    expect(sources[0]?.srcset).toBe(
      `/media/${path}/400.avif 400w, /media/${path}/800.avif 800w, /media/${path}/1000.avif 1000w`,
    );
  });

  it('are one where it is one file', () => {
    expect(addressesOf({ path: 'demo/brug.svg', width: 1200 })).toEqual({
      url: '/media/demo/brug.svg',
      sources: [],
    });
  });

  it('all belong to the row that names the folder', () => {
    for (const file of ['400.avif', '1600.jpg', '3.webp']) expect(keptUnder(`${path}/${file}`)).toBe(path);
    for (const other of [`${path}/x.jpg`, `${path}/400.svg`, `${path}/a/400.jpg`, 'demo/400.jpg'])
      expect(keptUnder(other)).toBe(other);
  });
});
