import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a program left behind: its exit code (1 when a signal or the time limit ended it) and all it printed. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

export interface RunOptions {
  readonly root: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** `show` passes the output on as it comes, `keep` only collects it. */
  readonly output: 'show' | 'keep';
  /** It is ended after this many milliseconds. */
  readonly limitMs: number;
}

/** Quiet, deterministic, and nobody is phoned: what every tool that we start gets. */
export const TOOL_ENV: Readonly<Record<string, string>> = {
  CI: 'true',
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  NG_CLI_ANALYTICS: 'false',
};

/** The script behind a command of an installed package, to be run by this very Node. */
export function programOf(root: string, packageName: string, command = packageName): string {
  const home = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    bin?: string | Record<string, string>;
  };
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (!script) throw new Error(`${packageName} has no command ${command}.`);
  return join(home, script);
}

/** Runs a Node script to its end, without standard input. */
export function runNode(args: readonly string[], options: RunOptions): Promise<Outcome> {
  return run(process.execPath, args, options);
}

/** Runs a program to its end, without standard input; never throws because of what the program does. */
export function run(file: string, args: readonly string[], options: RunOptions): Promise<Outcome> {
  return new Promise((settle) => {
    const env = { ...process.env, ...TOOL_ENV, ...options.env };
    const child = spawn(file, args, { cwd: options.root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    const take = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
      chunks.push(chunk);
      if (options.output === 'show') target.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    const timer = setTimeout(() => {
      chunks.push(Buffer.from(`\nEnded after ${options.limitMs / 1000} s, the limit for this step.\n`));
      child.kill('SIGKILL');
    }, options.limitMs);
    const end = (code: number): void => {
      clearTimeout(timer);
      settle({ code, output: Buffer.concat(chunks).toString('utf8') });
    };
    child.once('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}
