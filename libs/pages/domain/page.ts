import { accept, fits, refuse, type LengthRange, type Result } from '@buurtstem/shared-domain';
import { isStandardSlug } from './standard-slugs';

export const PAGE_STATES = ['draft', 'published'] as const;
export type PageState = (typeof PAGE_STATES)[number];

/** Lengths in characters; forms, DTOs and rules share them. Both languages together stay within one request. */
export const PAGE_LENGTHS = {
  slug: { min: 2, max: 60 },
  title: { min: 3, max: 100 },
  body: { min: 20, max: 10_000 },
} as const satisfies Record<string, LengthRange>;

/** Pages that a district keeps, changed standard pages included. */
export const MAX_PAGES = 50;

/** What somebody wrote. English is for who wants it: both its texts are there, or neither. */
export interface PageText {
  readonly title: string;
  readonly body: string;
  readonly titleEn: string;
  readonly bodyEn: string;
}

export interface Page extends PageText {
  readonly slug: string;
  readonly state: PageState;
  /** Grows by one with every change; who writes says which one they read. */
  readonly version: number;
}

export type PageTextRefusal = 'page-title-length' | 'page-body-length';
export type PageMistake = { readonly field: keyof PageText; readonly code: PageTextRefusal };

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether this can be the last part of a page's address: small letters, digits, and single hyphens between them. */
export function isSlug(text: string): boolean {
  return SLUG.test(text) && fits(text, PAGE_LENGTHS.slug);
}

/** An address that says what the page is about; empty where the title has no letter or digit that can stand in one. */
export function slugFor(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}|[’'`]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, PAGE_LENGTHS.slug.max)
    .replace(/^-+|-+$/g, '');
}

/** Everything that is wrong with a text, so that all of it can be mended at once. */
export function mistakesIn(text: PageText): PageMistake[] {
  const { title, body } = PAGE_LENGTHS;
  const wantsEnglish = text.titleEn.trim() !== '' || text.bodyEn.trim() !== '';
  return [
    ...wrong('title', 'page-title-length', !fits(text.title, title)),
    ...wrong('body', 'page-body-length', !fits(text.body, body)),
    ...wrong('titleEn', 'page-title-length', wantsEnglish && !fits(text.titleEn, title)),
    ...wrong('bodyEn', 'page-body-length', wantsEnglish && !fits(text.bodyEn, body)),
  ];
}

function wrong(field: keyof PageText, code: PageTextRefusal, isWrong: boolean): PageMistake[] {
  return isWrong ? [{ field, code }] : [];
}

/** Where the page stands among the others of its district. */
export interface WrittenPages {
  /** As it is kept; null where nobody wrote it yet. */
  readonly page: Page | null;
  /** How many pages the district keeps. */
  readonly count: number;
  /** The last version that ever stood at this address, pages that were removed since included; 0 where there was none. */
  readonly lastVersion: number;
}

/**
 * The page after somebody wrote it. A new one begins as a draft, and so does a changed standard page: until it is
 * published everybody goes on reading the standard text. A published page changes at once.
 */
export function writePage(
  slug: string,
  text: PageText,
  readVersion: number,
  { page, count, lastVersion }: WrittenPages,
): Result<Page, 'page-slug-not-valid' | 'version-conflict' | 'too-many-pages'> {
  if (!isSlug(slug)) return refuse('page-slug-not-valid');
  if ((page?.version ?? 0) !== readVersion) return refuse('version-conflict');
  if (page === null && count >= MAX_PAGES) return refuse('too-many-pages');
  return accept({
    slug,
    title: text.title.trim(),
    body: text.body.trim(),
    titleEn: text.titleEn.trim(),
    bodyEn: text.bodyEn.trim(),
    state: page?.state ?? 'draft',
    // Counting goes on after a removal, so that no two texts ever bear the same number.
    version: lastVersion + 1,
  });
}

/** Brings a draft before everybody, or takes a page back to being one. Its text stays as it is. */
export function movePage(
  page: Page,
  state: PageState,
  readVersion: number,
): Result<Page, 'version-conflict' | 'page-transition-not-possible'> {
  if (page.version !== readVersion) return refuse('version-conflict');
  if (page.state === state) return refuse('page-transition-not-possible');
  return accept({ ...page, state, version: page.version + 1 });
}

/** Whether a page that somebody wrote can go altogether; a standard page cannot, it goes back to its standard text. */
export function mayRemove(
  page: Page,
  readVersion: number,
): Result<null, 'page-is-standard' | 'version-conflict'> {
  if (isStandardSlug(page.slug)) return refuse('page-is-standard');
  return page.version === readVersion ? accept(null) : refuse('version-conflict');
}

/** Whether the own text of a standard page can make way for the standard text. */
export function mayRestore(
  page: Page,
  readVersion: number,
): Result<null, 'page-not-standard' | 'version-conflict'> {
  if (!isStandardSlug(page.slug)) return refuse('page-not-standard');
  return page.version === readVersion ? accept(null) : refuse('version-conflict');
}
