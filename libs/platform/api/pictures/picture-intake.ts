import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PICTURE_LIMITS, Refusal } from '@buurtstem/shared-domain';
import type { OutputInfo, Sharp } from 'sharp';
import { MediaStore } from '../media/media-store';
import { PHOTOS, PICTURE_FORMATS, widthsOf } from './picture-files';
import { loadSharp } from './sharp';

export interface StoredPicture {
  /** Below `/media`: the folder with the photo's files. It is given out by chance, so nobody finds it who was not told. */
  readonly path: string;
  /** Of the largest file. */
  readonly width: number;
  readonly height: number;
}

/**
 * Takes a picture that somebody sends: known by its content and not by its name, turned upright, made smaller, and
 * written anew, so that nothing of the file that came in is served, neither hidden data nor the place where it was taken.
 */
@Injectable()
export class PictureIntake {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: MediaStore) {}

  /**
   * Throws `picture-too-large`, `picture-not-a-photo` or `picture-too-many-pixels`; then nothing is kept. One at a time:
   * unpacked, a photo takes a hundred megabytes.
   */
  take(bytes: Buffer): Promise<StoredPicture> {
    const taken = this.last.then(() => this.takeNow(bytes));
    // Whoever sent it hears of a failure; the next one only waits for it.
    this.last = taken.catch(() => undefined);
    return taken;
  }

  private async takeNow(bytes: Buffer): Promise<StoredPicture> {
    if (bytes.length > PICTURE_LIMITS.bytes) throw new Refusal('picture-too-large');
    if (bytes.length === 0) throw new Refusal('picture-not-a-photo');
    const sharp = await loadSharp();
    const { data, info } = await unpacked(bytes);
    const path = `${PHOTOS}/${randomUUID()}`;
    for (const width of widthsOf(info.width)) {
      for (const { extension } of PICTURE_FORMATS) {
        const { width: rawWidth, height, channels } = info;
        const raw = sharp(data, { raw: { width: rawWidth, height, channels } }).resize({ width });
        await this.store.keep(`${path}/${width}.${extension}`, await written(raw, extension));
      }
    }
    return { path, width: info.width, height: info.height };
  }
}

function written(picture: Sharp, extension: (typeof PICTURE_FORMATS)[number]['extension']): Promise<Buffer> {
  switch (extension) {
    case 'avif':
      return picture.avif({ quality: 55, effort: 2 }).toBuffer();
    case 'webp':
      return picture.webp({ quality: 78 }).toBuffer();
    case 'jpg':
      return picture.jpeg({ quality: 80, progressive: true }).toBuffer();
  }
}

/** The pixels alone, upright, in the colours of every screen, and no larger than the largest file. */
async function unpacked(bytes: Buffer): Promise<{ data: Buffer; info: OutputInfo }> {
  const sharp = await loadSharp();
  const input = { failOn: 'warning', limitInputPixels: PICTURE_LIMITS.pixels } as const;
  // The header says the size: a bomb is refused before a pixel of it is unpacked.
  const { width, height } = await sharp(bytes, { ...input, limitInputPixels: false })
    .metadata()
    .catch(refuseAsNoPhoto);
  if (width * height > PICTURE_LIMITS.pixels) throw new Refusal('picture-too-many-pixels');
  const side = PICTURE_LIMITS.longestSide;
  return sharp(bytes, input)
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(refuseAsNoPhoto);
}

/** Sharp has no codes: whatever it cannot read to the end is not a photo for us. */
function refuseAsNoPhoto(): never {
  throw new Refusal('picture-not-a-photo');
}
