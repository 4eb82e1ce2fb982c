import { Client } from 'pg';
import {
  DataSource,
  type DataSourceOptions,
  type EntityTarget,
  type MixedList,
  type ObjectLiteral,
} from 'typeorm';
import type { Config } from './config';
import { MIGRATIONS } from './migrations';
import { SnakeCaseNaming } from './naming';

/** The role of the running application: it owns nothing, and cannot change the ballot ledger. */
export const APPLICATION_ROLE = 'buurtstem_app';

/** Any number, as long as it is always the same: two processes that start at once migrate in turn. */
const MIGRATION_LOCK = 7_215_001;
const MIGRATION_TABLE = 'migration';

export type Entities = MixedList<EntityTarget<ObjectLiteral> & (new () => ObjectLiteral)>;

/**
 * A process that hangs in the middle of a vote would hold up the count for ever: PostgreSQL ends its transaction. The
 * longest statement is a large count, and nobody waits for another's lock for so long that their own connection is missed.
 */
const CONNECTION_OPTIONS = [
  `-c role=${APPLICATION_ROLE}`,
  '-c synchronous_commit=on',
  '-c idle_in_transaction_session_timeout=30s',
  '-c statement_timeout=120s',
  '-c lock_timeout=15s',
].join(' ');

/** How the application connects: as its own role, and with a commit that is on disk before it is acknowledged. */
export function databaseOptions(
  config: Pick<Config, 'databaseUrl' | 'databasePoolSize'> & Partial<Pick<Config, 'load'>>,
  entities: Entities = [],
): DataSourceOptions {
  const { address, wished } = partsOf(config.databaseUrl);
  return {
    type: 'postgres',
    url: address,
    entities,
    migrations: MIGRATIONS,
    migrationsTableName: MIGRATION_TABLE,
    synchronize: false,
    namingStrategy: new SnakeCaseNaming(),
    poolSize: config.databasePoolSize,
    // Of a free connection too, not only of a new one.
    connectTimeoutMS: config.load?.databaseWaitMs ?? 5_000,
    applicationName: 'buurtstem',
    // Of options what is said last holds. A connection whose other end is gone is noticed before somebody needs it. Statements that
    // are asked of one connection at the same time go out at once (`Transaction`).
    extra: {
      pipeline: true,
      options: `${wished} ${CONNECTION_OPTIONS}`.trim(),
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    },
  };
}

/** The driver lets options in the address take the place of ours, and with them the role and the commit on disk. */
function partsOf(databaseUrl: string): { address: string; wished: string } {
  const url = new URL(databaseUrl);
  const wished = url.searchParams.get('options') ?? '';
  url.searchParams.delete('options');
  return { address: url.href, wished };
}

/** Brings the schema up to date as the URL's own user. Any number of processes may call this at once. */
export async function migrate(url: string): Promise<void> {
  const gate = new Client({ connectionString: url, application_name: 'buurtstem migration' });
  // A connection that breaks outside a query says so by an event; unheard it would end the process.
  let broken: Error | null = null;
  gate.on('error', (error) => (broken = error));
  await gate.connect();
  try {
    // The lock lives as long as this transaction, which also holds behind a pooler in transaction mode.
    await gate.query('begin');
    await gate.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await runMigrations(url);
    await gate.query('commit');
  } finally {
    await gate.end();
  }
  if (broken) throw broken;
}

async function runMigrations(url: string): Promise<void> {
  const owner = new DataSource({
    type: 'postgres',
    url,
    migrations: MIGRATIONS,
    migrationsTableName: MIGRATION_TABLE,
    synchronize: false,
    poolSize: 2,
    applicationName: 'buurtstem migration',
  });
  await owner.initialize();
  try {
    await owner.runMigrations({ transaction: 'each' });
    // The application may read which migrations have run: its readiness depends on it.
    await owner.query(`grant select on ${MIGRATION_TABLE} to ${APPLICATION_ROLE}`);
  } finally {
    await owner.destroy();
  }
}

/** Names of the migrations that this build knows and the database does not have yet. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const done = await dataSource.query<{ name: string }[]>(`select name from ${MIGRATION_TABLE}`);
  const names = new Set(done.map((row) => row.name));
  return MIGRATIONS.map((migration) => new migration().name).filter((name) => !names.has(name));
}
