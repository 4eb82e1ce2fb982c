import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Express, NextFunction, Request, Response as ExpressResponse } from 'express';
import express from 'express';
import { STATIC_POLICY, staticPage } from './static-page';

/** Where the built site is and whom it talks to. */
export interface SiteOptions {
  /** Folder with the browser's files (`dist/apps/web/browser`). */
  readonly browserDir: string;
  /** The built `server.mjs`; it exports `createEngine`. */
  readonly serverBundle: string;
  /** Origin of the API as seen from this process, such as `http://127.0.0.1:3000`. */
  readonly apiOrigin: string;
  /** Host names that pages are rendered for; any other gets 400. */
  readonly allowedHosts: readonly string[];
  /** The time that pages go by; the process's clock unless a test moves it. */
  readonly now?: () => Date | Promise<Date>;
  /** Origins beside our own that pages may show pictures of, such as the tiles of a map. */
  readonly imageOrigins?: readonly string[];
  /** Told of every page that could not be rendered. */
  readonly onFailure?: (error: unknown) => void;
}

/** What the site's bundle offers (`apps/web/src/server.ts`); typed here because the API does not import Angular. */
export interface SiteEngine {
  handle(request: Request, context: unknown): Promise<Response | null>;
}

const NOT_PAGES = /^\/(api|health|dev|media)(\/|$)/;
const HASHED = /-[A-Za-z0-9_-]{8}\.(js|css|woff2)$/;
const PLACEHOLDER = /CSP_NONCE/g;
const ONE_YEAR_MS = 365 * 86_400_000;

/**
 * Serves the site: the browser's files, then every other GET and HEAD as a page rendered on the server, under a content
 * security policy with a fresh nonce. What belongs to the API, its health and its tools passes through untouched.
 */
export async function mountSite(app: Express, options: SiteOptions): Promise<void> {
  const bundle = (await import(/* webpackIgnore: true */ pathToFileURL(options.serverBundle).href)) as {
    createEngine(allowedHosts: readonly string[]): SiteEngine;
  };
  app.use(browserFiles(options.browserDir), sitePages(bundle.createEngine(options.allowedHosts), options));
}

/** The browser's files. A name with a hash never changes its content; the others are asked for again. */
export function browserFiles(browserDir: string): express.Handler {
  return express.static(browserDir, {
    index: false,
    redirect: false,
    setHeaders: (response, path) => {
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader(
        'Cache-Control',
        HASHED.test(path) ? `public, max-age=${ONE_YEAR_MS / 1000}, immutable` : 'public, max-age=3600',
      );
    },
  });
}

/** The pages, rendered by the engine. */
export function sitePages(
  engine: SiteEngine,
  options: Pick<SiteOptions, 'apiOrigin' | 'now' | 'onFailure' | 'imageOrigins'>,
): express.Handler {
  return (request: Request, response: ExpressResponse, next: NextFunction): void => {
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    if (!isPage || NOT_PAGES.test(request.path)) return next();
    renderPage(engine, options, request, response).catch((error: unknown) => {
      // Who leaves before the page is ready is no failure of ours.
      if (isAbort(error) || response.destroyed) return;
      options.onFailure?.(error);
      if (response.headersSent) response.destroy();
      else sendFailure(response);
    });
  };
}

async function renderPage(
  engine: SiteEngine,
  options: Pick<SiteOptions, 'apiOrigin' | 'now' | 'imageOrigins'>,
  request: Request,
  response: ExpressResponse,
): Promise<void> {
  const now = (await options.now?.()) ?? new Date();
  const rendered = await engine.handle(request, {
    apiOrigin: options.apiOrigin,
    cookie: request.headers.cookie,
    now: now.getTime(),
  });
  // The site has a route for every address, its own page for what does not exist included: no answer is a defect.
  if (!rendered) throw new Error(`The page ${request.path} could not be rendered.`);
  const nonce = randomBytes(16).toString('base64');
  const html = (await rendered.text()).replace(PLACEHOLDER, nonce);
  response.status(rendered.status);
  rendered.headers.forEach((value, name) => response.setHeader(name, value));
  sendHeaders(response, nonce, options.imageOrigins);
  response.send(html);
}

/**
 * Pages are personal and carry a nonce, so no cache on the way may keep them; the browser neither, since its back button
 * takes a kept page as it was, with a vote or a sign-in of before.
 */
function sendHeaders(response: ExpressResponse, nonce: string, imageOrigins: readonly string[] = []): void {
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('Content-Security-Policy', pagePolicy(nonce, imageOrigins));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
}

function pagePolicy(nonce: string, imageOrigins: readonly string[]): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    ["img-src 'self' data:", ...imageOrigins].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}

function isAbort(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === 'AbortError';
}

function sendFailure(response: ExpressResponse): void {
  sendHeaders(response, '');
  response.setHeader('Content-Security-Policy', STATIC_POLICY);
  response.status(500).type('html').send(FAILURE_PAGE);
}

const FAILURE_PAGE = staticPage(
  {
    lang: 'nl',
    heading: 'Er ging iets mis bij ons',
    sentences: [
      'Wij kunnen deze pagina nu niet laten zien. Er is niets veranderd aan uw stem of uw plan. Probeer het over een minuut weer.',
    ],
    link: { href: '/', words: 'Naar het begin' },
  },
  {
    lang: 'en',
    heading: 'Something went wrong on our side',
    sentences: [
      'We cannot show this page now. Nothing has changed about your vote or your plan. Try again in a minute.',
    ],
  },
);
