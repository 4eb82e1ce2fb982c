import type { Client } from 'pg';
import type { Figures } from './load.ts';
import type { Program } from './programs.ts';
import type { TownSize } from './town.ts';

/** What the scenarios work on. */
export interface Stage {
  readonly databaseUrl: string;
  /** As the superuser, to look and to tidy up; not what is measured. */
  readonly db: Client;
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
  /** Which program answers: its processor time is shown. */
  readonly by?: 'bare';
  /** Null where what it needs is not installed. */
  run(stage: Stage, run: number, seconds: number): Promise<Figures | null>;
}
