import express, { type Express, type Request, type Response } from 'express';
import type { Config } from '../config';
import { API_VERSION, secureHeaders } from '../create-app';
import type { Problem } from '../problem';
import { PROBLEMS } from '../problem-table';
import { STATIC_POLICY, staticPage } from './static-page';

/** When to look again. Who does the work rarely knows better. */
const RETRY_AFTER_SECONDS = 600;

const PAGE = staticPage(
  {
    lang: 'nl',
    heading: 'Wij werken aan de site',
    sentences: [
      'Uw stem is veilig. Ook uw plannen en reacties zijn er nog.',
      'U kunt nu niets lezen of versturen. Probeer het over een kwartier weer.',
    ],
  },
  {
    lang: 'en',
    heading: 'We are working on the site',
    sentences: [
      'Your vote is safe. Your plans and reactions are still there.',
      'You cannot read or send anything now. Try again in a quarter of an hour.',
    ],
  },
);

/**
 * What answers while the deployment is being worked on: one static page, and one problem for the API. It opens no database,
 * starts no worker and keeps no session, so that all of those can be worked on.
 */
export function maintenanceApp(config: Pick<Config, 'publicUrl' | 'trustedProxies'>): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.use(secureHeaders(config));
  app.use((_request: Request, response: Response, next: express.NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  // The process is well: an orchestrator that starts it again would end nothing of the work.
  app.get('/health/live', (_request: Request, response: Response) => void response.json({ status: 'ok' }));
  app.use(['/api', '/health', '/dev'], (_request: Request, response: Response) =>
    sendProblem(response, config.publicUrl),
  );
  app.use((_request: Request, response: Response) => {
    response.setHeader('Retry-After', RETRY_AFTER_SECONDS);
    response.setHeader('Content-Security-Policy', STATIC_POLICY);
    response.status(503).type('html').send(PAGE);
  });
  return app;
}

function sendProblem(response: Response, publicUrl: string): void {
  const code = 'temporarily-unavailable';
  const { status, title } = PROBLEMS[code];
  const problem: Problem = { type: `${publicUrl}/problems/${code}`, title, status, detail: title, code };
  response.setHeader('API-Version', API_VERSION);
  response.setHeader('Retry-After', RETRY_AFTER_SECONDS);
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  response.status(status).type('application/problem+json').send(JSON.stringify(problem));
}
