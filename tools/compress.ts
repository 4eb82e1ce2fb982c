import { globSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Fonts and photos are compressed as they are. */
const TEXTS = '**/*.{js,css,svg,json,txt,webmanifest}';
/** Below this the headers weigh more than what is saved. */
const LEAST_BYTES = 1024;
/** As many as the threads that Node compresses on: with more, only the memory grows. */
const AT_ONCE = 4;

const brotlied = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** As small as possible: it is done once, and sent many times. */
export function brotli(content: Buffer): Promise<Buffer> {
  return brotlied(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

/**
 * Lays beside every text in this folder and below what the server sends instead to whoever takes it compressed
 * (`main-X.js.br`, `main-X.js.gz`); gives how many texts that were.
 */
export async function compressFolder(folder: string): Promise<number> {
  const files = globSync(TEXTS, { cwd: folder });
  let compressed = 0;
  const work = async (): Promise<void> => {
    for (let file = files.pop(); file !== undefined; file = files.pop())
      if (await compressFile(join(folder, file))) compressed += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return compressed;
}

async function compressFile(file: string): Promise<boolean> {
  if ((await stat(file)).size < LEAST_BYTES) return false;
  const content = await readFile(file);
  const [br, gz] = await Promise.all([brotli(content), gzipped(content, { level: 9 })]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
  return true;
}
