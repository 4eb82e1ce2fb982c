// After a build of the site that was not ours (docker/Dockerfile): what `buildWhenStale` does at the end of one.
import { join } from 'node:path';
import { compressFolder } from './compress.ts';

const browser = join(import.meta.dirname, '..', 'dist/apps/web/browser');
console.log(`Compressed ${await compressFolder(browser)} files of the site.`);
