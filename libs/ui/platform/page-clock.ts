import { Injectable, inject, InjectionToken, makeStateKey, TransferState } from '@angular/core';

/** The server's time at rendering, in milliseconds; absent in the browser. */
export const SERVER_TIME = new InjectionToken<number | null>('time of rendering', { factory: () => null });

const STARTED_AT = makeStateKey<number>('page-clock');

/**
 * The time that the page goes by. The browser takes over the server's, so that both write the same days, and a phone
 * with a wrong date still shows how long there is left to vote.
 */
@Injectable({ providedIn: 'root' })
export class PageClock {
  private readonly offset: number;

  constructor() {
    const state = inject(TransferState);
    const serverTime = inject(SERVER_TIME) ?? state.get(STARTED_AT, null);
    if (serverTime !== null) state.set(STARTED_AT, serverTime);
    this.offset = serverTime === null ? 0 : serverTime - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }
}
