import { SIGN_IN_MINUTES } from '@buurtstem/accounts-domain';
import { cookieSettings, type Config } from '@buurtstem/platform-api';
import type { Response } from 'express';

const NAME = 'buurtstem-email';
const LONGEST = 400;

/**
 * What was typed as an address stays with the browser that typed it, for as long as a code works: in a cookie, since it
 * must not stand in an address of a page, and without scripts there is no other place.
 */
export function rememberTyped(response: Response, email: string, config: Config): void {
  if (email.length > LONGEST) return;
  const { named, options } = cookieSettings(config);
  response.cookie(named(NAME), email, { ...options, maxAge: SIGN_IN_MINUTES * 60_000 });
}

export function forgetTyped(response: Response, config: Config): void {
  const { named, options } = cookieSettings(config);
  response.clearCookie(named(NAME), options);
}
