// Three runs of each scenario, in turn; what is told of them.
import { readFileSync } from 'node:fs';
import type { Figures } from './load.ts';
import { processorTimeOf } from './programs.ts';
import type { Scenario, Stage } from './scenario.ts';

const RUNS = 3;

/** With the processor time that a request took, in microseconds; it says the same on a busy machine, nearly. */
export interface Measured extends Figures {
  readonly serverMicros: number | null;
  readonly databaseMicros: number | null;
}

/** One rate held against another of the same runs. */
interface Ratio {
  readonly name: string;
  readonly of: string;
  readonly to: string;
  /** Null where it is only told. */
  readonly atLeast: number | null;
}

const RATIOS: readonly Ratio[] = [
  { name: 'votes against bare http', of: 'vote, spread', to: 'vote, bare http', atLeast: 0.8 },
  { name: 'votes against bare http, all rows', of: 'vote, spread', to: 'vote, bare, all rows', atLeast: 0.8 },
  { name: 'votes on one plan against spread', of: 'vote, one plan', to: 'vote, spread', atLeast: 0.9 },
  { name: 'votes against the bare driver', of: 'vote, spread', to: 'vote, bare driver', atLeast: null },
  { name: 'votes against pgbench', of: 'vote, spread', to: 'vote, pgbench', atLeast: null },
  { name: 'list by votes against bare http', of: 'list by votes', to: 'list, bare http', atLeast: 0.5 },
  {
    name: 'list, never the same, against bare http',
    of: 'list, never the same',
    to: 'list, bare http',
    atLeast: null,
  },
];

/** All scenarios once, then all again: what else the machine does meanwhile hits all of them. */
export async function measure(
  stage: Stage,
  scenarios: readonly Scenario[],
  seconds: number,
): Promise<Map<string, Measured[]>> {
  const runs = new Map<string, Measured[]>(scenarios.map(({ name }) => [name, []]));
  // Once for nothing: code that was never run is slow.
  for (const { run } of scenarios) await run(stage, 9, 1);
  const postmaster = await postmasterOf(stage);
  for (let number = 1; number <= RUNS; number++)
    for (const { name, by, run } of scenarios) {
      const look = (): (number | null)[] => [
        processorTimeOf(stage[by ?? 'api'].pid),
        processorTimeOf(postmaster),
      ];
      const before = look();
      const figures = await run(stage, number, seconds);
      if (!figures) continue;
      const asked = Object.values(figures.statuses).reduce((sum, count) => sum + count, 0);
      const [serverMicros, databaseMicros] = look().map((after, index) => {
        const start = before[index];
        return after === null || start === null || start === undefined || asked === 0
          ? null
          : ((after - start) * 1000) / asked;
      });
      runs.get(name)?.push({
        ...figures,
        serverMicros: serverMicros ?? null,
        databaseMicros: databaseMicros ?? null,
      });
    }
  return runs;
}

/** The process that started the one that answers us; where the system does not say, nobody's. */
async function postmasterOf({ db }: Stage): Promise<number> {
  const { rows } = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
  try {
    return Number(readFileSync(`/proc/${rows[0]?.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
  } catch {
    return -1;
  }
}

/** Of each scenario the run in the middle, by its rate, with the errors of all of them. */
export function mediansOf(runs: ReadonlyMap<string, readonly Measured[]>): Map<string, Measured> {
  return new Map(
    [...runs].flatMap(([name, all]) => {
      const middle = all.toSorted((one, other) => one.perSecond - other.perSecond)[all.length >> 1];
      if (!middle) return [];
      return [[name, { ...middle, errors: all.reduce((sum, { errors }) => sum + errors, 0) }] as const];
    }),
  );
}

export function ratiosOf(medians: ReadonlyMap<string, Figures>): (Ratio & { readonly ratio: number })[] {
  return RATIOS.flatMap((ratio) => {
    const [of, to] = [medians.get(ratio.of), medians.get(ratio.to)];
    return of && to ? [{ ...ratio, ratio: of.perSecond / to.perSecond }] : [];
  });
}

export function table(
  medians: ReadonlyMap<string, Measured>,
  ratios: readonly (Ratio & { readonly ratio: number })[],
): string[] {
  const cell = (value: number | null, digits = 1): string =>
    (value === null || Number.isNaN(value) ? '' : value.toFixed(digits)).padStart(9);
  const heads = ['a second', 'p50 ms', 'p95 ms', 'p99 ms', 'errors', 'server µs', 'db µs'];
  return [
    `${'median of three'.padEnd(24)}${heads.map((head) => head.padStart(10)).join('')}`,
    ...[...medians].map(
      ([name, one]) =>
        `${name.padEnd(24)} ${cell(one.perSecond, 0)} ${cell(one.p50)} ${cell(one.p95)} ${cell(one.p99)} ` +
        `${cell(one.errors, 0)} ${cell(one.serverMicros, 0)} ${cell(one.databaseMicros, 0)}` +
        (one.errors > 0 ? `  ${JSON.stringify(one.statuses)}` : ''),
    ),
    ...ratios.map(({ name, ratio, atLeast }) => {
      const wanted = atLeast === null ? '' : `  (${ratio >= atLeast ? '✓' : '✗'} at least ${atLeast})`;
      return `${name.padEnd(34)} ${ratio.toFixed(2)}${wanted}`;
    }),
  ];
}
