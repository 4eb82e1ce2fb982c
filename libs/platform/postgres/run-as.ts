import { spawnSync, type SpawnOptions } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { binariesIn, type PostgresBinaries } from './binaries.ts';

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root has three ways, in this order:
 * `nobody` drops to the user nobody; `unshare` hides root behind a user namespace, for a workspace that nobody
 * cannot reach (a home with mode 0700); `copy` runs as nobody from a copy of programs and data under /var/tmp.
 */
export type Way = 'self' | 'nobody' | 'unshare' | 'copy';

/** What is needed to run a PostgreSQL program: which programs, on which data, behind which command and user. */
export interface Runner {
  readonly way: Way;
  readonly binaries: PostgresBinaries;
  readonly dataDir: string;
  command(program: string, args: readonly string[]): { file: string; args: string[]; options: SpawnOptions };
}

/** nobody and nogroup: the one unprivileged user that every Unix knows; PostgreSQL wants a user with a name. */
const NOBODY = 65534;
const COPIES = '/var/tmp';
/** Left in the wished data folder when the data had to go elsewhere, so that every later start finds them. */
const MOVED = 'MOVED-TO';

/** The ways to try on this machine, best first. PostgreSQL also refuses a user who has a number but no name. */
export function waysFor(platform: string, uid: number | undefined, hasName = true): Way[] {
  if (platform === 'win32') return ['self'];
  if (uid === 0) return ['nobody', 'unshare', 'copy'];
  return hasName ? ['self'] : ['unshare', 'self'];
}

/** Whether the user we run as is in the list of users: in a container with a made-up number it is not. */
function hasUserName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false; // the one failure that this call has
  }
}

/** Takes the first way in which PostgreSQL really starts and can write the data folder; says what failed if none. */
export function chooseRunner(
  binaries: PostgresBinaries,
  dataDir: string,
  ways: readonly Way[] = waysFor(process.platform, process.getuid?.(), hasUserName()),
): Runner {
  const marker = join(dataDir, MOVED);
  const home = existsSync(marker) ? readFileSync(marker, 'utf8').trim() : dataDir;
  const failures: string[] = [];
  for (const way of ways) {
    const runner = way === 'copy' ? copied(binaries, dataDir, home) : { ...as(way), binaries, dataDir: home };
    const failure = probe(runner);
    if (!failure) return runner;
    failures.push(`${way}: ${failure}`);
  }
  throw new Error(`The embedded PostgreSQL cannot run on this machine.\n${failures.join('\n')}`);
}

function as(way: Way): Pick<Runner, 'way' | 'command'> {
  const nobody = { uid: NOBODY, gid: NOBODY };
  switch (way) {
    case 'self':
      return { way, command: (file, args) => ({ file, args: [...args], options: {} }) };
    case 'nobody':
    case 'copy':
      return { way, command: (file, args) => ({ file, args: [...args], options: { ...nobody, cwd: '/' } }) };
    case 'unshare': {
      const map = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
      return {
        way,
        command: (file, args) => ({ file: 'unshare', args: [...map, file, ...args], options: {} }),
      };
    }
  }
}

function copied(binaries: PostgresBinaries, dataDir: string, home: string): Runner {
  const name = createHash('sha256')
    .update(binaries.home)
    .update('\0')
    .update(dataDir)
    .digest('hex')
    .slice(0, 12);
  const base = join(COPIES, `buurtstem-postgres-${name}`);
  mkdirSync(base, { recursive: true, mode: 0o755 });
  // /var/tmp is open to all: a folder of that name made by somebody else is not ours to run programs from.
  const made = lstatSync(base);
  if (!made.isDirectory() || made.uid !== process.getuid?.()) {
    throw new Error(`${base} belongs to another user; remove it and start again.`);
  }
  chmodSync(base, 0o755);
  const native = join(base, 'native');
  if (!existsSync(join(native, 'COMPLETE'))) {
    const umask = process.umask(0o022); // a strict one would lock nobody out of the copy too
    cpSync(binaries.home, native, { recursive: true, force: true, verbatimSymlinks: true });
    process.umask(umask);
    writeFileSync(join(native, 'COMPLETE'), '');
  }
  const target = home === dataDir ? join(base, 'data') : home;
  if (!existsSync(target)) {
    if (existsSync(join(dataDir, 'PG_VERSION')))
      cpSync(dataDir, target, { recursive: true, preserveTimestamps: true });
    else mkdirSync(target);
    chmodSync(target, 0o700);
  }
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, MOVED), `${target}\n`);
  return { ...as('copy'), binaries: binariesIn(native), dataDir: target };
}

/** Tries a way for real: undefined when it works, else why it does not. */
function probe(runner: Runner): string | undefined {
  if (process.platform !== 'win32') {
    give(runner.dataDir, ownerFor(runner.way));
    const reach = run(runner, '/bin/sh', ['-c', 'test -w "$0" && test -x "$0"', runner.dataDir]);
    if (reach !== undefined) return reach || `cannot reach ${runner.dataDir}`;
  }
  const start = run(runner, runner.binaries.postgres, ['--version']);
  return start === undefined ? undefined : start || 'postgres --version failed';
}

/** Runs a program to its end: undefined when it succeeded, else what it said. */
function run(runner: Runner, program: string, programArgs: string[]): string | undefined {
  const { file, args, options } = runner.command(program, programArgs);
  const result = spawnSync(file, args, { ...options, encoding: 'utf8', shell: false });
  if (result.error) return result.error.message;
  return result.status === 0 ? undefined : `${result.stderr}${result.stdout}`.trim();
}

function ownerFor(way: Way): number | undefined {
  if (way === 'nobody' || way === 'copy') return NOBODY;
  // Inside the namespace the process is still us to the kernel, so we must own what it writes.
  return way === 'unshare' ? process.getuid?.() : undefined;
}

/** Hands a folder and all in it to a user, when it is not that user's already. */
export function give(path: string, owner: number | undefined): void {
  if (owner === undefined || lstatSync(path).uid === owner) return;
  // The folder itself last: its owner then says that everything below has been handed over.
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    const child = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chownSync(child, owner, owner);
  }
  chownSync(path, owner, owner);
}
