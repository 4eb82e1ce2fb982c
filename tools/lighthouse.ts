// npm run lighthouse: the first pages of a visitor, on a phone, through Lighthouse. By hand and not in npm test, since how fast
// a page comes depends on what else the machine does. Reports land in tmp/lighthouse; exit code 1 below the thresholds.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withApi, origin } from './bench/serve.ts';
import { findBrowser } from './browser.ts';
import { firstLoads, MOST_BYTES, sentSize } from './first-load.ts';
import { programOf, runNode } from './run.ts';

const root = join(import.meta.dirname, '..');
const reports = join(root, 'tmp/lighthouse');
const RUN_LIMIT_MS = 120_000;
/** A run on a busy machine is slow for no reason of ours: who fails is tried again, and the median counts. */
const RUNS = 3;
const WARM = 5;

const LEAST = { performance: 95, accessibility: 100, 'best-practices': 95, seo: 95 } as const;
type Category = keyof typeof LEAST;
const CATEGORIES = Object.keys(LEAST) as Category[];

interface Report {
  readonly categories: Record<Category, { readonly score: number | null }>;
  readonly audits: Record<string, Audit>;
}
interface Audit {
  readonly score: number | null;
  readonly title: string;
  readonly displayValue?: string;
  readonly details?: { readonly items?: readonly { resourceType?: string; url: string }[] };
}

interface Measured {
  readonly scores: Record<Category, number>;
  readonly bytes: number;
  readonly report: Report;
}

/** The number of the first of these that is in one of the states, where any are named. */
async function firstOf(path: string, ...states: readonly string[]): Promise<number> {
  const answer = await fetch(`${origin}/api/v1/districts/west/${path}`);
  const { items } = (await answer.json()) as { items: readonly { number: number; state: string }[] };
  const first = items.find(({ state }) => states.length === 0 || states.includes(state));
  if (!first) throw new Error(`${path} has nothing to look at.`);
  return first.number;
}

async function measure(url: string, file: string, browser: string, triesLeft = 2): Promise<Measured> {
  const { code, output } = await runNode(
    [
      programOf(root, 'lighthouse'),
      url,
      `--chrome-path=${browser}`,
      '--chrome-flags=--headless=new --no-sandbox',
      `--only-categories=${CATEGORIES.join(',')}`,
      '--output=json',
      '--output=html',
      `--output-path=${file}`,
      '--quiet',
    ],
    { root, output: 'keep', limitMs: RUN_LIMIT_MS },
  );
  // Now and then the browser records nothing of a page, and Lighthouse asks for another run.
  if (code !== 0 && triesLeft > 0 && output.includes('run Lighthouse again'))
    return measure(url, file, browser, triesLeft - 1);
  if (code !== 0) throw new Error(`Lighthouse failed on ${url}:\n${output}`);
  const report = JSON.parse(readFileSync(`${file}.report.json`, 'utf8')) as Report;
  const scores = Object.fromEntries(
    CATEGORIES.map((category) => [category, Math.round((report.categories[category].score ?? 0) * 100)]),
  ) as Record<Category, number>;
  const requests = report.audits['network-requests']?.details?.items ?? [];
  const scripts = requests.filter(({ resourceType }) => resourceType === 'Script');
  const bytes = scripts.reduce((sum, script) => sum + sentSize(fileOf(script.url)), 0);
  return { scores, bytes, report };
}

/** The built file behind an address: its size is that of what is sent, without the headers that each file has. */
function fileOf(url: string): string {
  return join(root, 'dist/apps/web/browser', new URL(url).pathname);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const isGood = ({ scores, bytes }: Measured): boolean =>
  CATEGORIES.every((category) => scores[category] >= LEAST[category]) && bytes <= MOST_BYTES;

async function look(name: string, path: string, browser: string): Promise<boolean> {
  // As on a site that somebody was at before: the first rendering of a page compiles what renders it.
  for (let time = 0; time < WARM; time++) await (await fetch(origin + path)).text();
  const run = (number: number) => measure(origin + path, join(reports, `${name}-${number}`), browser);
  const first = await run(1);
  const runs = [first];
  // What is good at once is not measured again; what is not may have had a bad moment.
  if (!isGood(first)) while (runs.length < RUNS) runs.push(await run(runs.length + 1));
  const scores = Object.fromEntries(
    CATEGORIES.map((category) => [category, median(runs.map((run) => run.scores[category]))]),
  ) as Record<Category, number>;
  const all: Measured = { ...first, scores, bytes: median(runs.map(({ bytes }) => bytes)) };
  const columns = CATEGORIES.map((category) => String(scores[category]).padStart(14)).join('');
  console.log(
    `${isGood(all) ? '✓' : '✗'} ${name.padEnd(12)}${columns}${kilo(all.bytes).padStart(12)}   ${path}`,
  );
  if (!isGood(all)) for (const line of complaints(all.report)) console.log(`    ${line}`);
  return isGood(all);
}

function complaints({ audits }: Report): string[] {
  return Object.values(audits)
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ title, score, displayValue }) => `${title}: ${score} ${displayValue ?? ''}`);
}

const kilo = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const browser = await findBrowser(root);
console.log(`▸ ${browser.path}; the first start builds the programs and fills a demo district …`);
await withApi(
  async () => {
    const [plan, round] = [await firstOf('proposals?sort=votes&limit=1'), await firstOf('rounds', 'counted')];
    const pages: readonly (readonly [string, string])[] = [
      ['home', '/west'],
      ['list', '/west/plannen'],
      ['proposal', `/west/plannen/${plan}`],
      ['submit', '/west/indienen'],
      ['report', `/west/uitslagen/${round}`],
      ['home-english', '/en/west'],
    ];
    console.log(
      `  ${''.padEnd(12)}${CATEGORIES.map((name) => name.padStart(14)).join('')}${'script'.padStart(12)}`,
    );
    for (const { page, bytes } of firstLoads(join(root, 'dist/apps/web/browser')))
      console.log(`  ${page.padEnd(12)} needs ${kilo(bytes)} of script before it works`);
    let failed = 0;
    // One after the other: two at once would measure each other.
    for (const [name, path] of pages) if (!(await look(name, path, browser.path))) failed += 1;
    const least = CATEGORIES.map((category) => `${category} ${LEAST[category]}`).join(', ');
    console.log(`${failed} of ${pages.length} pages below ${least}, or above ${kilo(MOST_BYTES)} of script.`);
    process.exitCode = failed > 0 ? 1 : 0;
  },
  // The demo, since it has a round that was counted.
  { NODE_ENV: 'production', BUURTSTEM_MODE: 'demo' },
);
