import type { Request } from 'express';

/**
 * The pages that say the same to everybody who is not signed in. Whatever is not named here is sent to one browser and
 * kept nowhere: a new page is private until somebody decides otherwise.
 */
const SHARED =
  /^(?:\/en)?\/[a-z0-9-]+(?:\/(?:plannen(?:\/\d+)?|uitslagen(?:\/\d+)?|agenda(?:\/[\w-]+)?|opvolging|besluiten|spelregels|over(?:\/[a-z0-9-]+)?))?$/;
const NOT_DISTRICTS = /^(?:\/en)?\/(?:inloggen|tweede-stap|afmelden|formulier)(?:\/|$)|^\/en$/;
/** What a form said that was sent without scripts, to the one who sent it. */
const PERSONAL_QUERY = 'melding';
/** Questions of which there are few; a search by words is rendered for each who searches. */
const FEW = new Set([
  'sort',
  'state',
  'kind',
  'neighbourhood',
  'theme',
  'weergave',
  'after',
  'volgorde',
  'voor',
]);
/**
 * What other sites and mails put behind a link to follow who presses it, another value for each. No page reads them, and a page
 * that a thousand neighbours open from one message is one page.
 */
const MARKS =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|ttclid|igshid|igsh|li_fat_id|mc_[ce]id)$/;
/** The session, and the browser that asked for a code; `__Host-` where there is TLS. */
const OWN_COOKIE = /(?:^|;)\s*(?:__Host-)?buurtstem[\w-]*=/;

const TEN_SECONDS_MS = 10_000;
const MINUTE_MS = 60_000;
/** For how long a proxy sends something without asking, and how much longer while it asks for the next one. */
const OF_PAGES = { fresh: 10, stale: 60 };
const OF_ANSWERS = { fresh: 5, stale: 5 };

/** Whether the one who asks is nobody in particular: no cookie of ours came along. */
export function isVisitor(request: Pick<Request, 'headers'>): boolean {
  return !OWN_COOKIE.test(request.headers.cookie ?? '');
}

/** Whether the answer may be given to others as well. */
export function isShared(request: Pick<Request, 'headers' | 'path' | 'query'>): boolean {
  const { path, query } = request;
  return isVisitor(request) && isForAll(path) && !(PERSONAL_QUERY in query);
}

/** Whether the page at this path is one that everybody may see, and says the same to all who are not signed in. */
export function isForAll(path: string): boolean {
  return SHARED.test(path) && !NOT_DISTRICTS.test(path);
}

const SUBMIT = /^(?:\/en)?\/[a-z0-9-]+\/indienen$/;

/** Whether the page starts its scripts when its visitor does something: what all see, and the first page of a plan. */
export function startsAtFirstSign(request: Pick<Request, 'headers' | 'path' | 'query'>): boolean {
  return isShared(request) || (isVisitor(request) && SUBMIT.test(request.path));
}

/** The address that a visitor's page is drawn for: without what was put there to follow the visitor. */
export function withoutMarks(url: string): string {
  const [, path = url, query = ''] = /^([^?]*)\?(.*)$/s.exec(url) ?? [];
  const kept = query.split('&').filter((pair) => pair !== '' && !MARKS.test(pair.split('=', 1)[0] ?? ''));
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
}

/** Under what the page is kept in this process; null for one that is not worth it. A page is of one minute. */
export function keyOf(
  request: Pick<Request, 'headers' | 'path' | 'query' | 'url'>,
  now: Date,
): string | null {
  if (!Object.keys(request.query).every((name) => FEW.has(name) || MARKS.test(name))) return null;
  return [request.headers.host, withoutMarks(request.url), minuteOf(now)].join(' ');
}

export function minuteOf(now: Date): number {
  return Math.floor(now.getTime() / MINUTE_MS);
}

/**
 * Rounded down to ten seconds, so that a page is the same, byte for byte, for as long as what it says is. Count dates and
 * midnight are whole minutes: before and after them is on the same side as by the exact time. Of numbers it is true too: what
 * came in before that is in them.
 */
export function sharedTime(now: Date): Date {
  return new Date(Math.floor(now.getTime() / TEN_SECONDS_MS) * TEN_SECONDS_MS);
}

/**
 * Browsers ask each time; a proxy may send the page again for a moment, never into the next minute: a page that says one
 * can still vote is not sent after the count date.
 */
export function sharedCaching(now: Date): string {
  return caching(now, OF_PAGES);
}

/** The same for an answer of the API, which says numbers: for a shorter moment. */
export function answerCaching(now: Date): string {
  return caching(now, OF_ANSWERS);
}

function caching(now: Date, most: typeof OF_PAGES): string {
  const left = Math.floor((MINUTE_MS - (now.getTime() % MINUTE_MS)) / 1000);
  const fresh = Math.min(most.fresh, left);
  const stale = Math.min(most.stale, left - fresh);
  return `public, max-age=0, s-maxage=${fresh}, stale-while-revalidate=${stale}`;
}
