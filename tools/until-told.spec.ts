import { spawn } from 'node:child_process';
import { join } from 'node:path';

const untilTold = JSON.stringify(join(__dirname, 'until-told.ts'));
const WE = `
  const { untilTold } = await import(${untilTold});
  setInterval(() => undefined, 1000);
  untilTold({ npm_lifecycle_script: process.env.SCRIPT }).then((why) => { console.log(why); process.exit(0); });
  console.log('waiting');`;

/** As npm does it: a process, a shell, and us; `stays` is a shell that does not make way for its command. */
function underNpm(stays: boolean): ReturnType<typeof spawn> {
  const script = 'node "$WE"';
  const shell = `"${process.execPath}" --input-type=module -e "$WE"${stays ? '; exit $?' : ''} # ${script}`;
  const npm = `require('node:child_process').spawn('sh', ['-c', ${JSON.stringify(shell)}], { stdio: 'inherit' });
    setInterval(() => undefined, 1000);`;
  return spawn(process.execPath, ['-e', npm], {
    env: { ...process.env, WE, SCRIPT: script },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe('untilTold', () => {
  it.each([
    ['stays in between', true],
    ['makes way', false],
  ])('notices that npm was killed with -9, where the shell %s', async (_what, stays) => {
    const npm = underNpm(stays);
    const lines = npm.stdout!.setEncoding('utf8')[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('waiting\n');
    await new Promise((wake) => setTimeout(wake, 700));
    npm.kill('SIGKILL');
    expect((await lines.next()).value).toBe('the end of npm\n');
  });
});
