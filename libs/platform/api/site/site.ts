import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Express, NextFunction, Request, Response as ExpressResponse } from 'express';
import express from 'express';
import {
  CompressedFiles,
  compressedName,
  compressedPage,
  encodingFor,
  LEAST_BYTES,
  originalOf,
  tagOf,
} from './compression';
import { FAILURE_PAGE, FAILURE_POLICY } from './failure-page';
import { addressLinks, fontLink, robots, withLinks } from './findable';
import { inTime, isTooLate } from '../load/admission';
import { sendBusyPage } from '../load/busy';
import type { Capacity } from '../load/capacity';
import { toRefusal } from '../problem';
import { asSent, formsInEnglish, inChosenLanguage, languageOf } from './language';
import type { Answering } from './own-api';
import type { PageCache, RenderedPage } from './page-cache';
import { PagePolicy } from './page-policy';
import { PageScripts } from './page-scripts';
import {
  isForAll,
  isShared,
  isVisitor,
  keyOf,
  sharedCaching,
  sharedTime,
  startsAtFirstSign,
  withoutMarks,
} from './sharing';

/** Where the built site is and whom it talks to. */
export interface SiteOptions {
  /** Folder with the browser's files (`dist/apps/web/browser`). */
  readonly browserDir: string;
  /** Folder with what the server needs of the site (`dist/apps/web/server`). */
  readonly serverDir: string;
  /** Who draws the pages. */
  readonly engine: SiteEngine;
  /** What the API says at this address to who shows this cookie. */
  readonly ask: (address: string, cookie: string | undefined) => Answering;
  /** Scheme and host as residents see them: for addresses that leave the site. */
  readonly publicUrl: string;
  /** The time that pages go by; the process's clock unless a test moves it. */
  readonly now?: () => Date | Promise<Date>;
  /** Origins beside our own that pages may show pictures of, such as the tiles of a map. */
  readonly imageOrigins?: readonly string[];
  /** The pages that are kept for a moment; whoever writes makes it forget them. */
  readonly pages: PageCache;
  /** The places of this process: a page that is kept needs none, one that must be drawn does. */
  readonly capacity: Capacity;
  /** How long a visitor waits for a page, in milliseconds. */
  readonly answerWithinMs: number;
  /** How its answer to a visitor is marked now; null where that cannot be said. */
  readonly tagOf?: ((address: string) => Promise<string | null>) | undefined;
  /** Whether the site is reached over TLS, so that cookies are for that alone. */
  readonly secure: boolean;
  /** Told of every page that could not be rendered. */
  readonly onFailure?: (error: unknown) => void;
}

/** Which page; of who asked for it only what stands in the context. */
export interface PageRequest {
  /** The whole address. */
  readonly url: string;
  readonly host: string;
}

/** What a page is told (`apps/web/src/request-context.ts`); typed here because the API does not import Angular. */
export interface PageContext extends Pick<SiteOptions, 'publicUrl'> {
  /** What the API says to the page; fails where nothing answers. */
  ask(address: string): Answering;
  /** Whether it may be asked before the page does what the last page of its kind asked. */
  readonly mayAskAhead: boolean;
  readonly cookie: string | undefined;
  readonly now: number;
}

/** What comes of it; a `Response` is one. */
export interface Drawn {
  readonly status: number;
  readonly headers: Iterable<readonly [string, string]>;
  text(): Promise<string>;
  /** What it asked the API, and how each answer was marked; null where it was not. */
  readonly asked?: Iterable<readonly [string, string | null]>;
}

/** Draws pages; null where the site has none. */
export interface SiteEngine {
  handle(request: PageRequest, context: PageContext): Promise<Drawn | null>;
}

const NOT_PAGES = /^\/(api|health|dev|media)(\/|$)/;
const HASHED = /-[A-Za-z0-9_-]{8}\.(js|css|woff2)$/;
const ONE_YEAR_MS = 365 * 86_400_000;
/** What only a document heeds; on forty scripts of a page it is as much as a script more. */
const OF_DOCUMENTS = [
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
];

/**
 * Serves the site: the browser's files, then every other GET and HEAD as a page rendered on the server, under a content
 * security policy that knows the page's own scripts. What belongs to the API, its health and its tools passes through untouched.
 */
export function mountSite(app: Express, options: SiteOptions): void {
  const policy = PagePolicy.ofBuild(options.serverDir, options.imageOrigins);
  const font = fontLink(options.browserDir);
  const links = (path: string): string => font + addressLinks(options.publicUrl, path);
  const scripts = PageScripts.ofBuild(options.browserDir);
  const language = inChosenLanguage(isPage, options.secure);
  app.use(
    robots(),
    keptPages(language, options),
    browserFiles(options.browserDir),
    formsInEnglish(),
    language,
    sitePages(options.engine, { ...options, policy, links, scripts }),
  );
}

