import { extname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { fileToDraw, loadSharp, MediaStore } from '@buurtstem/platform-api';
import type { SharedPhoto } from './read-shared-plan';

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Of the drawings beside the plans of the demo, which have no size of their own in pixels. */
const DRAWN_WIDTH = 1600;

/** Cuts a plan's photo to the frame that it stands in: on a card, on paper. */
@Injectable()
export class CutPhoto {
  constructor(private readonly store: MediaStore) {}

  /** As JPEG, never larger than the photo is; null where its file has gone since. */
  async toFit(photo: SharedPhoto, frame: Frame): Promise<Buffer | null> {
    const file = fileToDraw(photo, widthNeeded(photo, frame));
    const bytes = await this.store.read(file);
    if (bytes === null) return null;
    const pixels = extname(file) === '.svg' ? await draw(bytes) : bytes;
    const sharp = await loadSharp();
    return (
      sharp(pixels)
        // What stands out stays in the frame.
        .resize({ ...within(photo, frame), fit: 'cover', position: sharp.strategy.attention })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 84 })
        .toBuffer()
    );
  }
}

/** How wide the whole photo is once it fills the frame. */
function widthNeeded({ width, height }: Frame, frame: Frame): number {
  return Math.max(frame.width, (frame.height * width) / height);
}

/** The frame, or one of its shape for which the photo has the pixels. */
function within({ width, height }: Frame, frame: Frame): Frame {
  const scale = Math.min(1, width / frame.width, height / frame.height);
  return { width: Math.round(frame.width * scale), height: Math.round(frame.height * scale) };
}

/** No text and nothing from outside is in them. */
async function draw(svg: Buffer): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const fitTo = { mode: 'width', value: DRAWN_WIDTH } as const;
  const image = await renderAsync(svg.toString('utf8'), { fitTo, font: { loadSystemFonts: false } });
  return image.asPng();
}
