/** The server names so what a page needs once it starts (`page-scripts.ts`). */
const LATER = 'link[rel="later"]';

/**
 * Fetches the scripts of a page that waits for its visitor, once all that is seen of it has come: on a slow line every
 * script that comes before takes from the text and the pictures. Then they are there when the first sign comes.
 */
export function fetchLater(page: Document): void {
  const fetch = (): void =>
    page.querySelectorAll<HTMLLinkElement>(LATER).forEach((link) => (link.rel = 'modulepreload'));
  if (page.readyState === 'complete') fetch();
  else page.defaultView?.addEventListener('load', fetch, { once: true });
}
