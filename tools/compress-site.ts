// After a build of the site that was not ours (docker/Dockerfile): what `buildWhenStale` does at the end of one.
import { join } from 'node:path';
import { finishSite } from './finish-site.ts';

console.log(`Compressed ${await finishSite(join(import.meta.dirname, '..'))} files of the site.`);
