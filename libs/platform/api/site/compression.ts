import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request } from 'express';
import type { RenderedPage } from './page-cache';

export type Encoding = 'br' | 'gzip';
/** In the order in which they are wanted. */
const ENCODINGS: readonly Encoding[] = ['br', 'gzip'];
const SUFFIX: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

/** What this client takes; null when it wants things as they are. */
export function encodingFor(
  request: Pick<Request, 'acceptsEncodings'>,
  offered: readonly Encoding[] = ENCODINGS,
): Encoding | null {
  return offered.find((encoding) => request.acceptsEncodings(encoding) === encoding) ?? null;
}

/** The files that the build laid a compressed copy beside (`tools/compress.ts`), by their path in the address. */
export class CompressedFiles {
  private readonly encodings = new Map<string, Encoding[]>();

  constructor(folder: string) {
    const files = new Set(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/')),
    );
    for (const file of files) {
      const found = ENCODINGS.filter((encoding) => files.has(file + SUFFIX[encoding]));
      if (found.length > 0) this.encodings.set(`/${file}`, found);
    }
  }

  /** The encodings that this file is there in, beside the file itself. */
  of(path: string): readonly Encoding[] {
    return this.encodings.get(path) ?? [];
  }
}

export function compressedName(name: string, encoding: Encoding): string {
  return name + SUFFIX[encoding];
}

/** What a compressed copy is a copy of; null for a file that is no such copy. */
export function originalOf(file: string): { readonly name: string; readonly encoding: Encoding } | null {
  const encoding = ENCODINGS.find((one) => extname(file) === SUFFIX[one]);
  return encoding ? { name: file.slice(0, -SUFFIX[encoding].length), encoding } : null;
}

/** Below this a page fits into one packet anyway. */
export const LEAST_BYTES = 1400;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
/** A page is made afresh every second or so: most of what is to be won, in two milliseconds. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Lives as long as the page that it belongs to: whoever forgets the page forgets these too. */
const compressed = new WeakMap<RenderedPage, Map<Encoding, Promise<Buffer>>>();

/** The page compressed, once for all who are sent this page. */
export function compressedPage(page: RenderedPage, encoding: Encoding): Promise<Buffer> {
  const known = compressed.get(page) ?? new Map<Encoding, Promise<Buffer>>();
  compressed.set(page, known);
  const made = known.get(encoding) ?? compress(page.body, encoding);
  known.set(encoding, made);
  return made;
}

function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br' ? brotli(body, BROTLI) : gzipped(body, { level: 6 });
}

/** Other bytes, so another tag: with the tag of the one a cache would answer for the other. */
export function tagOf(page: RenderedPage, encoding: Encoding | null): string {
  return encoding ? `${page.tag.slice(0, -1)}-${encoding}"` : page.tag;
}
