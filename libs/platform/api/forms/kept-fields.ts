import type { Request, Response } from 'express';
import type { Config } from '../config';
import { cookieIn, cookieSettings } from '../cookies';

const NAME = 'buurtstem-getypt';
const MINUTES = 10;
/** Browsers keep no cookie of more than 4096 bytes; a text within the rules is far below this. */
const MOST_BYTES = 3_500;

/**
 * What was typed in a form that was refused stays with the browser that typed it, to be mended: in a cookie, since a text must
 * not stand in an address, and without scripts there is no other place. What is too long for one keeps its beginning; the
 * text stands last.
 */
export function keepFields(
  response: Response,
  form: string,
  fields: Readonly<Record<string, string>>,
  config: Pick<Config, 'publicUrl'>,
): void {
  const { named, options } = cookieSettings(config);
  const settings = { ...options, maxAge: MINUTES * 60_000, encode: String };
  response.cookie(named(NAME), written({ form, ...fields }), settings);
}

/** Also when somebody signs out: the next one at this browser need not read it. */
export function forgetFields(
  request: Pick<Request, 'headers'>,
  response: Response,
  config: Pick<Config, 'publicUrl'>,
): void {
  const { named, options } = cookieSettings(config);
  if (cookieIn(request, named(NAME)) !== undefined) response.clearCookie(named(NAME), options);
}

/** As a form writes it: a third shorter than the usual way, and nothing in it that a cookie may not have. */
function written(fields: Readonly<Record<string, string>>): string {
  const all = new URLSearchParams(fields).toString();
  if (all.length <= MOST_BYTES) return all;
  // Where it is cut is within a character, mostly; what is left of that is none.
  const begun = new URLSearchParams(all.slice(0, MOST_BYTES).replace(/%.?$/, ''));
  for (const [name, value] of begun) begun.set(name, value.replace(/\uFFFD+$/, ''));
  return begun.toString();
}
