/** The server names so what a page needs once it starts (`page-scripts.ts`). */
const LATER = 'link[rel="later"]';

/** From when the page has loaded: pictures that are seen, and wait for nothing but their place, are asked for in that time. */
export const AFTER_MS = 1000;

/**
 * Fetches the scripts of a page that waits for its visitor, once all that is seen of it has come: on a slow line every
 * script that comes before takes from the text and the pictures. Then they are there when the first sign comes.
 */
export function fetchLater(page: Document): void {
  const view = page.defaultView;
  const fetchSoon = (): unknown => view?.setTimeout(() => fetchNow(page), AFTER_MS);
  if (page.readyState === 'complete') fetchSoon();
  else view?.addEventListener('load', fetchSoon, { once: true });
}

/** All of them at the same time, where they were not asked for yet. */
export function fetchNow(page: Document): void {
  for (const link of page.querySelectorAll<HTMLLinkElement>(LATER)) link.rel = 'modulepreload';
}
