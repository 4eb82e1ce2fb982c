// npm test: everything, one step after the other, and every step even when an earlier one failed.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { STEPS, type StepContext } from './steps.ts';
import { lastLine, sum, type Tally } from './tally.ts';
import { testDatabase } from './test-database.ts';

const root = join(import.meta.dirname, '..');
const names = STEPS.map(({ name }) => name).join(', ');
const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, help: { type: 'boolean' } },
});
const only = values.only?.flatMap((list) => list.split(','));
const unknown = only?.filter((wanted) => STEPS.every(({ name }) => name !== wanted)) ?? [];
if (values.help || unknown.length > 0) {
  console.log(`npm test -- [--only STEP]...   steps: ${names}`);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const began = performance.now();
const database = testDatabase(root);
const context: StepContext = { root, databaseUrl: () => database.url() };
const tallies: Tally[] = [];
const summary: string[] = [];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

for (const step of STEPS) {
  if (only && !only.includes(step.name)) continue;
  console.log(`\n▸ ${step.name}: ${step.about}`);
  const start = performance.now();
  let tally: Tally;
  try {
    tally = await step.run(context);
  } catch (error) {
    console.error((error as Error).stack);
    tally = { passed: 0, failed: [`${step.name}: ${(error as Error).message.split('\n', 1)[0]}`] };
  }
  tallies.push(tally);
  const line = `${tally.failed.length > 0 ? '✗' : '✓'} ${step.name.padEnd(10)} ${seconds(start).padStart(8)}   ${lastLine(tally)}`;
  summary.push(line);
  console.log(line);
}
await database.stop();

const all = sum(tallies);
console.log(`\n${summary.join('\n')}\n  in all ${seconds(began)}`);
if (all.failed.length > 0) console.log(`\nFailed:\n${all.failed.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${lastLine(all)}`);
process.exitCode = all.failed.length > 0 ? 1 : 0;
