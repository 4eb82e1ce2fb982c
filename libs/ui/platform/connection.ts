import { DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';

/**
 * Whether the device says that it has a connection. It knows when it has none; that it has one does not mean that the
 * site can be reached.
 */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly lost = signal(false);
  readonly isLost = this.lost.asReadonly();

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    // On the server there is no device to ask.
    if (!view?.addEventListener || view.navigator?.onLine === undefined) return;
    this.lost.set(!view.navigator.onLine);
    view.addEventListener('offline', () => this.lost.set(true));
    view.addEventListener('online', () => this.lost.set(false));
  }
}

/** Calls `then` each time the connection is back, for as long as the component is on the page. */
export function whenConnected(then: () => void): void {
  const { isLost } = inject(Connection);
  let wasLost = false;
  effect(() => {
    if (isLost()) wasLost = true;
    else if (wasLost) {
      wasLost = false;
      untracked(then);
    }
  });
}
