import { Refusal } from '@buurtstem/shared-domain';
import type { SideLikes } from './arguments';

/** The last row of a page: its time with microseconds, which a JavaScript date would lose, and its id. */
export interface Place {
  readonly postedAt: string;
  readonly id: string;
}

/** A list of arguments in the order "best" as of the moment of its first page, by the likes of then. */
export interface BestPlace extends Place {
  readonly score: string;
  readonly moment: string;
  readonly likes: SideLikes;
}

/** Opaque to clients, and bound to the list that it was made for: `scope` names it. */
export function writeCursor(scope: string, { postedAt, id }: Place): string {
  return write([scope, postedAt, id]);
}

export function writeBestCursor(scope: string, place: BestPlace): string {
  const { postedAt, id, score, moment, likes } = place;
  return write([scope, postedAt, id, score, moment, likes.for, likes.against]);
}

/** Refuses what this API did not hand out for this list. */
export function readCursor(scope: string, text: string): Place {
  const [given, postedAt, id, ...rest] = read(text);
  if (given !== scope || !isInstant(postedAt) || !isId(id) || rest.length > 0) throw notValid();
  return { postedAt, id };
}

export function readBestCursor(scope: string, text: string): BestPlace {
  const [given, postedAt, id, score, moment, likesFor, likesAgainst] = read(text);
  const isValid =
    given === scope &&
    isInstant(postedAt) &&
    isId(id) &&
    isScore(score) &&
    isInstant(moment) &&
    isCount(likesFor) &&
    isCount(likesAgainst);
  if (!isValid) throw notValid();
  return { postedAt, id, score, moment, likes: { for: likesFor, against: likesAgainst } };
}

function write(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function read(text: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

const notValid = (): Refusal => new Refusal('cursor-not-valid');

function isInstant(value: unknown): value is string {
  const isWritten =
    typeof value === 'string' && /^20\d\d-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?(\+00|Z)$/.test(value);
  return isWritten && !Number.isNaN(Date.parse(value.replace(' ', 'T').replace('+00', 'Z')));
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

function isScore(value: unknown): value is string {
  return typeof value === 'string' && /^\d(\.\d{1,20})?(e-\d{1,2})?$/.test(value);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 2_147_483_647;
}
