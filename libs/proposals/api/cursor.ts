import { Refusal } from '@buurtstem/shared-domain';
import type { Sort } from './list-proposals.dto';

/** Where a page ended: the sorted value of its last row, and its number, which tells equal values apart. */
export interface Cursor {
  readonly value: string;
  readonly number: number;
}

/** Opaque to clients, and bound to the sort order that it was made for. */
export function writeCursor(sort: Sort, cursor: Cursor): string {
  return Buffer.from(JSON.stringify([sort, cursor.value, cursor.number])).toString('base64url');
}

/** Refuses what this API did not hand out for this sort order. */
export function readCursor(sort: Sort, text: string): Cursor {
  const parsed = parse(text);
  if (!Array.isArray(parsed)) throw new Refusal('cursor-not-valid');
  const [forSort, value, number] = parsed as unknown[];
  const isValid =
    forSort === sort &&
    typeof value === 'string' &&
    VALUES[sort].test(value) &&
    Number.isInteger(number) &&
    Math.abs(number as number) <= 2_147_483_647;
  if (!isValid) throw new Refusal('cursor-not-valid');
  return { value, number: number as number };
}

const VALUES: Record<Sort, RegExp> = {
  votes: /^\d{1,9}$/,
  newest: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/,
  random: /^\d{1,10}$/,
};

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}
