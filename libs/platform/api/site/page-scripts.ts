import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The page is the element beside the outlet; those of frames around it come with the entry. */
const PAGE = /<\/router-outlet><(bs-[\w-]+)/g;
const NAMED = /<link rel="modulepreload" href="\/([\w-]+\.js)">/g;
const ENTRY = /<script src="([^"]+)" type="module"><\/script>/g;

/**
 * Names in a page the scripts that it needs, so that they come at the same time and not in three waves, one found in the
 * other. Text, style and font have precedence, for a page is read, and voted on, before its scripts run; where the page
 * waits for its visitor, they are not even fetched before all that is seen of it has come (`apps/web/src/first-sign.ts`).
 */
export class PageScripts {
  constructor(private readonly neededBy: ReadonlyMap<string, readonly string[]>) {}

  /** By what the build wrote beside the browser's files (`tools/page-scripts.ts`). */
  static ofBuild(browserDir: string): PageScripts {
    const text = readFileSync(join(dirname(browserDir), 'page-scripts.json'), 'utf8');
    return new PageScripts(new Map(Object.entries(JSON.parse(text) as Record<string, string[]>)));
  }

  /** The page as the engine rendered it, with its scripts named; they wait for its visitor where they `startLater`. */
  named(html: string, startLater: boolean): string {
    const pages = [...html.matchAll(PAGE)].flatMap(([, element = '']) => this.neededBy.get(element) ?? []);
    const rel = startLater ? 'later' : 'modulepreload';
    const links = [...new Set(pages)]
      .filter((file) => file.startsWith('chunk-') && !html.includes(`href="/${file}"`))
      .map((file) => `<link rel="${rel}" href="/${file}" fetchpriority="low">`);
    return (startLater ? html.replace('<html ', '<html data-start="first-sign" ') : html)
      .replace(NAMED, '<link rel="modulepreload" href="/$1" fetchpriority="low">')
      .replace(ENTRY, '<script src="$1" type="module" fetchpriority="low"></script>')
      .replace('<script src=', `${links.join('')}<script src=`);
  }
}
