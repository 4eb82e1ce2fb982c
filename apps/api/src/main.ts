import 'reflect-metadata';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AgendaReminders } from '@buurtstem/agenda-api';
import { DEMO_PEOPLE, FillWhenEmpty } from '@buurtstem/demo-api';
import {
  Admission,
  Capacity,
  Clock,
  configOrExit,
  createApp,
  Drawing,
  maintenanceApp,
  migrate,
  mountSite,
  OwnApi,
  KeptAnswers,
  PageCache,
  watchParent,
  type Config,
} from '@buurtstem/platform-api';
import { Doorway } from '@buurtstem/proposals-api';
import { DueRounds, KeepStandings } from '@buurtstem/voting-api';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { writeOpenapi } from './openapi';

const logger = new Logger('Buurtstem');

/** `--openapi FILE` writes the contract and ends; else migrates, and serves the API and the site. */
async function main(): Promise<void> {
  const config = configOrExit();
  const flag = process.argv.indexOf('--openapi');
  const openapiFile = flag < 0 ? undefined : process.argv[flag + 1];
  if (openapiFile) return writeOpenapi(config, openapiFile);
  if (config.isInMaintenance) return waitOut(config);
  // Before all else, since it loads the site's pages while this thread does what follows.
  const drawing = startDrawing(config);
  await migrate(config.databaseUrl);
  const app = await createApp(AppModule.forRoot(config), config, {
    mount: (server) => mountPages(server, config, drawing),
  });
  app.getHttpServer().once('close', () => void drawing.close());
  await drawing.ready();
  // Before it listens: who sees the site for the first time sees it with people in it.
  if (config.hasDevTools) await app.get(FillWhenEmpty).execute();
  app.enableShutdownHooks();
  watchParent(process.env, () => void app.close().then(() => process.exit(0)));
  await (config.host === null ? app.listen(config.port) : app.listen(config.port, config.host));
  // What nobody waited for failed; who votes meanwhile must not lose the process for it.
  process.on('unhandledRejection', tell).on('uncaughtException', tell);
  if (config.processRoles.includes('count')) {
    app.get(DueRounds).start();
    app.get(KeepStandings).start();
    app.get(AgendaReminders).start();
  }
  logger.log(`Buurtstem is at ${config.publicUrl}`);
  if (config.hasDevTools) introduce(config);
}

/** Nothing is opened and nothing migrated: what is worked on may be the database itself. */
async function waitOut(config: Config): Promise<void> {
  const app = maintenanceApp(config);
  await new Promise<void>((listening, failed) => {
    const server = app.listen(config.port, config.host ?? '::', (error) =>
      error ? failed(error) : listening(),
    );
    const stop = (): void => void server.close(() => process.exit(0));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    watchParent(process.env, stop);
  });
  logger.warn(`Maintenance: ${config.publicUrl} answers 503 to everything, until MAINTENANCE is taken away`);
}

/** Whom one can be; there are no passwords, only a code by mail, and the mail lands in the mailbox page. */
function introduce({ publicUrl }: Config): void {
  const width = Math.max(...DEMO_PEOPLE.map(({ email }) => email.length));
  const people = DEMO_PEOPLE.map(
    ({ email, name, whatFor }) => `  ${email.padEnd(width)}  ${name}, ${whatFor}`,
  );
  logger.log(
    `Sign in as one of these; the code arrives at ${publicUrl}/dev/mail\n${people.join('\n')}\n` +
      `Staff confirm with a second code, from the app on their phone: ${publicUrl}/dev/second-factor-codes`,
  );
}

/** The built site; `dist/apps` is laid out by the build. */
const WEB = join(__dirname, '../web');
const SERVER = join(WEB, 'server');

/** Who draws the site's pages, beside the API in the same process. */
function startDrawing({ publicUrl, hasDevTools, load }: Config): Drawing {
  const host = new URL(publicUrl).hostname;
  return new Drawing({
    serverBundle: join(SERVER, 'server.mjs'),
    allowedHosts: hasDevTools ? [host, 'localhost', '127.0.0.1'] : [host],
    drawWithinMs: load.answerWithinMs,
    onFailure: tell,
  });
}

function mountPages(app: NestExpressApplication, config: Config, engine: Drawing): void {
  const clock = app.get(Clock);
  const api = new OwnApi(app.get(KeptAnswers), {
    origin: `http://127.0.0.1:${config.port}`,
    ownPage: app.get(Admission).ownPage,
  });
  const { manager } = app.get(DataSource);
  app.use(app.get(Doorway).handler());
  mountSite(app.getHttpAdapter().getInstance(), {
    browserDir: join(WEB, 'browser'),
    serverDir: SERVER,
    engine,
    publicUrl: config.publicUrl,
    pages: app.get(PageCache),
    capacity: app.get(Capacity),
    answerWithinMs: config.load.answerWithinMs,
    ask: (address, cookie) => api.ask(address, cookie),
    tagOf: (address) => api.tagOf(address),
    secure: config.publicUrl.startsWith('https:'),
    imageOrigins: config.mapTiles ? [new URL(config.mapTiles.url).origin] : [],
    // Only where the clock can be moved do pages have to ask for it.
    ...(config.hasDevTools ? { now: () => clock.now(manager) } : {}),
    onFailure: tell,
  });
}

function tell(error: unknown): void {
  logger.error(inFull(error));
}

function inFull(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// What was started by then, such as the thread that draws, must not keep alive what serves nobody.
main().catch((error: unknown) => {
  logger.fatal(inFull(error));
  process.exit(1);
});
