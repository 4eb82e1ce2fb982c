import { cookieIn, cookieSettings, type Config } from '@buurtstem/platform-api';
import { SIGN_IN_MINUTES } from '@buurtstem/accounts-domain';
import type { Request, Response } from 'express';
import { randomToken } from './secrets';

const NAME = 'buurtstem-sign-in';
const SHAPE = /^[\w-]{43}$/;

/** What the browser that asked for a code got to know it by, or null. */
export function readBrowserToken(request: Request, config: Config): string | null {
  const value = cookieIn(request, cookieSettings(config).named(NAME));
  return value !== undefined && SHAPE.test(value) ? value : null;
}

/** Knows the browser again, or else for the first time; a second request leaves the first one usable. */
export function bindBrowser(request: Request, response: Response, config: Config): string {
  const token = readBrowserToken(request, config) ?? randomToken();
  const { named, options } = cookieSettings(config);
  response.cookie(named(NAME), token, { ...options, maxAge: SIGN_IN_MINUTES * 60_000 });
  return token;
}

export function forgetBrowser(response: Response, config: Config): void {
  const { named, options } = cookieSettings(config);
  response.clearCookie(named(NAME), options);
}
