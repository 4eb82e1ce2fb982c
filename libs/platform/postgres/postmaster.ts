import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Runner } from './run-as.ts';

/** Written beside the data by whoever started the server, so that the next start can tell an orphan from a server in use. */
const STARTER = 'starter.pid';

/** Notes that this process started the server on these data. */
export function noteStarter(dataDir: string): void {
  writeFileSync(join(dataDir, STARTER), `${process.pid}\n`);
}

/**
 * Makes the data folder free: stops a server that an earlier, killed process left behind, and removes a pid file
 * that points at nothing or at a stranger. Refuses when the server still belongs to a living process.
 */
export function takeOver(runner: Runner): void {
  const pidFile = join(runner.dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return; // PostgreSQL itself clears such a file
  if (!isPostmasterOf(pid, runner.dataDir)) {
    // After a reboot the number may belong to any program: stopping it would be wrong, and PostgreSQL would refuse.
    rmSync(pidFile);
    return;
  }
  const starter = readNumber(join(runner.dataDir, STARTER));
  if (starter !== undefined && starter !== process.pid && isAlive(starter) && isChildOf(pid, starter)) {
    throw new Error(
      `The database in ${runner.dataDir} is in use by process ${starter} (another "npm start" of this folder?). Stop that one first.`,
    );
  }
  const { file, args, options } = runner.command(runner.binaries.pgCtl, [
    'stop',
    '-D',
    runner.dataDir,
    '-m',
    'fast',
    '-w',
    '-t',
    '60',
  ]);
  const stop = spawnSync(file, args, { ...options, encoding: 'utf8', shell: false });
  if (stop.status !== 0 && isAlive(pid)) {
    throw new Error(
      `A PostgreSQL of an earlier run (process ${pid}) does not stop: ${(stop.stderr || stop.stdout || String(stop.error)).trim()}`,
    );
  }
}

function readNumber(file: string): number | undefined {
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a process is the server of exactly this folder. */
function isPostmasterOf(pid: number, dataDir: string): boolean {
  if (process.platform === 'win32') return true; // pg_ctl speaks to a pipe named after the server there: no stranger is hit
  const words =
    process.platform === 'linux' ? readProc(pid, 'cmdline').split('\0').join(' ') : ps(pid, 'args');
  return words.includes('postgres') && words.includes(dataDir);
}

/** A parent that dies is replaced: while the number still matches, the starter lives, whoever else reuses its number. */
function isChildOf(pid: number, parent: number): boolean {
  if (process.platform === 'win32') return true;
  const ppid =
    process.platform === 'linux'
      ? /^PPid:\s*(\d+)/m.exec(readProc(pid, 'status'))?.[1]
      : ps(pid, 'ppid').trim();
  return Number(ppid) === parent;
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return ''; // it just ended
    throw error;
  }
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-o', `${column}=`, '-ww', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}
