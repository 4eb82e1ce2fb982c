import { Refusal } from '@buurtstem/shared-domain';
import type { CaseView } from './cases.dto';

/** Where a page ended. `asOf` is when the first page was read, so that all pages agree on what is late. */
export interface CaseCursor {
  readonly asOf: Date;
  readonly rank: number;
  readonly at: Date;
  readonly number: number;
}

/** Opaque to clients, and bound to the view that it was made for. */
export function writeCaseCursor(view: CaseView, { asOf, rank, at, number }: CaseCursor): string {
  return Buffer.from(JSON.stringify([view, asOf.toISOString(), rank, at.toISOString(), number])).toString(
    'base64url',
  );
}

/** Refuses what this API did not hand out for this view. */
export function readCaseCursor(view: CaseView, text: string): CaseCursor {
  const [forView, asOf, rank, at, number] = parse(text);
  const [readAt, endedAt] = [instant(asOf), instant(at)];
  if (forView !== view || !readAt || !endedAt || !isWhole(rank) || !isWhole(number))
    throw new Refusal('cursor-not-valid');
  return { asOf: readAt, rank, at: endedAt, number };
}

function parse(text: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function instant(value: unknown): Date | null {
  const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
  return isInstant && !Number.isNaN(Date.parse(value)) ? new Date(value) : null;
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_647;
}
