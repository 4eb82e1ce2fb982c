import { stripVTControlCharacters } from 'node:util';

const UNCOVERED = /^Jest: (?:Coverage|Uncovered) /;

/** Counted tests: how many passed, and one line for each that did not. */
export interface Tally {
  readonly passed: number;
  readonly failed: readonly string[];
}

/** The part of `jest --json` that we read. */
export interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** The part of Playwright's JSON report that we read. */
export interface PlaywrightReport {
  readonly errors?: readonly { readonly message?: string }[];
  readonly suites: readonly PlaywrightSuite[];
}
interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly projectName: string; readonly status: string }[];
  }[];
}

/** One check that is not made of tests, such as the formatter. */
export function tallyCheck(name: string, isGood: boolean): Tally {
  return isGood ? { passed: 1, failed: [] } : { passed: 0, failed: [name] };
}

/** Every test is one; skipped, focused-away and to-do tests count as failed, as does a file that does not load. */
export function tallyJest(report: JestReport): Tally {
  const lines = report.testResults.flatMap((file) => {
    const tests = file.assertionResults.map(({ status, fullName }) =>
      status === 'passed' ? undefined : `${fullName} (${status})`,
    );
    return file.status === 'failed' && tests.every((line) => line === undefined)
      ? [...tests, `${file.name} (did not run)`]
      : tests;
  });
  return fromLines(lines);
}

/** What jest said of files that the tests do not cover as they should, one line each; it says so whether tests failed or not. */
export function uncovered(output: string): string[] {
  return stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => UNCOVERED.test(line));
}

/** Every test is one per project (phone, desktop); one that passed only when tried again passed, see `flaky`. */
export function tallyPlaywright(report: PlaywrightReport): Tally {
  const errors = (report.errors ?? []).map(({ message }) => message?.split('\n', 1)[0] ?? 'unknown error');
  const tests = playwrightTests(report).map(({ name, status }) =>
    status === 'expected' || status === 'flaky' ? undefined : `${name} (${status})`,
  );
  return fromLines([...tests, ...errors]);
}

/** The names of the tests that failed at first and passed when tried again: to be looked into, all the same. */
export function flaky(report: PlaywrightReport): string[] {
  return playwrightTests(report).flatMap(({ name, status }) => (status === 'flaky' ? [name] : []));
}

function playwrightTests(report: PlaywrightReport): { name: string; status: string }[] {
  const inSuite = (suite: PlaywrightSuite, path: string): { name: string; status: string }[] => [
    ...suite.specs.flatMap(({ title, tests }) =>
      tests.map(({ projectName, status }) => ({ name: `${path} › ${title} [${projectName}]`, status })),
    ),
    ...(suite.suites ?? []).flatMap((inner) => inSuite(inner, `${path} › ${inner.title}`)),
  ];
  return report.suites.flatMap((suite) => inSuite(suite, suite.title));
}

/** A step that was meant to run tests and ran none has failed. */
export function failWhenEmpty(name: string, tally: Tally): Tally {
  return tally.passed + tally.failed.length > 0 ? tally : { passed: 0, failed: [`${name} ran no tests`] };
}

/** All steps together. */
export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.flatMap(({ failed }) => failed),
  };
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed.length} failed`;
}

function fromLines(lines: readonly (string | undefined)[]): Tally {
  const failed = lines.filter((line) => line !== undefined);
  return { passed: lines.length - failed.length, failed };
}
