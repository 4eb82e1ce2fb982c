// npm run -s cli -- <command>: builds the command line when its sources changed, then becomes it. Only what the
// command itself prints reaches standard output.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale } from './build.ts';
import { mainOf } from './stamp.ts';

const root = join(import.meta.dirname, '..');

try {
  await buildWhenStale(root, ['cli'], 'keep');
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
const child = spawn(
  process.execPath,
  ['--enable-source-maps', join(root, mainOf('cli')), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
// Ctrl-C reaches the child too, which tidies up and ends; we only wait for it. What others send us, we pass on.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
child.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
child.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});
