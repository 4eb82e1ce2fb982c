import type { Answer, Browser } from '@buurtstem/platform-api/testing';

/** What a browser without scripts posts; `address` below `/formulier`. */
export function submit(
  browser: Browser,
  address: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer<string | { code: string }>> {
  return browser.send('POST', `//formulier${address}`, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
    ...headers,
  });
}

/** The status, and where the browser is sent. */
export const pageAfter = ({ status, headers }: Answer<unknown>): string =>
  `${status} ${headers.get('location')}`;
