import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { scriptsOfPages } from './page-scripts.ts';

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

/**
 * The scripts that a browser fetches before each of these pages works, and their size as they are sent.
 *
 * Throws when a page is nowhere: then it was renamed, and nothing would be measured.
 */
export function firstLoads(
  folder: string,
  pages: Readonly<Record<string, string>> = FIRST_PAGES,
): FirstLoad[] {
  const needed = scriptsOfPages(folder);
  return Object.entries(pages).map(([page, element]) => {
    const scripts = needed[element];
    if (!scripts) throw new Error(`No script in ${folder} is the page ${element}.`);
    return { page, scripts, bytes: scripts.reduce((sum, file) => sum + sentSize(join(folder, file)), 0) };
  });
}

/** How many bytes of this file go over the line. */
export function sentSize(file: string): number {
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}