/**
 * The browser's files, compressed for whoever takes them so. A name with a hash never changes its content; the others are
 * asked for again.
 */
export function browserFiles(browserDir: string): express.Handler {
  const compressed = new CompressedFiles(browserDir);
  const files = express.static(browserDir, { index: false, redirect: false, setHeaders: setFileHeaders });
  return (request, response, next) => {
    const { path, url } = request;
    // Every file has a kind and no page has one: looking for one on the disk costs a page of a resident as much as a statement.
    if (!path.includes('.')) return next();
    const offered = compressed.of(path);
    if (offered.length > 0) response.vary('Accept-Encoding');
    const encoding = encodingFor(request, offered);
    if (!encoding) return files(request, response, next);
    request.url = compressedName(path, encoding);
    files(request, response, (error?: unknown) => {
      request.url = url;
      next(error);
    });
  };
}

function setFileHeaders(response: ExpressResponse, path: string): void {
  const original = originalOf(path);
  const name = original?.name ?? path;
  if (original) {
    response.type(extname(name));
    response.setHeader('Content-Encoding', original.encoding);
  }
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (HASHED.test(name)) for (const header of OF_DOCUMENTS) response.removeHeader(header);
  response.setHeader(
    'Cache-Control',
    HASHED.test(name) ? `public, max-age=${ONE_YEAR_MS / 1000}, immutable` : 'public, max-age=3600',
  );
}

type PageOptions = Pick<SiteOptions, 'ask' | 'publicUrl' | 'now' | 'onFailure' | 'pages'> &
  Partial<Pick<SiteOptions, 'capacity' | 'answerWithinMs' | 'tagOf'>> & {
    readonly policy: PagePolicy;
    /** Elements for the head of the page at this path. */
    readonly links?: (path: string) => string;
    readonly scripts?: PageScripts;
  };

function isPage({ method, path }: Request): boolean {
  return (method === 'GET' || method === 'HEAD') && !NOT_PAGES.test(path);
}

/**
 * A page that is kept, before whatever looks for something else: on the last evening most that is asked is one of a few
 * pages, and looking for a file of that name costs more than sending it. `language` leads elsewhere whoever chose another one.
 */
export function keptPages(
  language: express.Handler,
  { now: time, pages }: Pick<PageOptions, 'now' | 'pages'>,
): express.Handler {
  return (request, response, next) => {
    if (!isPage(request) || !isShared(request)) return next();
    language(request, response, (): void => {
      const now = time ? time() : new Date();
      // Only where the clock can be moved does it have to be asked for.
      if (!(now instanceof Date)) return next();
      const key = keyOf(request, now);
      const page = key === null ? null : pages.recall(key);
      if (!page) return next();
      send(request, response, page, sharedCaching(now)).catch(next);
    });
  };
}

/** The pages, rendered by the engine. */
export function sitePages(engine: SiteEngine, options: PageOptions): express.Handler {
  return (request: Request, response: ExpressResponse, next: NextFunction): void => {
    if (!isPage(request)) return next();
    // No browser asks so: there is nobody to show a page to, and nothing of ours has failed.
    if (!URL.canParse(pageAt(request, '/').url)) return void response.status(400).end();
    if (options.answerWithinMs) inTime(response, options.answerWithinMs, () => sendBusyPage(response));
    sendPage(engine, options, request, response).catch((error: unknown) => {
      // Who leaves before the page is ready is no failure of ours.
      if (isAbort(error) || isTooLate(response) || response.destroyed) return;
      if (error instanceof NoPlace || toRefusal(error).code === 'temporarily-unavailable')
        return sendBusyPage(response);
      options.onFailure?.(error);
      if (response.headersSent) response.destroy();
      else sendFailure(response);
    });
  };
}

async function sendPage(
  engine: SiteEngine,
  options: PageOptions,
  request: Request,
  response: ExpressResponse,
): Promise<void> {
  const now = (await options.now?.()) ?? new Date();
  const startsLater = startsAtFirstSign(request);
  if (!isShared(request)) {
    const { cookie } = request.headers;
    const asked = { request: pageAt(request, request.url), cookie, now, startsLater };
    return send(request, response, await render(engine, options, asked), PRIVATE);
  }
  const key = keyOf(request, now);
  const asked = {
    request: pageAt(request, withoutMarks(request.url)),
    cookie: undefined,
    now: sharedTime(now),
    startsLater,
  };
  const make = async (last: RenderedPage | null): Promise<RenderedPage> =>
    last && (await isStillSo(last, asked.now, options.tagOf)) ? last : render(engine, options, asked);
  const page = key === null ? await make(null) : await options.pages.of(key, make);
  // What is not there may be there in a moment, and a page that failed is nobody else's.
  await send(request, response, page, page.status === 200 ? sharedCaching(now) : PRIVATE);
}

