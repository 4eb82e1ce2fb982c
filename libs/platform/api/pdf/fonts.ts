import { join } from 'node:path';

/** Beside this file; the bundle has a copy beside itself. */
const FOLDER = join(__dirname, 'fonts');

export const FONTS = {
  regular: join(FOLDER, 'source-sans-3-regular.ttf'),
  strong: join(FOLDER, 'source-sans-3-semibold.ttf'),
} as const;
