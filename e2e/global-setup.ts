import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale } from '../tools/build.ts';
import { testDatabase } from '../tools/test-database.ts';
import { databaseOn, onServer, root, startSite, type Prepared } from './site.ts';

/**
 * Before all journeys: the programs are built, a PostgreSQL runs, and one database is migrated and seeded by the
 * API itself. Every test then gets a copy of that, which takes a moment instead of a seeding.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  await buildWhenStale(root, ['api', 'web'], 'show');
  const database = testDatabase(root);
  const mediaDir = mkdtempSync(join(tmpdir(), 'buurtstem-journeys-'));
  const template = `journeys_${randomBytes(6).toString('hex')}`;
  const server = await database.url();
  const tidyUp = async (): Promise<void> => {
    await onServer(
      server,
      async (client) => void (await client.query(`drop database if exists ${template} with (force)`)),
    );
    await database.stop();
    rmSync(mediaDir, { recursive: true, force: true });
  };
  try {
    await onServer(server, async (client) => void (await client.query(`create database ${template}`)));
    const site = await startSite(databaseOn(server, template), mediaDir);
    await site.stop();
  } catch (error) {
    await tidyUp();
    throw error;
  }
  const prepared: Prepared = { server, template, mediaDir };
  process.env['E2E_PREPARED'] = JSON.stringify(prepared);
  return tidyUp;
}
