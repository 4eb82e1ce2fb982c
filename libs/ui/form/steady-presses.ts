import { afterNextRender, DestroyRef, DOCUMENT, inject } from '@angular/core';

/** A key as well: a press can end where no browser tells, as in another window. */
const ENDS = ['pointerup', 'pointercancel', 'keydown'] as const;

/**
 * A field hears that it was left once the press that left it is over. It would say what is wrong while the mouse is still down,
 * which moves what stands below it: the button is not under the pointer any more when that is let go, and nobody pressed it.
 */
export function steadyPresses(): void {
  const page = inject(DOCUMENT);
  const gone = inject(DestroyRef);
  afterNextRender(() => {
    const heard = new AbortController();
    const options = { capture: true, passive: true, signal: heard.signal };
    const left = new Set<Element>();
    let isDown = false;
    const tell = (): void => {
      for (const field of left) if (field !== page.activeElement) field.dispatchEvent(new FocusEvent('blur'));
      left.clear();
    };
    page.addEventListener('pointerdown', () => (isDown = true), options);
    const leave = (event: FocusEvent): void => {
      if (!isDown || !(event.target instanceof Element)) return;
      event.stopImmediatePropagation();
      left.add(event.target);
    };
    page.addEventListener('blur', leave, options);
    const end = (): void => {
      isDown = false;
      // The click that the press was comes right after it.
      setTimeout(tell);
    };
    for (const name of ENDS) page.addEventListener(name, end, options);
    gone.onDestroy(() => heard.abort());
  });
}
