// npm run drill: breaks everything that can break, on purpose, and looks whether a vote was lost. About half an hour.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhenStale } from './build.ts';
import { F5 } from './drill/clock.ts';
import { runTested, TESTED } from './drill/count.ts';
import { F10, fullDisk, onSmallDisk } from './drill/disk.ts';
import type { Drill, Outcome } from './drill/drill.ts';
import { F6, F6_STOPPED } from './drill/frozen.ts';
import { F7 } from './drill/identical.ts';
import { F1, F2 } from './drill/kills.ts';
import { R5, SLOW } from './drill/load.ts';
import { F11 } from './drill/mail.ts';
import { F8 } from './drill/rolling.ts';
import { Stage } from './drill/stage.ts';
import { columns } from './drill/table.ts';

const DRILLS: readonly Drill[] = [F1, F2, F5, F6, F6_STOPPED, F7, F8, F10, F11, R5, SLOW];
const NAMES = [...DRILLS, ...TESTED, { name: 'F10b' }].map(({ name }) => name);

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    short: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
const only = values.only?.flatMap((list) => list.split(','));
if (values.help || only?.some((name) => !NAMES.includes(name))) {
  console.log(`npm run drill -- [--only DRILL]... [--short]   drills: ${NAMES.join(', ')}`);
  process.exit(values.help ? 0 : 2);
}
const isWanted = ({ name }: { readonly name: string }): boolean => only?.includes(name) ?? true;
const size = values.short ? 'short' : 'full';

const began = performance.now();
const rows: string[][] = [];
const failures: string[] = [];

// The database that a drill started ends with us, however we end; and what was seen by then was seen.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    console.log(`\n${columns(rows)}\nBroken off by ${signal}.`);
    process.exit(130);
  });

await buildWhenStale(root, ['api', 'web'], 'keep', (stale) =>
  console.log(`▸ Building ${stale.join(' and ')} …`),
);
for (const drill of DRILLS.filter(isWanted)) await perform(drill);
if (isWanted({ name: 'F10b' })) await fillTheDisk();
if (TESTED.some(isWanted)) await readTests();

console.log(`\n${columns(rows)}\n`);
for (const failure of failures) console.log(`✗ ${failure}`);
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
console.log(`${rows.length - failures.length} passed, ${failures.length} failed, in ${minutes} minutes`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** The drill, and then its control on the same stage, which nobody uses any more after that. */
async function perform({ name, fault, run, control }: Drill): Promise<void> {
  console.log(`▸ ${name}: ${fault}`);
  const stage = await Stage.open({ root });
  try {
    note(name, fault, await run(stage, size), false);
    note(name, `control: without ${control.without}`, await control.run(stage, size), true);
  } catch (error) {
    fail(name, fault, (error as Error).stack ?? String(error));
  } finally {
    await stage.close();
  }
}

async function fillTheDisk(): Promise<void> {
  const [name, fault] = ['F10b', 'the disk of the database is full'];
  console.log(`▸ ${name}: ${fault}`);
  try {
    const outcome = await onSmallDisk(root, (stage, folder) => fullDisk(stage, size, folder));
    if (!outcome) return console.log('  left out: only root may mount a small disk');
    note(name, fault, outcome, false);
    const control = await onSmallDisk(root, (stage, folder) => fullDisk(stage, 'short', folder, true));
    if (control) note(name, 'control: without waiting for the commit before saying yes', control, true);
  } catch (error) {
    fail(name, fault, (error as Error).stack ?? String(error));
  }
}

async function readTests(): Promise<void> {
  console.log('▸ F3, F4, F13: the tests of the count');
  const resultOf = await runTested(root);
  for (const drill of TESTED.filter(isWanted)) {
    const { passed, failed } = resultOf(drill);
    const controls = passed.filter((test) => test.includes('(control)'));
    const complaints = failed.map((test) => `failed: ${test}`);
    if (passed.length - controls.length === 0) complaints.push('no test ran');
    if (controls.length === 0) complaints.push('no control ran');
    const verdict = complaints.length === 0 ? 'as it should be' : 'WRONG';
    rows.push([drill.name, drill.fault, drill.did, '', '', '', '', verdict]);
    rows.push([
      drill.name,
      `control: without ${drill.without}`,
      '',
      '',
      '',
      '',
      '',
      controls.length > 0 ? 'seen' : 'NOT SEEN',
    ]);
    if (complaints.length > 0) failures.push(`${drill.name}: ${complaints.join('; ')}`);
  }
}

function note(name: string, fault: string, outcome: Outcome, isControl: boolean): void {
  const { did, acknowledged, found, lost, refused, complaints, seen } = outcome;
  const isRight = isControl === complaints.length > 0;
  const verdict = isControl ? (isRight ? 'seen' : 'NOT SEEN') : isRight ? 'as it should be' : 'WRONG';
  rows.push([name, fault, did, ...[acknowledged, found, lost, refused].map(String), verdict]);
  console.log(`  ${isRight ? '✓' : '✗'} ${isControl ? `control (${complaints.join('; ')})` : did}`);
  if (seen !== undefined && !isControl) console.log(`    ${seen}`);
  if (!isRight) failures.push(`${name}: ${isControl ? `${fault}: nothing was seen` : complaints.join('; ')}`);
}

function fail(name: string, fault: string, why: string): void {
  console.log(`  ✗ ${why}`);
  rows.push([name, fault, '', '', '', '', '', 'BROKE OFF']);
  failures.push(`${name}: ${why.split('\n', 1)[0]}`);
}
