import { ConsoleLogger, Module, type DynamicModule, type LoggerService, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Refusal } from '@buurtstem/shared-domain';
import type { Express, RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from './config';
import { formBody } from './forms/form-body';
import { FORM_PREFIX } from './forms/form-refusals';
import { Admission } from './load/admission';
import { limitServer } from './load/server-limits';
import { ShortWays } from './load/short-ways';
import { MediaGate } from './media/media-gate';
import { OTHER_BODIES } from './other-bodies';
import { PlatformModule } from './platform.module';
import { ProblemFilter } from './problem';
import { refuseUnstatedRoutes } from './routes';
import { requireJson } from './same-origin';
import { KeptAnswers } from './site/kept-answers';
import { contentTag } from './site/shared';
import { validationPipe } from './validation';

export const API_VERSION = '1.0.0';
export const API_PREFIX = 'api/v1';

/** The accounts room provides the handlers that find out who is asking; they run before every API route. */
export const SESSION_HANDLERS = Symbol('session handlers');

export interface AppOptions {
  readonly logger?: LoggerService | false;
  /** Handlers that come before the API's own, such as the pages of the site. */
  readonly mount?: (app: NestExpressApplication) => void | Promise<void>;
}

@Module({})
class RootModule {}

/** The whole application over HTTP, not listening yet; the process and the specs start the same thing. */
export async function createApp(
  rooms: Type | DynamicModule | (Type | DynamicModule)[],
  config: Config,
  options: AppOptions = {},
): Promise<NestExpressApplication> {
  const root: DynamicModule = {
    module: RootModule,
    imports: [PlatformModule.forRoot(config), ...[rooms].flat()],
  };
  const app = await NestFactory.create<NestExpressApplication>(root, {
    bodyParser: false,
    abortOnError: false,
    logger: options.logger ?? consoleLogger(config),
  });
  try {
    await wire(app, config, options);
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

async function wire(app: NestExpressApplication, config: Config, options: AppOptions): Promise<void> {
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.set('etag', contentTag);
  limitServer(app.getHttpServer(), config);
  const admission = app.get(Admission);
  app.use(admission.farewell());
  app.use(secureHeaders(config));
  app.use(['/api', '/health', '/dev'], apiHeaders());
  const express = app.getHttpAdapter().getInstance() as Express;
  app.get(ShortWays).standBefore(app.getHttpServer(), express, [secureHeaders(config), apiHeaders()]);
  app.use('/media', admission.door(), admission.place(), app.get(MediaGate).handler());
  await options.mount?.(app);
  app.use(['/api', '/health', '/dev'], requireJson(), refuseTrailingSlash());
  app.use('/api', app.get(KeptAnswers).handler());
  // Whether the process lives is asked most when it is busiest: there is always room for that.
  const busy = ['/api', `/${FORM_PREFIX}`];
  app.use(busy, admission.door());
  app.use(`/${FORM_PREFIX}`, ...formBody());
  app.useBodyParser('json', { limit: '64kb', strict: true });
  for (const { route, parsers } of OTHER_BODIES) app.use(route, ...parsers);
  app.use(busy, admission.place());
  const handlers = app.get<RequestHandler[]>(SESSION_HANDLERS, { strict: false, each: false });
  if (handlers.length > 0) app.use(['/api', `/${FORM_PREFIX}`], ...handlers);
  app.setGlobalPrefix(API_PREFIX, { exclude: ['health/*path', 'dev/*path', `${FORM_PREFIX}/*path`] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(config.publicUrl));
  refuseUnstatedRoutes(app);
}

/** What Nest tells of itself at every start, a line for each route, hides what somebody is looking for. */
const NOISE = ['InstanceLoader', 'NestFactory', 'RouterExplorer', 'RoutesResolver'];

class QuietLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (NOISE.includes(String(rest.at(-1)))) return;
    super.log(message, ...rest);
  }
}

function consoleLogger(config: Config): LoggerService {
  const isProduction = config.mode === 'production';
  return new QuietLogger({
    json: isProduction,
    colors: !isProduction,
    logLevels: ['log', 'warn', 'error', 'fatal'],
  });
}

/** What every answer says, pages and API alike. */
export function secureHeaders(config: Pick<Config, 'publicUrl'>): RequestHandler {
  return helmet({
    // Each kind of answer sets its own policy: pages their own scripts, the API nothing at all.
    contentSecurityPolicy: false,
    frameguard: { action: 'deny' },
    strictTransportSecurity: config.publicUrl.startsWith('https:') && {
      maxAge: 31_536_000,
      includeSubDomains: true,
    },
    referrerPolicy: { policy: 'same-origin' },
  });
}

function apiHeaders(): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('API-Version', API_VERSION);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    next();
  };
}

/** `/proposals/` is another address than `/proposals`, and there is nothing there. */
function refuseTrailingSlash(): RequestHandler {
  return (request, _response, next) => {
    const path = request.originalUrl.split('?')[0] ?? '';
    next(path.endsWith('/') ? new Refusal('not-found') : undefined);
  };
}
