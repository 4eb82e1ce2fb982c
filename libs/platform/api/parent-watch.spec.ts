import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PARENT_VARIABLE, watchParent } from './parent-watch';

const watch = JSON.stringify(join(__dirname, 'parent-watch.ts'));

/** A process that starts another one, which watches it and says on our pipe when it is gone. */
const child = `
  const { watchParent } = await import(${watch});
  setInterval(() => undefined, 1000);
  watchParent(process.env, () => { console.log('gone'); process.exit(0); }, 20);
  console.log('watching');`;
const parent = `
  const { spawn } = require('node:child_process');
  spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(child)}], {
    env: { ...process.env, NODE_NO_WARNINGS: '1', ${PARENT_VARIABLE}: String(process.pid) },
    stdio: 'inherit',
  });
  setInterval(() => undefined, 1000);`;

describe('watchParent', () => {
  it('tells a process that its parent was killed with -9', async () => {
    const starter = spawn(process.execPath, ['-e', parent], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = starter.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('watching\n');
    starter.kill('SIGKILL');
    expect((await lines.next()).value).toBe('gone\n');
    await once(starter.stdout, 'close');
  });

  it('stays quiet while the parent lives, and when there is none to watch', async () => {
    const onGone = jest.fn();
    const stop = watchParent({ [PARENT_VARIABLE]: String(process.ppid) }, onGone, 5);
    watchParent({}, onGone, 5);
    watchParent({ [PARENT_VARIABLE]: 'none' }, onGone, 5);
    await new Promise((wake) => setTimeout(wake, 60));
    stop();
    expect(onGone).not.toHaveBeenCalled();
  });

  it('speaks once, for a parent that was gone before the watch began', async () => {
    const onGone = jest.fn();
    watchParent({ [PARENT_VARIABLE]: '999999999' }, onGone, 5);
    await new Promise((wake) => setTimeout(wake, 60));
    expect(onGone).toHaveBeenCalledTimes(1);
  });
});
