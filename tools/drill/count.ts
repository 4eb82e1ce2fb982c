import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programOf, runNode } from '../run.ts';

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** A drill that is a test of `npm test` already: what protects, and the control without it. */
export interface TestedDrill {
  readonly name: string;
  readonly fault: string;
  readonly did: string;
  /** Begin of the names of its tests. */
  readonly tests: string;
  readonly without: string;
}

/** Two workers at once, and one that is killed half-way, are told apart by locks: within a process that is steered exactly. */
export const TESTED: readonly TestedDrill[] = [
  {
    name: 'F3',
    fault: 'two workers count at once',
    did: '100 races of two to five workers',
    tests: 'R2, F3',
    without: 'the lock and the keys of the count',
  },
  {
    name: 'F4',
    fault: 'a worker is killed between count and agenda',
    did: 'its connection is cut where it waits for the agenda',
    tests: 'F4',
    without: 'one transaction',
  },
  {
    name: 'F13',
    fault: 'votes come in while the count date passes',
    did: '5 count dates under votes',
    tests: 'F13',
    without: 'the lock between voting and counting',
  },
];

/** Runs those tests; answers the names of what passed and of what did not. */
export async function runTested(
  root: string,
): Promise<(drill: TestedDrill) => { passed: string[]; failed: string[] }> {
  const report = join(root, 'tmp/drill-count.json');
  mkdirSync(join(root, 'tmp'), { recursive: true });
  await runNode(
    [
      programOf(root, 'jest'),
      '-c',
      'apps/api/jest.config.cjs',
      'count-proofs',
      '--json',
      `--outputFile=${report}`,
    ],
    { root, env: { NODE_ENV: 'test' }, output: 'keep', limitMs: 600_000 },
  );
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  return ({ tests }) => {
    const own = all.filter(({ fullName }) => new RegExp(`^(${tests})`).test(fullName));
    const named = (isPassed: boolean): string[] =>
      own.filter(({ status }) => (status === 'passed') === isPassed).map(({ fullName }) => fullName);
    return { passed: named(true), failed: named(false) };
  };
}
