import { afterNextRender, DestroyRef, DOCUMENT, inject } from '@angular/core';

/** Often enough that a vote of the neighbours shows, and seldom enough that many readers cost little. */
export const EVERY_MS = 20_000;

/**
 * Does this every twenty seconds in the browser, for as long as the component is there and somebody can see the page. After
 * it was out of sight for that long it is done at once.
 */
export function whileVisible(work: () => void): void {
  const page = inject(DOCUMENT);
  const gone = inject(DestroyRef);
  afterNextRender(() => {
    let isDue = false;
    const look = (): void => {
      if (page.hidden || !isDue) return;
      isDue = false;
      work();
    };
    const timer = setInterval(() => {
      isDue = true;
      look();
    }, EVERY_MS);
    page.addEventListener('visibilitychange', look);
    gone.onDestroy(() => {
      clearInterval(timer);
      page.removeEventListener('visibilitychange', look);
    });
  });
}
