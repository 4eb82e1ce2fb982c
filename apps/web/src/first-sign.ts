/** What somebody does who is about to do something; a moving mouse and a scrolling finger come well before the first press. */
const SIGNS = [
  'pointermove',
  'pointerdown',
  'touchstart',
  'wheel',
  'scroll',
  'keydown',
  'focusin',
  'input',
  'click',
  'offline',
] as const;

/** From when the page has come; who reads for so long finds it running at the first press. */
export const LONGEST_WAIT_MS = 4000;

/**
 * Waits for the first sign that somebody is there, where the server marked the page as one that can be read and used
 * without scripts: starting keeps the processor of an old phone busy for a second, and that second is better spent on
 * showing the page. Never for an address with a question or a place in it, which the page itself may have to answer.
 */
export function firstSign(page: Document): Promise<void> {
  const view = page.defaultView;
  if (!view || page.documentElement.dataset['start'] !== 'first-sign' || isAsked(page) || isUsed(view))
    return Promise.resolve();
  return new Promise((resolve) => {
    const heard = new AbortController();
    const start = (): void => {
      heard.abort();
      resolve();
    };
    const options = { capture: true, passive: true, once: true, signal: heard.signal };
    for (const sign of SIGNS) view.addEventListener(sign, start, options);
    // What a browser shows again as it left it may be of before its visitor signed in.
    view.addEventListener('pageshow', ({ persisted }) => persisted && view.location.reload(), {
      signal: heard.signal,
    });
    const startLater = (): unknown => view.setTimeout(start, LONGEST_WAIT_MS);
    if (page.readyState === 'complete') startLater();
    else view.addEventListener('load', startLater, { once: true, signal: heard.signal });
  });
}

function isAsked({ location: { search, hash } }: Document): boolean {
  return search !== '' || hash !== '';
}

/** Whether a sign came before this was loaded; a browser that cannot tell does not wait. */
function isUsed({ navigator }: Window): boolean {
  return (navigator as Partial<Navigator>).userActivation?.hasBeenActive ?? true;
}
