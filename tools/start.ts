// npm start: builds what is stale, brings a database, serves Buurtstem, and stops all of it again.
import { join } from 'node:path';
import { buildWhenStale } from './build.ts';
import { mainOf } from './stamp.ts';
import { startAll } from './starter.ts';
import { untilTold } from './until-told.ts';

const root = join(import.meta.dirname, '..');
const began = performance.now();
const say = (line: string): void => console.log(`▸ ${line}`);
const told = untilTold(process.env);

// Before there is anything to stop in order, being told to end is to end.
let stop: () => Promise<void> = () => Promise.resolve();
void told.then(async (why) => {
  console.log(`\n▸ Stopping (${why}) …`);
  try {
    await stop();
    console.log('▸ Stopped.');
    process.exit(0);
  } catch (error) {
    console.error(`▸ ${(error as Error).message}`);
    process.exit(1);
  }
});

try {
  await buildWhenStale(root, ['api', 'web'], 'show', (stale) =>
    say(`Building ${stale.join(' and ')}; this takes about a minute, and only after a change …`),
  );
  const running = await startAll({
    root,
    env: process.env,
    api: [mainOf('api')],
    varDir: join(root, 'var'),
    say,
  });
  stop = () => running.stop();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`Ready after ${seconds} s: ${running.address}   (Ctrl-C stops everything)`);
  void running.failed.then(async (why) => {
    console.error(`▸ ${why}`);
    await running.stop();
    process.exit(1);
  });
} catch (error) {
  console.error(`▸ ${(error as Error).message}`);
  process.exit(1);
}
