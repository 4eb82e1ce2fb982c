import { accept, refuse, type Result } from '@buurtstem/shared-domain';

/** What stands on an agenda beside the winners: opening, questions, announcements. */
export interface Point {
  readonly kind: 'point';
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
}

export interface Winner {
  readonly kind: 'item';
  readonly id: string;
  readonly minutes: number;
  /** Of the round that it won. Winners stand in this order. */
  readonly roundNumber: number;
}

export type Entry = Point | Winner;
type Placed<T> = T & { readonly position: number };

const MINUTE_MS = 60_000;
/** At one and the same place. */
const KIND_ORDER = { point: 0, item: 1 } as const;

/**
 * The entries of an agenda in order: by position, and the winners among themselves by round, whichever came first. So
 * an agenda is in order also when a winner came onto it by itself.
 */
export function inOrder(entries: readonly Placed<Entry>[]): Entry[] {
  // A winner that came by itself stands at the place of the one before it, and behind what the clerk put there.
  const placed = [...entries].sort(
    (a, b) => a.position - b.position || KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || byId(a, b),
  );
  return winnersByRound(placed.map(({ position: _, ...entry }) => entry));
}

function winnersByRound(entries: readonly Entry[]): Entry[] {
  const winners = entries.filter((entry) => entry.kind === 'item').sort(byRound);
  let next = 0;
  return entries.map((entry) => (entry.kind === 'item' ? (winners[next++] as Winner) : entry));
}

function byRound(a: Winner, b: Winner): number {
  return a.roundNumber - b.roundNumber || byId(a, b);
}

function byId(a: Entry, b: Entry): number {
  return a.id < b.id ? -1 : 1;
}

/** Where the next winner comes: behind the last one, else at the end. */
export function positionOfNext(
  entries: readonly { readonly kind: Entry['kind']; readonly position: number }[],
): number {
  const winners = entries.filter(({ kind }) => kind === 'item');
  if (winners.length > 0) return Math.max(...winners.map(({ position }) => position));
  return entries.length === 0 ? 0 : Math.max(...entries.map(({ position }) => position)) + 1;
}

/** An entry as the clerk wants it; a point without id is new, one that is known keeps its title where none is given. */
export interface WantedEntry {
  readonly kind: Entry['kind'];
  readonly id?: string;
  readonly title?: string;
  readonly minutes: number;
}

export type ArrangedEntry =
  | { readonly kind: 'item'; readonly id: string; readonly minutes: number }
  | { readonly kind: 'point'; readonly id: string | null; readonly title: string; readonly minutes: number };

export interface Arrangement {
  /** All of them, in order. */
  readonly entries: readonly ArrangedEntry[];
  /** Ids of the points that are not on it any more. */
  readonly dropped: readonly string[];
}

/**
 * The agenda as the clerk wants it. Points come and go; winners do not: each stands on it exactly once, in the order
 * of their rounds.
 */
export function arrangeAgenda(
  wanted: readonly WantedEntry[],
  standing: readonly Entry[],
): Result<Arrangement, 'agenda-entries-differ' | 'agenda-order-locked'> {
  const points = new Map(standing.flatMap((entry) => (entry.kind === 'point' ? [[entry.id, entry]] : [])));
  const winners = new Map(standing.flatMap((entry) => (entry.kind === 'item' ? [[entry.id, entry]] : [])));
  const named = wanted.flatMap(({ id }) => (id === undefined ? [] : [id]));
  if (new Set(named).size !== named.length) return refuse('agenda-entries-differ');

  const entries: ArrangedEntry[] = [];
  const order: Winner[] = [];
  for (const { kind, id, title, minutes } of wanted) {
    if (kind === 'item') {
      const winner = id === undefined ? undefined : winners.get(id);
      if (winner === undefined) return refuse('agenda-entries-differ');
      order.push(winner);
      entries.push({ kind, id: winner.id, minutes });
    } else {
      const known = id === undefined ? null : (points.get(id) ?? undefined);
      const name = title?.trim() ?? known?.title;
      if (known === undefined || name === undefined || name === '') return refuse('agenda-entries-differ');
      entries.push({ kind, id: known?.id ?? null, title: name, minutes });
    }
  }
  if (order.length !== winners.size) return refuse('agenda-entries-differ');
  const isLocked = order.some((winner, i) => {
    const before = order[i - 1];
    return before !== undefined && before.roundNumber > winner.roundNumber;
  });
  if (isLocked) return refuse('agenda-order-locked');
  return accept({ entries, dropped: [...points.keys()].filter((id) => !named.includes(id)) });
}

/** An entry of an agenda as it was published; a winner by its id alone. */
export type PublishedLine = Point | { readonly kind: 'item'; readonly id: string; readonly minutes: number };

/**
 * The agenda as everybody reads it: the winners alone before it is published, then the version that holds, without the
 * winners that left since, and with those that came, each at once and in the order of the rounds.
 */
export function publicAgenda(
  published: readonly PublishedLine[] | null,
  winners: readonly Winner[],
): Entry[] {
  const waiting = new Map([...winners].sort(byRound).map((winner) => [winner.id, winner]));
  const shown: Entry[] = [];
  for (const line of published ?? []) {
    const winner = waiting.get(line.id);
    if (line.kind === 'point') shown.push(line);
    else if (winner !== undefined) {
      shown.push({ ...winner, minutes: line.minutes });
      waiting.delete(line.id);
    }
  }
  const last = shown.findLastIndex(({ kind }) => kind === 'item');
  shown.splice(last < 0 ? shown.length : last + 1, 0, ...waiting.values());
  return winnersByRound(shown);
}

/** The lines to publish of an agenda; one without entries says nothing. */
export function publishAgenda(entries: readonly Entry[]): Result<PublishedLine[], 'agenda-not-complete'> {
  return entries.length === 0
    ? refuse('agenda-not-complete')
    : accept(
        entries.map((entry) =>
          entry.kind === 'point' ? entry : { kind: 'item', id: entry.id, minutes: entry.minutes },
        ),
      );
}

/** Whether the agenda says something else than what was published; false before anything was. */
export function hasChanges(published: readonly PublishedLine[] | null, entries: readonly Entry[]): boolean {
  if (published === null) return false;
  return (
    published.length !== entries.length ||
    published.some((line, i) => {
      const entry = entries[i];
      return (
        entry === undefined ||
        line.kind !== entry.kind ||
        line.id !== entry.id ||
        line.minutes !== entry.minutes ||
        (line.kind === 'point' && entry.kind === 'point' && line.title !== entry.title)
      );
    })
  );
}

/** When each entry begins, from the start of the meeting on, and when the last one is over. */
export function timesOf(
  startsAt: Date,
  entries: readonly { readonly minutes: number }[],
): { readonly starts: readonly Date[]; readonly endsAt: Date } {
  const starts: Date[] = [];
  let at = startsAt.getTime();
  for (const { minutes } of entries) {
    starts.push(new Date(at));
    at += minutes * MINUTE_MS;
  }
  return { starts, endsAt: new Date(at) };
}
