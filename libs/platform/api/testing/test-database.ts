import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../database';
import { MIGRATIONS } from '../migrations';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const TEMPLATE_LOCK = 7_215_002;

/** A fresh, migrated database on the server of TEST_POSTGRES_URL; the caller drops it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_POSTGRES_URL'];
  if (!server)
    throw new Error('TEST_POSTGRES_URL is not set: the set-up of the tests starts a PostgreSQL and sets it.');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(server, async (client) => {
    // PostgreSQL copies a template only while nobody else uses it, so the copies are made in turn.
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const template = await migratedTemplate(client, server);
    await client.query(`create database ${name} template ${template}`);
  });
  return {
    url: urlOf(server, name),
    drop: () =>
      onServer(server, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
}

/** Made once per server; its name changes with the migrations, so a stale one is never used. */
async function migratedTemplate(client: Client, server: string): Promise<string> {
  const source = MIGRATIONS.map((migration) => `${migration.name}${String(migration)}`).join();
  const content = `${source}${await schemaStatements()}`;
  const name = `template_${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
  const known = await client.query('select from pg_database where datname = $1', [name]);
  if (known.rowCount === 0) {
    const unfinished = `${name}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished}`);
    await migrate(urlOf(server, unfinished));
    await client.query(`alter database ${unfinished} rename to ${name}`);
  }
  return name;
}

/** What the migrations would send: a change of a constant outside their classes changes this too. */
async function schemaStatements(): Promise<string> {
  const sent: string[] = [];
  const recorder = { query: (sql: string) => Promise.resolve(void sent.push(sql)) };
  for (const migration of MIGRATIONS) await new migration().up(recorder as never);
  return sent.join(';');
}

async function onServer<T>(server: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urlOf(server, 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