/** What a page is made from; a page for many holds nothing of the one who happened to ask for it. */
interface Asked {
  readonly request: PageRequest;
  readonly cookie: string | undefined;
  readonly now: Date;
  /** Whether its scripts start when its visitor does something. */
  readonly startsLater: boolean;
}

function pageAt({ headers: { host = '' } }: Request, url: string): PageRequest {
  return { url: `http://${host}${url}`, host };
}

/** Null where one cannot be compared: what asked for it is drawn anew each time. */
function answersOf(asked: Drawn['asked']): RenderedPage['answers'] {
  const answers = new Map<string, string>();
  for (const [address, tag] of asked ?? []) {
    if (tag === null) return null;
    answers.set(address, tag);
  }
  return asked ? answers : null;
}

/** Whether drawing the page again would say nothing else: it goes by the same time, and the API answers it the same. */
async function isStillSo(
  { time, answers }: RenderedPage,
  now: Date,
  tagOf: PageOptions['tagOf'],
): Promise<boolean> {
  if (!tagOf || !answers || time !== now.getTime()) return false;
  const same = await Promise.all([...answers].map(async ([address, tag]) => (await tagOf(address)) === tag));
  return !same.includes(false);
}

/** There is no room to draw a page now. */
class NoPlace extends Error {}

async function render(engine: SiteEngine, options: PageOptions, asked: Asked): Promise<RenderedPage> {
  const leave = options.capacity ? options.capacity.enter('page') : () => undefined;
  if (!leave) throw new NoPlace();
  try {
    return await draw(engine, options, asked);
  } finally {
    leave();
  }
}

async function draw(
  engine: SiteEngine,
  { ask, publicUrl, policy, links, scripts }: PageOptions,
  { request, cookie, now, startsLater }: Asked,
): Promise<RenderedPage> {
  const { pathname } = new URL(request.url, 'http://here');
  const rendered = await engine.handle(request, {
    publicUrl,
    cookie,
    ask: (address) => ask(address, cookie),
    mayAskAhead: isForAll(pathname),
    now: now.getTime(),
  });
  // The site has a route for every address, its own page for what does not exist included: no answer is a defect.
  if (!rendered) throw new Error(`The page ${request.url} could not be rendered.`);
  const text = await rendered.text();
  const page = asSent(languageOf(pathname), scripts ? scripts.named(text, startsLater) : text);
  const html = links && rendered.status === 200 ? withLinks(page, links(pathname)) : page;
  const body = Buffer.from(html);
  return {
    status: rendered.status,
    headers: [...rendered.headers],
    body,
    policy: policy.of(html),
    tag: `"${createHash('sha256').update(body).digest('base64url')}"`,
    time: now.getTime(),
    answers: answersOf(rendered.asked),
  };
}

const PRIVATE = 'private, no-store';

/**
 * A page of somebody who is signed in is theirs, so no cache on the way may keep it; the browser neither, since its back
 * button takes a kept page as it was, with a vote or a sign-in of before. A visitor's page may be kept, and `Vary` holds
 * for the back button too: once there is a cookie, a browser asks again for what it kept without one.
 *
 * Only what a visitor sees is compressed here. In a page of somebody who is signed in stand their own words beside what an
 * address can put there, and the size of such a page, compressed, tells of the one by the other.
 */
async function send(
  request: Request,
  response: ExpressResponse,
  page: RenderedPage,
  caching: string,
): Promise<void> {
  const mayCompress = isVisitor(request) && page.body.length >= LEAST_BYTES;
  const encoding = mayCompress ? encodingFor(request) : null;
  const body = encoding ? await compressedPage(page, encoding) : page.body;
  if (isTooLate(response)) return;
  response.status(page.status);
  for (const [name, value] of page.headers) response.setHeader(name, value);
  setHeaders(response, page.policy, caching);
  if (mayCompress) response.vary('Accept-Encoding');
  if (encoding) response.setHeader('Content-Encoding', encoding);
  if (caching !== PRIVATE) response.setHeader('ETag', tagOf(page, encoding));
  response.send(body);
}

function setHeaders(response: ExpressResponse, policy: string, caching: string): void {
  response.vary('Cookie');
  response.setHeader('Cache-Control', caching);
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
}

function isAbort(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === 'AbortError';
}

function sendFailure(response: ExpressResponse): void {
  setHeaders(response, FAILURE_POLICY, PRIVATE);
  response.status(500).type('html').send(FAILURE_PAGE);
}
