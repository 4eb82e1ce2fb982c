import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { buildWhenStale } from './build.ts';
import { firstLoads, MOST_BYTES } from './first-load.ts';
import { programOf, runNode, type Outcome } from './run.ts';
import {
  failWhenEmpty,
  flaky,
  sum,
  tallyCheck,
  tallyJest,
  tallyPlaywright,
  type JestReport,
  type PlaywrightReport,
  type Tally,
  uncovered,
} from './tally.ts';

export interface StepContext {
  readonly root: string;
  /** The server that specs and journeys make their own databases on. */
  databaseUrl(): Promise<string>;
}

export interface Step {
  readonly name: string;
  readonly about: string;
  run(context: StepContext): Promise<Tally>;
}

const MINUTE = 60_000;

/** What `npm test` runs, in this order: the quick ones first. */
export const STEPS: readonly Step[] = [
  { name: 'format', about: 'every file as prettier writes it', run: format },
  { name: 'lint', about: 'eslint, stylelint, and that the boundaries between rooms are guarded', run: lint },
  { name: 'types', about: 'the TypeScript and Angular compilers over everything', run: types },
  { name: 'build', about: 'the programs as they are shipped; some tests start them', run: build },
  { name: 'jest', about: 'rules, real database, HTTP and DOM, with full coverage of the rules', run: jest },
  { name: 'contract', about: 'the committed contract is what the API says', run: contract },
  { name: 'catalogues', about: 'every text of the site stands in both catalogues', run: catalogues },
  { name: 'journeys', about: 'named citizens in a real browser', run: journeys },
];

/** Runs a quiet tool; shows what it said only when it failed. */
async function quiet({ root }: StepContext, args: readonly string[]): Promise<Outcome> {
  const outcome = await runNode(args, { root, output: 'keep', limitMs: 5 * MINUTE });
  if (outcome.code !== 0) process.stdout.write(outcome.output);
  return outcome;
}

async function format(context: StepContext): Promise<Tally> {
  const { code } = await quiet(context, [
    programOf(context.root, 'prettier'),
    '--check',
    '--log-level=warn',
    '.',
  ]);
  return tallyCheck('format', code === 0);
}

async function lint(context: StepContext): Promise<Tally> {
  // The boundaries rule reads Nx's project graph from disk and is silently off without one: this writes it.
  const graph = await quiet(context, [programOf(context.root, 'nx'), 'show', 'projects']);
  const eslint = programOf(context.root, 'eslint');
  const all = await quiet(context, [eslint, '.', '--max-warnings=0']);
  // No colour and no size but by the name of a token.
  const styles = await quiet(context, [
    programOf(context.root, 'stylelint'),
    '{apps,libs}/**/*.css',
    '--max-warnings=0',
  ]);
  // And this proves that the boundaries are on: a rule that imports an adapter must be refused.
  const probe = spawnSync(
    process.execPath,
    [eslint, '--stdin', '--stdin-filename', 'libs/voting/domain/probe.ts', '--format=json'],
    { cwd: context.root, encoding: 'utf8', input: "export * from '@buurtstem/voting-api';\n" },
  );
  const isGuarded = probe.stdout.includes('@nx/enforce-module-boundaries');
  if (!isGuarded)
    process.stdout.write(`The boundaries rule let a domain room import an adapter.\n${probe.stderr}`);
  return sum([
    tallyCheck('eslint', graph.code === 0 && all.code === 0),
    tallyCheck('stylelint', styles.code === 0),
    tallyCheck('boundaries', isGuarded),
  ]);
}

async function types(context: StepContext): Promise<Tally> {
  const { code } = await quiet(context, [
    programOf(context.root, 'nx'),
    'typecheck',
    'buurtstem',
    '--outputStyle=stream',
  ]);
  return tallyCheck('types', code === 0);
}

async function jest(context: StepContext): Promise<Tally> {
  const report = reportFile(context.root, 'jest.json');
  const args = [
    '-c',
    'jest.workspace.cjs',
    '--ci',
    '--maxWorkers=2',
    '--coverage',
    '--coverageReporters=text-summary',
  ];
  const { code, output } = await runNode(
    [programOf(context.root, 'jest'), ...args, '--json', `--outputFile=${report}`],
    {
      root: context.root,
      env: { TEST_POSTGRES_URL: await context.databaseUrl(), NODE_ENV: 'test' },
      output: 'show',
      limitMs: 25 * MINUTE,
    },
  );
  const tests = existsSync(report) ? tallyJest(readJson<JestReport>(report)) : { passed: 0, failed: [] };
  const coverage = uncovered(output);
  // Beside failing tests and missing coverage, the exit code covers whatever kept jest from reporting.
  const isWhole = code === 0 || tests.failed.length + coverage.length > 0;
  return sum([
    failWhenEmpty('jest', tests),
    coverage.length > 0 ? { passed: 0, failed: coverage } : tallyCheck('coverage of the rules', true),
    tallyCheck('jest as a whole, see above', isWhole),
  ]);
}

async function build({ root }: StepContext): Promise<Tally> {
  await buildWhenStale(root, ['api', 'web', 'cli'], 'show');
  const isNarrow = readFileSync(join(root, 'dist/apps/api/main.js')).every((byte) => byte < 0x80);
  return sum([
    tallyCheck('build', true),
    // A single other letter makes V8 hold the whole text in twice the bytes.
    tallyCheck(
      'the program is in ASCII (webpack.node.cjs; a text for String.raw cannot be escaped)',
      isNarrow,
    ),
    ...['', 'en'].flatMap((language) => firstVisits(root, language)),
  ]);
}

/** Whether each page that somebody sees first is light enough, in the language of this folder. */
function firstVisits(root: string, language: string): Tally[] {
  return firstLoads(join(root, 'dist/apps/web/browser', language)).map(({ page, bytes, scripts }) => {
    const said = `${language}/${page}: ${(bytes / 1000).toFixed(1)} kB of script in ${scripts.length} files`;
    console.log(`  first visit of ${said}`);
    return tallyCheck(`first visit of ${said}, at most ${MOST_BYTES / 1000} kB`, bytes <= MOST_BYTES);
  });
}

async function contract(context: StepContext): Promise<Tally> {
  const { code } = await quiet(context, [join(context.root, 'tools/contract.ts'), '--check']);
  return tallyCheck('contract', code === 0);
}

async function catalogues(context: StepContext): Promise<Tally> {
  const { code } = await quiet(context, [join(context.root, 'tools/catalogues.ts'), '--check']);
  return tallyCheck('catalogues', code === 0);
}

async function journeys(context: StepContext): Promise<Tally> {
  const browser = await findBrowser(context.root);
  console.log(`  browser: ${browser.path} (${browser.how})`);
  const report = reportFile(context.root, 'journeys.json');
  await runNode(
    [programOf(context.root, '@playwright/test', 'playwright'), 'test', '-c', 'e2e/playwright.config.ts'],
    {
      root: context.root,
      env: {
        CHROMIUM_PATH: browser.path,
        TEST_POSTGRES_URL: await context.databaseUrl(),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
      output: 'show',
      limitMs: 40 * MINUTE,
    },
  );
  if (!existsSync(report)) return { passed: 0, failed: ['journeys left no report'] };
  const outcome = readJson<PlaywrightReport>(report);
  for (const name of flaky(outcome)) console.log(`  passed only when tried again: ${name}`);
  return failWhenEmpty('journeys', tallyPlaywright(outcome));
}

function reportFile(root: string, name: string): string {
  const folder = join(root, 'tmp/reports');
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, name), { force: true });
  return join(folder, name);
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
