import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ENTRIES = /^(main|polyfills)-[\w-]+\.js$/;
/** What comes along with a file; what it asks for later (`import(…)`) has no `from` and stands in brackets. */
const IMPORTS = /(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g;
/** What the entry asks for later is the program itself: it waits for the first sign of a visitor. */
const PROGRAM = /import\(\s*["'`]\.\/([\w-]+\.js)["'`]\s*\)/g;
/** How the compiler writes down which element a page is. */
const PAGES = /\[\[["'`](bs-[\w-]+-page)["'`]/g;

/**
 * For each element that is a page, in order, the scripts that a browser fetches before it works: the entry, the
 * program that it starts, the page's own file, what these import, and so on.
 */
export function scriptsOfPages(folder: string): Record<string, string[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const texts = files.map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
  const imports = new Map(texts.map(([file, text]) => [file, namesIn(text, IMPORTS)]));
  const entries = texts
    .filter(([file]) => ENTRIES.test(file))
    .flatMap(([file, text]) => [file, ...namesIn(text, PROGRAM)]);
  const needed = (page: string): string[] => {
    const all = new Set([...entries, page]);
    // A set hands out what is added to it while it is gone through.
    for (const file of all) for (const imported of imports.get(file) ?? []) all.add(imported);
    return [...all].sort();
  };
  const pages = texts.flatMap(([file, text]) =>
    namesIn(text, PAGES).map((element) => [element, file] as const),
  );
  return Object.fromEntries(pages.toSorted().map(([element, file]) => [element, needed(file)]));
}

/** Beside the site's files, for the API: it names in each page the scripts that the page needs. */
export function writeScriptsOfPages(dist: string): void {
  const scripts = scriptsOfPages(join(dist, 'browser'));
  writeFileSync(join(dist, 'page-scripts.json'), `${JSON.stringify(scripts, null, 1)}\n`);
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}
