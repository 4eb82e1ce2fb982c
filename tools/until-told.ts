import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const EVERY_MS = process.platform === 'linux' ? 300 : 2_000;

/** Settles when this process is told to end: Ctrl-C, a signal, or the end of the npm that started it. */
export function untilTold(env: Readonly<Record<string, string | undefined>>): Promise<string> {
  return new Promise((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => settle(signal));
    if (process.platform === 'win32' || !env['npm_lifecycle_script']) return;
    const isOrphan = npmWatch(env['npm_lifecycle_script']);
    const watch = setInterval(() => {
      if (!isOrphan()) return;
      clearInterval(watch);
      settle('the end of npm');
    }, EVERY_MS);
    watch.unref();
  });
}

/**
 * Tells whether the npm above us is gone. Between npm and us stands a shell. A SIGTERM to npm ends the shell, which
 * gives us another parent; a SIGKILL leaves the shell waiting for us, and gives the shell another parent.
 */
function npmWatch(script: string): () => boolean {
  const parent = process.ppid;
  const above = lookAt(parent);
  // Some shells make way for the command: then our parent is npm, and its own parent is none of our business.
  const isShell = above !== undefined && / -\w*c /.test(above.args) && above.args.includes(script);
  return () => process.ppid !== parent || (isShell && lookAt(parent)?.parent !== above.parent);
}

/** A process's parent and command line, or undefined when it is not there. */
function lookAt(pid: number): { parent: number; args: string } | undefined {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-ww', '-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' });
    const [, parent, args] = /^\s*(\d+)\s+(.*)/.exec(stdout ?? '') ?? [];
    return args === undefined ? undefined : { parent: Number(parent), args };
  }
  try {
    const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ');
    return { parent: Number(parent), args };
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined; // it just ended
    throw error;
  }
}
