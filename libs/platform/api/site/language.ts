import type { Request, RequestHandler, Response } from 'express';
import { FORM_PREFIX } from '../forms/form-refusals';
import { asking, ownAddress } from '../forms/own-address';

export type PageLanguage = 'nl' | 'en';

/** What a visitor chose, for a year; it tells nothing of who they are, so pages for everybody stay that. */
const COOKIE = 'taal';
const QUESTION = 'taal';
const ONE_YEAR_MS = 365 * 86_400_000;
const CHOSEN = /(?:^|;)\s*taal=(nl|en)\s*(?:;|$)/;
const ENGLISH = /^\/en(?=\/|\?|$)/;

/** Dutch has no prefix: it is what the links of ten years ago must still open. */
export function languageOf(path: string): PageLanguage {
  return ENGLISH.test(path) ? 'en' : 'nl';
}

/** The same page in that language; always an address on this site. */
export function addressIn(language: PageLanguage, address: string): string {
  const rest = address.replace(ENGLISH, '');
  const own = ownAddress(rest.startsWith('/') ? rest : `/${rest}`);
  return language === 'en' ? `/en${own === '/' ? '' : own}` : own;
}

/**
 * Remembers the language that a visitor chose (`?taal=en`, a link on every page), and leads to it whoever follows a link in
 * the other one. Whoever never chose reads what the address says.
 */
export function inChosenLanguage(isPage: (request: Request) => boolean, secure: boolean): RequestHandler {
  return (request, response, next) => {
    if (!isPage(request)) return next();
    const asked = request.query[QUESTION];
    if (asked === 'nl' || asked === 'en') {
      response.cookie(COOKIE, asked, {
        maxAge: ONE_YEAR_MS,
        httpOnly: true,
        sameSite: 'lax',
        secure,
        path: '/',
      });
      return goTo(response, addressIn(asked, asking(ownAddress(request.url), { [QUESTION]: null })), 303);
    }
    const chosen = CHOSEN.exec(request.headers.cookie ?? '')?.[1] as PageLanguage | undefined;
    if (chosen && chosen !== languageOf(request.path))
      return goTo(response, addressIn(chosen, request.url), 302);
    next();
  };
}

function goTo(response: Response, address: string, status: 302 | 303): void {
  response.setHeader('Cache-Control', 'private, no-store');
  response.vary('Cookie');
  response.redirect(status, address);
}

/** Forms of English pages post to `/en/formulier/…`, and what comes of it is read in English. */
export function formsInEnglish(): RequestHandler {
  const forms = `/en/${FORM_PREFIX}/`;
  return (request, response, next) => {
    if (!request.url.startsWith(forms)) return next();
    request.url = request.url.slice('/en'.length);
    const redirect = response.redirect.bind(response) as (status: number, url: string) => void;
    response.redirect = (...to: unknown[]) => {
      const [url, status = 303] = to.toReversed() as [string, number?];
      redirect(status, addressIn('en', url));
    };
    next();
  };
}

const BASE = /<base [^>]*>/;
const SCRIPTS = /((?:src|href)=")\/((?:chunk|main|polyfills)-[\w-]+\.js")/g;

/**
 * The page as it is sent. The build gives each language a <base> that our policy forbids, and names the scripts of every
 * language alike: those of English are in a folder of their own.
 */
export function asSent(language: PageLanguage, html: string): string {
  const page = html.replace(BASE, '');
  return language === 'en' ? page.replace(SCRIPTS, '$1/en/$2') : page;
}
