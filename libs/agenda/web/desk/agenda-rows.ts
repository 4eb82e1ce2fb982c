import type { DraftAgenda, PutDraftAgenda } from '@buurtstem/contract';

const MINUTE_MS = 60_000;
/** As the API takes them. */
export const MINUTES = { min: 1, max: 240 } as const;
const FRESH = 'nieuw-';

/** One line of the agenda as the clerk works on it. */
export interface AgendaRow {
  /** The id of what is on it already; of a new point a key of its own. */
  key: string;
  kind: 'point' | 'item';
  title: string;
  /** As typed. */
  minutes: string;
}

export function rowsOf({ entries }: Pick<DraftAgenda, 'entries'>): AgendaRow[] {
  return entries.map(({ id, kind, title, minutes }) => ({ key: id, kind, title, minutes: `${minutes}` }));
}

/** A point that nobody saved yet; `serial` tells it from the others. */
export function freshPoint(serial: number): AgendaRow {
  return { key: `${FRESH}${serial}`, kind: 'point', title: '', minutes: '10' };
}

/** The rows with one of them at another place; null where it cannot go there, or is a winner. */
export function movedTo(rows: readonly AgendaRow[], from: number, to: number): AgendaRow[] | null {
  const row = rows[from];
  if (!row || row.kind === 'item' || from === to || to < 0 || to >= rows.length) return null;
  const others = rows.filter((other) => other !== row);
  return [...others.slice(0, to), row, ...others.slice(to)];
}

/** What is typed for minutes as a number; null when it is none that the API takes. */
export function minutesIn(text: string): number | null {
  const minutes = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return minutes >= MINUTES.min && minutes <= MINUTES.max ? minutes : null;
}

/** When each row begins, and when the last is over: one moment more than there are rows. */
export function timesOf(rows: readonly AgendaRow[], startsAt: string): Date[] {
  const times = [new Date(startsAt)];
  rows.reduce((startedAt, { minutes }) => {
    const endsAt = startedAt + (minutesIn(minutes) ?? 0) * MINUTE_MS;
    times.push(new Date(endsAt));
    return endsAt;
  }, Date.parse(startsAt));
  return times;
}

/** All of it as the API takes it. */
export function asPut(rows: readonly AgendaRow[], revision: number): PutDraftAgenda {
  return {
    revision,
    entries: rows.map(({ key, kind, title, minutes }) => ({
      kind,
      ...(key.startsWith(FRESH) ? {} : { id: key }),
      ...(kind === 'point' ? { title: title.trim() } : {}),
      minutes: minutesIn(minutes) ?? MINUTES.min,
    })),
  };
}

export function areSame(one: readonly AgendaRow[], other: readonly AgendaRow[]): boolean {
  return one.length === other.length && one.every((row, index) => isSame(row, other[index]));
}

/**
 * What I changed since `base`, on top of what a colleague saved meanwhile: no point of either is lost, a winner that came
 * is in, a winner that left is out, and the winners stand in the order of what was saved.
 */
export function merged(
  mine: readonly AgendaRow[],
  base: readonly AgendaRow[],
  theirs: readonly AgendaRow[],
): AgendaRow[] {
  const inBase = byKey(base);
  const inMine = byKey(mine);
  const inTheirs = byKey(theirs);
  const fromTheirs = theirs.filter(({ key }) => !inBase.has(key) || inMine.has(key));
  const kept = mine.flatMap((row) => {
    const saved = inTheirs.get(row.key);
    const changed = !isSame(row, inBase.get(row.key));
    if (saved) return [changed ? { ...row, title: row.kind === 'item' ? saved.title : row.title } : saved];
    // The colleague removed what I am working on: it stays, as a new point.
    return row.kind === 'point' && changed
      ? [{ ...row, key: row.key.startsWith(FRESH) ? row.key : `${FRESH}${row.key}` }]
      : [];
  });
  const values = new Map([...fromTheirs, ...kept].map((row) => [row.key, row]));
  const iReordered = !areSame(common(mine, inBase), common(base, inMine));
  const [frame, added] = iReordered ? [kept, fromTheirs] : [fromTheirs, kept];
  const keys = inserted(
    frame.map(({ key }) => key),
    added.map(({ key }) => key),
  );
  return inOrderOf(
    theirs,
    keys.flatMap((key) => values.get(key) ?? []),
  );
}

/** Rows that both have, in this order, without what was typed in them. */
function common(rows: readonly AgendaRow[], others: ReadonlyMap<string, AgendaRow>): AgendaRow[] {
  return rows.filter(({ key }) => others.has(key)).map((row) => ({ ...row, title: '', minutes: '' }));
}

/** The frame with what is not in it, each after what it follows. */
function inserted(frame: readonly string[], added: readonly string[]): string[] {
  const keys = [...frame];
  added.forEach((key, index) => {
    if (keys.includes(key)) return;
    const before = added
      .slice(0, index)
      .filter((other) => keys.includes(other))
      .at(-1);
    keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key);
  });
  return keys;
}

/** The places of the winners stay theirs; the order in which they won is the one that was saved. */
function inOrderOf(saved: readonly AgendaRow[], rows: readonly AgendaRow[]): AgendaRow[] {
  const place = new Map(saved.map(({ key }, index) => [key, index]));
  const winners = rows
    .filter(({ kind }) => kind === 'item')
    .sort((one, other) => (place.get(one.key) ?? 0) - (place.get(other.key) ?? 0));
  return rows.map((row) => (row.kind === 'item' ? (winners.shift() ?? row) : row));
}

function byKey(rows: readonly AgendaRow[]): ReadonlyMap<string, AgendaRow> {
  return new Map(rows.map((row) => [row.key, row]));
}

function isSame(one: AgendaRow, other: AgendaRow | undefined): boolean {
  return one.key === other?.key && one.title === other.title && one.minutes === other.minutes;
}
