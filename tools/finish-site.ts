import { join } from 'node:path';
import { compressFolder } from './compress.ts';
import { writeScriptsOfPages } from './page-scripts.ts';

/** What is made from a built site: compressed copies of its files, and which scripts each page needs. Gives how many copies. */
export function finishSite(root: string): Promise<number> {
  const dist = join(root, 'dist/apps/web');
  writeScriptsOfPages(dist);
  return compressFolder(join(dist, 'browser'));
}
