// npm run bench: how many votes and pages a second one process gives, beside bare references that are measured in the same
// minutes on the same database, three times in turn. What counts are the ratios: the rates depend on the machine and on what
// else it does. Takes some minutes, uses the loopback only. With --large the town has 100,000 plans and 10 million votes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { BARE_TABLE } from './bench/rates/bare.ts';
import { fillCount, timeOfCount, type CountTimes } from './bench/rates/count.ts';
import { memoryOf, startApi, startBare, stopPrograms } from './bench/rates/programs.ts';
import { READS } from './bench/rates/reads.ts';
import { measure, mediansOf, ratiosOf, table } from './bench/rates/report.ts';
import type { Stage } from './bench/rates/scenario.ts';
import { fillTown, type TownSize } from './bench/rates/town.ts';
import { cookiesAndTokens, VOTES } from './bench/rates/votes.ts';
import { buildWhenStale } from './build.ts';
import { unlessTold } from './children.ts';
import { startTemporaryPostgres, type TemporaryPostgres } from './temporary-postgres.ts';

const root = join(import.meta.dirname, '..');
const SMALL: TownSize = { proposals: 10_000, residents: 60_000, votes: 60_000 };
const LARGE: TownSize = { proposals: 100_000, residents: 200_000, votes: 10_000_000 };
const COUNTED = { small: 1_000_000, large: 10_000_000 };
const POSTGRES = { max_connections: '200', max_wal_size: '4GB' };

const { values: options } = parseArgs({
  options: {
    /** 100,000 plans and 10 million votes; fills for ten minutes. */
    large: { type: 'boolean', default: false },
    /** Only the scenarios whose names begin with one of these, `list,home`; `count` is one of them. */
    only: { type: 'string', default: '' },
    /** Of each run of each scenario. */
    seconds: { type: 'string', default: '3' },
    /** Of the file in bench/results. */
    name: { type: 'string', default: 'latest' },
    /** Another build than this one's, to compare with. */
    dist: { type: 'string', default: join(root, 'dist') },
  },
});
const seconds = Number(options.seconds);
const only = options.only.split(',');
const isCounted = only.some((begin) => 'count'.startsWith(begin));
const ofAll = options.large ? LARGE : SMALL;
/** The count is of another district than the other scenarios. */
const size = options.only === 'count' ? { ...ofAll, proposals: SMALL.proposals, votes: 0 } : ofAll;
const dist = resolve(options.dist);
const say = (line: string): void => console.log(line);
const began = performance.now();
const soFar = (): string => `${((performance.now() - began) / 1000).toFixed(0)} s`;

/** Until it answers, of three starts the one in the middle. */
async function timeOfStart(url: string): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 3; time++) {
    const started = performance.now();
    const api = await startApi(dist, url);
    times.push(performance.now() - started);
    await api.stop();
  }
  return times.toSorted((one, other) => one - other)[1] ?? NaN;
}

async function work(url: string, db: Client): Promise<void> {
  await (await startApi(dist, url)).stop();
  await db.query(BARE_TABLE);
  await fillTown(db, size);
  say(`${size.proposals} plans, ${size.residents} residents, ${size.votes} votes: filled after ${soFar()}`);
  const startUpMs = await timeOfStart(url);
  const api = await startApi(dist, url);
  const bare = await startBare(url);
  const stage: Stage = { databaseUrl: url, db, size, api, bare, ...cookiesAndTokens(size.residents) };
  const idle = memoryOf(api.pid);
  const runs = await measure(
    stage,
    [...VOTES, ...READS].filter(({ name }) => only.some((begin) => name.startsWith(begin))),
    seconds,
  );
  const memory = memoryOf(api.pid);
  const medians = mediansOf(runs);
  const ratios = ratiosOf(medians);
  for (const line of table(medians, ratios)) say(line);
  say(`start-up ${(startUpMs / 1000).toFixed(1)} s (at most 2.5)`);
  say(`memory ${idle?.now.toFixed(0)} MB at rest, ${memory?.now.toFixed(0)} MB under load (less than 250)`);
  let count: CountTimes | null = null;
  if (isCounted) {
    const votes = options.large ? COUNTED.large : COUNTED.small;
    await fillCount(db, votes);
    say(`${votes} votes to count: filled after ${soFar()}`);
    count = await timeOfCount(db, votes, options.large ? '300 seconds' : undefined);
    const [locked, after] = [count.lockedMs, count.afterClosingMs].map((ms) => (ms / 1000).toFixed(2));
    say(
      `count of a round with ${votes} votes ${locked} s (less than ${options.large ? 8 : 1}), done ${after} s after it closed`,
    );
  }
  const folder = join(root, 'bench/results');
  mkdirSync(folder, { recursive: true });
  const machine = { cores: availableParallelism(), node: process.version };
  const result = {
    at: new Date().toISOString(),
    machine,
    size,
    seconds,
    startUpMs,
    count,
    memory: { idle, loaded: memory },
  };
  const file = join(folder, `${options.name}.json`);
  writeFileSync(file, `${JSON.stringify({ ...result, ratios, runs: Object.fromEntries(runs) }, null, 2)}\n`);
  say(`Took ${soFar()}; the runs are in bench/results/${options.name}.json.`);
}

if (dist === join(root, 'dist')) await buildWhenStale(root, ['api', 'web'], 'keep', () => say('Building …'));
let database: Promise<TemporaryPostgres> | undefined;
let db: Client | undefined;
await unlessTold(
  async () => {
    database = startTemporaryPostgres(root, 'bench', POSTGRES);
    const { url } = await database;
    db = new Client({ connectionString: url });
    await db.connect();
    await work(url, db);
  },
  async () => {
    await stopPrograms();
    await db?.end();
    await (await database)?.stop();
  },
);
