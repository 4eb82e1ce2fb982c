import type { Figures } from './load.ts';
import type { Program } from './programs.ts';
import type { TownSize } from './town.ts';

/** What the scenarios work on. */
export interface Stage {
  readonly databaseUrl: string;
  readonly size: TownSize;
  readonly api: Program;
  readonly bare: Program;
  /** Of resident n at n - 1. */
  readonly cookies: readonly string[];
  readonly tokens: readonly string[];
}

export interface Scenario {
  readonly name: string;
  readonly about: string;
  /** Null where what it needs is not installed. */
  run(stage: Stage, run: number, seconds: number): Promise<Figures | null>;
}

/** One rate held against another of the same run. */
export interface Ratio {
  readonly name: string;
  readonly of: string;
  readonly to: string;
  /** Null where it is only told. */
  readonly atLeast: number | null;
}
