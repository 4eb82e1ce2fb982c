import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a phone on a bad line should fetch at most before a page works, compressed. */
export const MOST_BYTES = 160_000;

/** The pages that somebody sees first, by the element that the page is. */
export const FIRST_PAGES: Readonly<Record<string, string>> = {
  home: 'bs-home-page',
  list: 'bs-proposals-page',
  proposal: 'bs-proposal-page',
  submit: 'bs-submit-page',
  report: 'bs-count-page',
};

export interface FirstLoad {
  readonly page: string;
  readonly scripts: readonly string[];
  readonly bytes: number;
}

const ENTRIES = /^(main|polyfills)-[\w-]+\.js$/;
/** What comes along with a file; what it asks for later (`import(…)`) has no `from` and stands in brackets. */
const IMPORTS = /(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g;

/**
 * The scripts that a browser fetches before each of these pages works, and their size as they are sent: what the entry
 * and the page's own file import, and so on.
 *
 * Throws when a page is nowhere: then it was renamed, and nothing would be measured.
 */
export function firstLoads(
  folder: string,
  pages: Readonly<Record<string, string>> = FIRST_PAGES,
): FirstLoad[] {
  const texts = new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  const entries = [...texts.keys()].filter((file) => ENTRIES.test(file));
  return Object.entries(pages).map(([page, element]) => {
    const selector = new RegExp(`\\[\\[["'\`]${element}["'\`]`);
    const own = [...texts].find(([, text]) => selector.test(text))?.[0];
    if (!own) throw new Error(`No script in ${folder} is the page ${element}.`);
    const scripts = [...reached(texts, [...entries, own])].sort();
    return { page, scripts, bytes: scripts.reduce((sum, file) => sum + sentSize(join(folder, file)), 0) };
  });
}

function reached(texts: ReadonlyMap<string, string>, from: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const queue = [...from];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, imported] of (texts.get(file) ?? '').matchAll(IMPORTS)) if (imported) queue.push(imported);
  }
  return seen;
}

/** How many bytes of this file go over the line. */
export function sentSize(file: string): number {
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}
