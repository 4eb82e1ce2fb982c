import { DOCUMENT, inject, Injectable, InjectionToken, makeStateKey, TransferState } from '@angular/core';

/** Scheme and host of the site as everybody knows it; absent in the browser. */
export const PUBLIC_URL = new InjectionToken<string | null>('public address', { factory: () => null });

const STATED = makeStateKey<string>('public-address');

/**
 * Whole addresses of this site, for what leaves it: links that people send on, tags for other sites. The server knows them
 * from its settings, never from the request; the browser takes them over.
 */
@Injectable({ providedIn: 'root' })
export class PublicAddress {
  readonly origin: string;

  constructor() {
    const state = inject(TransferState);
    const told = inject(PUBLIC_URL) ?? state.get(STATED, null);
    if (told !== null) state.set(STATED, told);
    this.origin = told ?? inject(DOCUMENT).location.origin;
  }

  of(path: string): string {
    return this.origin + path;
  }
}
