import { inject, RESPONSE_INIT } from '@angular/core';

/** Sets the status of the page that is being rendered on the server; does nothing in the browser. */
export function respondWith(status: 404 | 503): void {
  const response = inject(RESPONSE_INIT, { optional: true });
  if (response) response.status = status;
}
