import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Where somebody stood, and who they are: what a phone writes into its photos. */
const HIDDEN_DATA = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 0/1' }, IFD0: { Artist: 'Kees' } };

export function photo(width: number, height: number, background = '#0b5563'): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

export function photoWithPlace(width: number, height: number): Promise<Buffer> {
  return photo(width, height).jpeg().withExif(HIDDEN_DATA).toBuffer();
}

/** A PNG of a few bytes that says it is as large as asked. */
export function pictureBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return png(['IHDR', header], ['IDAT', deflateSync(Buffer.alloc(1000))], ['IEND', Buffer.alloc(0)]);
}

function png(...chunks: readonly (readonly [string, Buffer])[]): Buffer {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, ...chunks.map(([type, data]) => chunk(type, data))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export interface SentFile {
  readonly what: string;
  readonly bytes: () => Buffer | Promise<Buffer>;
  /** As who sends it says. */
  readonly type: string;
  /** Status and code of the refusal. */
  readonly answer: readonly [number, string];
}

const text =
  (words: string): (() => Buffer) =>
  () =>
    Buffer.from(words);
const noPhoto = [422, 'picture-not-a-photo'] as const;
const tooLarge = [413, 'picture-too-large'] as const;
const tooManyPixels = [422, 'picture-too-many-pixels'] as const;
const otherType = [415, 'unsupported-media-type'] as const;

/** What people and programs send instead of a photo, and what each is answered. */
export const BAD_FILES: readonly SentFile[] = [
  {
    what: 'a program under the name of a photo',
    bytes: () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]),
    type: 'image/jpeg',
    answer: noPhoto,
  },
  {
    what: 'a program that begins as a photo',
    bytes: () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(900, 7)]),
    type: 'image/jpeg',
    answer: noPhoto,
  },
  {
    what: 'a drawing that is a program, and says so',
    bytes: text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    type: 'image/svg+xml',
    answer: otherType,
  },
  {
    what: 'a drawing that is a program, and says it is a PNG',
    bytes: text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    type: 'image/png',
    answer: noPhoto,
  },
  {
    what: 'a page',
    bytes: text('<!doctype html><script>alert(1)</script>'),
    type: 'text/html',
    answer: otherType,
  },
  {
    what: 'a page that says it is a photo',
    bytes: text('<!doctype html><script>alert(1)</script>'),
    type: 'image/webp',
    answer: noPhoto,
  },
  {
    what: 'a GIF',
    bytes: () => Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
    type: 'image/png',
    answer: noPhoto,
  },
  {
    what: 'a GIF that is a script too',
    bytes: text('GIF89a/*\u0001\u0001*/=1;alert(1)'),
    type: 'image/jpeg',
    answer: noPhoto,
  },
  { what: 'a PDF', bytes: text('%PDF-1.7\n1 0 obj\n'), type: 'image/jpeg', answer: noPhoto },
  {
    what: 'an archive',
    bytes: () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(60)]),
    type: 'application/zip',
    answer: otherType,
  },
  {
    what: 'a TIFF, which cameras make too',
    bytes: () => photo(20, 20).tiff().toBuffer(),
    type: 'image/jpeg',
    answer: noPhoto,
  },
  {
    what: 'a JPEG that was cut off on its way',
    bytes: async () => (await photo(800, 600).jpeg().toBuffer()).subarray(0, -200),
    type: 'image/jpeg',
    answer: noPhoto,
  },
  {
    what: 'a PNG that was cut off on its way',
    bytes: async () => (await photo(300, 200).png().toBuffer()).subarray(0, -40),
    type: 'image/png',
    answer: noPhoto,
  },
  { what: 'nothing', bytes: () => Buffer.alloc(0), type: 'image/jpeg', answer: noPhoto },
  {
    what: 'a few bytes that unpack to 1.2 gigabytes',
    bytes: () => pictureBomb(20_000, 20_000),
    type: 'image/png',
    answer: tooManyPixels,
  },
  {
    what: 'a photo of 26 megapixels',
    bytes: () => photo(6_500, 4_000).jpeg({ quality: 10 }).toBuffer(),
    type: 'image/jpeg',
    answer: tooManyPixels,
  },
  {
    what: 'one byte more than 10 MB',
    bytes: () => Buffer.alloc(10 * 1024 * 1024 + 1, 1),
    type: 'image/jpeg',
    answer: tooLarge,
  },
  {
    what: '60 MB',
    bytes: () => Buffer.alloc(60 * 1024 * 1024, 1),
    type: 'image/jpeg',
    answer: tooLarge,
  },
];
