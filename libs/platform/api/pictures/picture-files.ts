/** A photo has a folder of its own below this one, with a file for each format and width. */
export const PHOTOS = 'photos';

/** In the order in which a browser chooses: it takes the first that it knows. */
export const PICTURE_FORMATS = [
  { extension: 'avif', type: 'image/avif' },
  { extension: 'webp', type: 'image/webp' },
  { extension: 'jpg', type: 'image/jpeg' },
] as const;

/** A phone's card, a phone's page at twice the pixels, a desktop's page, and that at twice the pixels. Other ones want another folder than `photos`. */
const WIDTHS = [400, 800, 1200, 1600] as const;

export interface PictureAddresses {
  /** For who knows none of the sources. */
  readonly url: string;
  readonly sources: { readonly type: string; readonly srcset: string }[];
}

const PHOTO = /^photos\/[0-9a-f-]{36}$/;
const FILE = /^(photos\/[0-9a-f-]{36})\/\d{1,4}\.(?:avif|webp|jpg)$/;

/** What a row names for the file at this path: a photo's folder, or the file itself. */
export function keptUnder(path: string): string {
  return FILE.exec(path)?.[1] ?? path;
}

export function isPhoto(path: string): boolean {
  return path === PHOTOS || path.startsWith(`${PHOTOS}/`);
}

/** The widths in which a photo of this width is kept: never wider than it is. */
export function widthsOf(width: number): number[] {
  return [...WIDTHS.filter((one) => one < width), width];
}

/** The file to draw with where this width is wanted: the smallest that is as wide, or the largest. */
export function fileToDraw(
  { path, width }: { readonly path: string; readonly width: number },
  wanted: number,
): string {
  if (!PHOTO.test(path)) return path;
  return `${path}/${widthsOf(width).find((one) => one >= wanted) ?? width}.jpg`;
}

/** Where the files of a kept picture are asked for; `folder` where that is not below `/media`. */
export function addressesOf(
  picture: { readonly path: string; readonly width: number },
  folder = `/media/${picture.path}`,
): PictureAddresses {
  const { path, width } = picture;
  // Drawn for the demo, or kept before photos had more than one file.
  if (!PHOTO.test(path)) return { url: folder, sources: [] };
  return {
    url: `${folder}/${width}.jpg`,
    sources: PICTURE_FORMATS.map(({ extension, type }) => ({
      type,
      srcset: widthsOf(width)
        .map((one) => `${folder}/${one}.${extension} ${one}w`)
        .join(', '),
    })),
  };
}
