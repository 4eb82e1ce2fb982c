import { tmpdir } from 'node:os';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readConfig, type Config } from '../config';
import { createApp, type AppOptions } from '../create-app';
import { Browser } from './browser';
import { createTestDatabase } from './test-database';

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly config: Config;
  readonly url: string;
  /** A new visitor, with a cookie jar of their own. */
  browser(): Browser;
  close(): Promise<void>;
}

/** Settings for a spec; the environment overrides what a test needs otherwise. */
export function testConfig(databaseUrl: string, env: Record<string, string> = {}): Config {
  const result = readConfig({
    BUURTSTEM_MODE: 'test',
    DATABASE_URL: databaseUrl,
    PORT: '0',
    HOST: '127.0.0.1',
    MEDIA_DIR: join(tmpdir(), 'buurtstem-test-media'),
    // As fast as it goes; a spec of the pace itself sets one.
    MAIL_PER_MINUTE: '1000000',
    // A machine that is busy with other tests takes its time; a spec of the waiting itself says how long.
    DATABASE_WAIT_MS: '60000',
    ANSWER_WITHIN_MS: '60000',
    EVENT_LOOP_DELAY_MS: '600000',
    ...env,
  });
  if (!result.ok) throw new Error(result.mistakes.join('\n'));
  return result.value;
}

/**
 * The real application on a database of its own, listening on a free port, silent but for what goes wrong.
 * Give `DATABASE_URL` in the environment to start a second one beside the first, on the same database.
 */
export async function startTestApp(
  rooms: (Type | DynamicModule)[],
  env: Record<string, string> = {},
  options: AppOptions = {},
): Promise<TestApp> {
  const database = env['DATABASE_URL'] ? null : await createTestDatabase();
  const config = testConfig(database?.url ?? '', env);
  const app = await createApp(rooms, config, { logger: false, ...options }).catch(async (error: unknown) => {
    await database?.drop();
    throw error;
  });
  await app.listen(config.port, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    app,
    config,
    url,
    browser: () => new Browser(url, config.mode === 'production' ? config.publicUrl : url),
    close: async () => {
      await app.close();
      await database?.drop();
    },
  };
}
