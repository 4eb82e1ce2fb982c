import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { finishSite } from './finish-site.ts';
import { programOf, runNode, type RunOptions } from './run.ts';
import { isBuilt, mainOf, noteBuilt, stampOf } from './stamp.ts';

const BUILD_LIMIT_MS = 600_000;

/**
 * Builds the programs that are older than their sources; gives the names of those it built. Asking Nx costs three
 * seconds even when nothing changed, our own look at the sources a fraction of one.
 *
 * Throws with the build's output when it fails.
 */
export async function buildWhenStale(
  root: string,
  programs: readonly string[],
  output: RunOptions['output'],
  onBuild: (stale: readonly string[]) => void = () => undefined,
): Promise<string[]> {
  const stamp = stampOf(root);
  const stale = programs.filter((program) => !isBuilt(root, program, stamp));
  if (stale.length === 0) return [];
  onBuild(stale);
  for (const program of stale) rmSync(join(root, mainOf(program)), { force: true });
  const args = [
    programOf(root, 'nx'),
    'run-many',
    '-t',
    'build',
    '-p',
    stale.join(','),
    '--outputStyle=stream-without-prefixes',
  ];
  const build = await runNode(args, { root, output, limitMs: BUILD_LIMIT_MS });
  if (build.code !== 0) {
    throw new Error(`Building ${stale.join(' and ')} failed.${output === 'keep' ? `\n${build.output}` : ''}`);
  }
  if (stale.includes('web')) await finishSite(root);
  for (const program of stale) noteBuilt(root, program, stamp);
  return stale;
}
