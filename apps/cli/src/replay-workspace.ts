import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Client } from 'pg';
import { migrate, readConfig } from '@buurtstem/platform-api';
import { startEmbeddedPostgres } from '@buurtstem/platform-postgres';
import { inApplication } from './application';

/**
 * Runs work on a fresh database, migrated, with the use cases of the real application, and drops it afterwards
 * whatever happens. `DATABASE_URL` names the server; without it an embedded one runs in a temporary folder.
 */
export async function onDatabaseOfItsOwn<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const given = process.env['DATABASE_URL'];
  return given ? onServer(given, work) : onEmbeddedServer((url) => onServer(url, work));
}

async function onEmbeddedServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtstem-replay-'));
  try {
    const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onServer<T>(
  serverUrl: string,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const name = `buurtstem_replay_${randomBytes(6).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await onConnection(serverUrl, `create database ${name}`);
  try {
    await migrate(url.href);
    return await inReplay(url.href, work);
  } finally {
    await onConnection(serverUrl, `drop database ${name} with (force)`);
  }
}

function inReplay<T>(url: string, work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const config = readConfig({ DATABASE_URL: url, BUURTSTEM_MODE: 'test', ROLES: 'web' });
  if (!config.ok) throw new Error(config.mistakes.join('\n'));
  return inApplication(config.value, work);
}

async function onConnection(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
