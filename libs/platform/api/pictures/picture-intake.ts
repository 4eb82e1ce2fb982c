import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PICTURE_LIMITS, Refusal } from '@buurtstem/shared-domain';
import sharp from 'sharp';
import { Config } from '../config';

// Whatever the file calls itself: its content is looked at, and only these three are ever unpacked.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

/** Below `/media`. */
const FOLDER = 'uploads';

export interface StoredPicture {
  /** Path below `/media`; named after the content, so that the same picture is kept once and never changes. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Takes a picture that somebody sends: known by its content and not by its name, turned upright, made smaller, and
 * written anew, so that nothing of the file that came in is served, neither hidden data nor the place where it was taken.
 */
@Injectable()
export class PictureIntake {
  constructor(private readonly config: Config) {}

  /** Throws `picture-too-large`, `picture-not-a-photo` or `picture-too-many-pixels`; then nothing is kept. */
  async take(bytes: Buffer): Promise<StoredPicture> {
    if (bytes.length > PICTURE_LIMITS.bytes) throw new Refusal('picture-too-large');
    if (bytes.length === 0) throw new Refusal('picture-not-a-photo');
    const { data, width, height } = await written(bytes);
    const name = `${createHash('sha256').update(data).digest('hex').slice(0, 32)}.webp`;
    await this.store(name, data);
    return { path: `${FOLDER}/${name}`, width, height };
  }

  /** Whole or not at all: a reader never sees half a file. */
  private async store(name: string, data: Buffer): Promise<void> {
    const folder = join(this.config.mediaDir, FOLDER);
    await mkdir(folder, { recursive: true });
    const part = join(folder, `.${name}.${process.pid}.${performance.now()}.part`);
    await writeFile(part, data, { flag: 'wx' });
    await rename(part, join(folder, name));
  }
}

async function written(bytes: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  const input = { failOn: 'warning', limitInputPixels: PICTURE_LIMITS.pixels } as const;
  // The header says the size: a bomb is refused before a pixel of it is unpacked.
  const { width, height } = await sharp(bytes, { ...input, limitInputPixels: false })
    .metadata()
    .catch(refuseAsNoPhoto);
  if (width * height > PICTURE_LIMITS.pixels) throw new Refusal('picture-too-many-pixels');
  const side = PICTURE_LIMITS.longestSide;
  const { data, info } = await sharp(bytes, input)
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch(refuseAsNoPhoto);
  return { data, width: info.width, height: info.height };
}

/** Sharp has no codes: whatever it cannot read to the end is not a photo for us. */
function refuseAsNoPhoto(): never {
  throw new Refusal('picture-not-a-photo');
}
