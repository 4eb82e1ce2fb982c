// npm run bench: how many votes and pages a second one process gives, beside bare references that are measured in the same
// minutes on the same database, three times in turn. What counts are the ratios: the rates depend on the machine and on what
// else it does. Takes some minutes, uses the loopback only. With --large the town has 100,000 plans and 10 million votes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { BARE_TABLE } from './bench/rates/bare.ts';
import type { Figures } from './bench/rates/load.ts';
import { memoryOf, startApi, startBare, startDatabase } from './bench/rates/programs.ts';
import type { Ratio, Scenario, Stage } from './bench/rates/scenario.ts';
import { fillTown, type TownSize } from './bench/rates/town.ts';
import { cookiesAndTokens, VOTES } from './bench/rates/votes.ts';
import { buildWhenStale } from './build.ts';

const root = join(import.meta.dirname, '..');
const RUNS = 3;
const PORT = 3996;
const SMALL: TownSize = { proposals: 10_000, residents: 60_000, votes: 60_000 };
const LARGE: TownSize = { proposals: 100_000, residents: 200_000, votes: 10_000_000 };

const RATIOS: readonly Ratio[] = [
  { name: 'votes against bare http', of: 'vote, spread', to: 'vote, bare http', atLeast: 0.8 },
  { name: 'votes on one plan against spread', of: 'vote, one plan', to: 'vote, spread', atLeast: 0.9 },
  { name: 'votes against the bare driver', of: 'vote, spread', to: 'vote, bare driver', atLeast: null },
];

const { values: options } = parseArgs({
  options: {
    large: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    seconds: { type: 'string', default: '3' },
    name: { type: 'string', default: 'latest' },
  },
});
const seconds = Number(options.seconds);
const size = options.large ? LARGE : SMALL;
const say = (line: string): void => console.log(line);

/** Of each scenario the runs that there were, in turn: what the machine does meanwhile hits all of them. */
async function measure(stage: Stage, scenarios: readonly Scenario[]): Promise<Map<string, Figures[]>> {
  const runs = new Map<string, Figures[]>(scenarios.map(({ name }) => [name, []]));
  // Once for nothing: code that was never run is slow.
  for (const { run } of scenarios) await run(stage, 9, 1);
  for (let number = 1; number <= RUNS; number++)
    for (const { name, run } of scenarios) {
      const figures = await run(stage, number, seconds);
      if (figures) runs.get(name)?.push(figures);
    }
  return runs;
}

function medianOf(runs: readonly Figures[]): Figures | undefined {
  const byRate = runs.toSorted((one, other) => one.perSecond - other.perSecond);
  const middle = byRate[byRate.length >> 1];
  return middle && { ...middle, errors: runs.reduce((sum, { errors }) => sum + errors, 0) };
}

const cell = (value: number, digits = 1): string =>
  (Number.isNaN(value) ? '' : value.toFixed(digits)).padStart(9);

const scenarios = VOTES.filter(({ name }) => name.startsWith(options.only));
const began = performance.now();
await buildWhenStale(root, ['api', 'web'], 'keep', () => say('Building …'));
const database = await startDatabase(root);
try {
  const { url } = database;
  const first = await startApi(root, url, PORT);
  await first.stop();
  const db = new Client({ connectionString: url });
  await db.connect();
  await db.query(BARE_TABLE);
  await fillTown(db, size);
  say(
    `${size.proposals} plans, ${size.residents} residents, ${size.votes} votes: filled after ${seconds1()} s`,
  );
  const started = performance.now();
  const api = await startApi(root, url, PORT);
  const startUp = performance.now() - started;
  const bare = await startBare(url);
  const stage: Stage = { databaseUrl: url, size, api, bare, ...cookiesAndTokens(size.residents) };
  const idle = memoryOf(api.pid);
  const runs = await measure(stage, scenarios);
  const memory = memoryOf(api.pid);
  await db.end();
  await Promise.all([api.stop(), bare.stop()]);

  const medians = new Map(
    [...runs].flatMap(([name, all]) => (medianOf(all) ? [[name, medianOf(all) as Figures]] : [])),
  );
  say(
    `${'median of three'.padEnd(26)} ${['a second', 'p50 ms', 'p95 ms', 'p99 ms', 'errors'].map((t) => t.padStart(9)).join('')}`,
  );
  for (const [name, { perSecond, p50, p95, p99, errors, statuses }] of medians)
    say(
      `${name.padEnd(26)} ${cell(perSecond, 0)}${cell(p50)}${cell(p95)}${cell(p99)}${cell(errors, 0)}` +
        (errors > 0 ? `  ${JSON.stringify(statuses)}` : ''),
    );
  const ratios = RATIOS.flatMap((ratio) => {
    const [of, to] = [medians.get(ratio.of), medians.get(ratio.to)];
    return of && to ? [{ ...ratio, ratio: of.perSecond / to.perSecond }] : [];
  });
  for (const { name, ratio, atLeast } of ratios)
    say(
      `${name.padEnd(40)} ${ratio.toFixed(2)}${atLeast === null ? '' : `  (${ratio >= atLeast ? '✓' : '✗'} at least ${atLeast})`}`,
    );
  say(
    `start-up ${(startUp / 1000).toFixed(1)} s; memory ${idle?.now.toFixed(0)} MB at rest, ${memory?.now.toFixed(0)} MB under load`,
  );
  const folder = join(root, 'bench/results');
  mkdirSync(folder, { recursive: true });
  const result = {
    at: new Date().toISOString(),
    cores: availableParallelism(),
    node: process.version,
    size,
    seconds,
    startUpMs: startUp,
    memory: { idle, loaded: memory },
    ratios,
    runs: Object.fromEntries(runs),
  };
  writeFileSync(join(folder, `${options.name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  say(`Took ${seconds1()} s.`);
} finally {
  await database.stop();
}

function seconds1(): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}
