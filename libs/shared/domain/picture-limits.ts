/** A photo from a recent phone fits; a picture bomb does not. Bytes, pixels, and pixels of the longer side as it is kept. */
export const PICTURE_LIMITS = { bytes: 10 * 1024 * 1024, pixels: 25_000_000, longestSide: 1600 } as const;

/** What cameras and phones make. An SVG is a program, and a GIF moves. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
