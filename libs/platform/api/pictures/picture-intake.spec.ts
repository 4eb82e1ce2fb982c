import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PICTURE_LIMITS, Refusal } from '@buurtstem/shared-domain';
import sharp, { type Sharp } from 'sharp';
import type { Config } from '../config';
import { PictureIntake } from './picture-intake';

const GPS = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 0/1' }, IFD0: { Artist: 'Kees' } };

function photo(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#0b5563' } });
}

/** A PNG of a few bytes that says it is as large as asked. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc32(body));
    return Buffer.concat([head, body, tail]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

describe('a picture that somebody sends', () => {
  let mediaDir: string;
  let intake: PictureIntake;
  beforeEach(async () => {
    mediaDir = await mkdtemp(join(tmpdir(), 'pictures-'));
    intake = new PictureIntake({ mediaDir } as Config);
  });
  afterEach(() => rm(mediaDir, { recursive: true }));

  const refusalOf = (bytes: Buffer): Promise<unknown> =>
    intake.take(bytes).then(
      () => 'taken',
      (error: unknown) => (error instanceof Refusal ? error.code : error),
    );

  it('is made smaller and written anew, without the place where it was taken', async () => {
    const sent = await photo(3000, 2000).jpeg().withExif(GPS).toBuffer();
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const stored = await intake.take(sent);
    expect(stored).toMatchObject({ width: 1600, height: 1067 });
    const kept = await sharp(await readFile(join(mediaDir, stored.path))).metadata();
    expect(kept).toMatchObject({ format: 'webp', width: 1600, height: 1067 });
    expect(kept.exif).toBeUndefined();
  });

  it('stands upright, as it was held when it was taken', async () => {
    const lying = await photo(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await intake.take(lying)).toMatchObject({ width: 200, height: 300 });
  });

  it('is never made larger, and is kept once under one name', async () => {
    const sent = await photo(40, 30).png().toBuffer();
    const once = await intake.take(sent);
    expect(await intake.take(sent)).toEqual(once);
    expect(once).toMatchObject({ width: 40, height: 30 });
    expect(await readdir(join(mediaDir, 'uploads'))).toHaveLength(1);
  });

  it.each([
    ['a drawing that is a program', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program under the name of a photo', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])],
    ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n')],
    ['nothing', Buffer.alloc(0)],
    [
      'the beginning of a photo and then something else',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(900, 7)]),
    ],
  ])('is refused when it is %s', async (_what, bytes) => {
    expect(await refusalOf(bytes)).toBe('picture-not-a-photo');
    expect(await readdir(mediaDir)).toEqual([]);
  });

  it('is refused when it was cut off on its way', async () => {
    const whole = await photo(800, 600).jpeg().toBuffer();
    expect(await refusalOf(whole.subarray(0, whole.length - 200))).toBe('picture-not-a-photo');
  });

  it('is refused when it unpacks to more than a machine can hold', async () => {
    expect(await refusalOf(bomb(20_000, 20_000))).toBe('picture-too-many-pixels');
    expect(await refusalOf(bomb(5_001, 5_000))).toBe('picture-too-many-pixels');
  });

  it('is refused when it has more bytes than a phone makes', async () => {
    expect(await refusalOf(Buffer.alloc(PICTURE_LIMITS.bytes + 1))).toBe('picture-too-large');
  });
});
