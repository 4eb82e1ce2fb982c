import { InjectionToken } from '@angular/core';

/** The cookies that came with the request for the page that is being rendered; null in the browser. */
export const REQUEST_COOKIE = new InjectionToken<string | null>('cookies of the request', {
  factory: () => null,
});
