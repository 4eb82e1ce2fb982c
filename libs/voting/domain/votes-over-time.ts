/** How many votes for and against came in on a day, less what was withdrawn or changed away; a day is `2026-11-28`. */
export interface VotesOfDay {
  readonly day: string;
  readonly votesFor: number;
  readonly votesAgainst: number;
}

/** More points than a chart can show side by side. */
export const DAYS_SHOWN = 100;

const DAY_MS = 86_400_000;

/**
 * The standing at the end of each day from `first` up to and including `last`, from what each day added to it. Votes of
 * before the first day count from then on; later ones than the last day are left out. Where that are more days than
 * `most`, every second, third, … day, counted back from the last.
 */
export function votesOverTime(
  changes: readonly VotesOfDay[],
  {
    first,
    last,
    most = DAYS_SHOWN,
  }: { readonly first: string; readonly last: string; readonly most?: number },
): VotesOfDay[] {
  const [start, end] = [Date.parse(first), Date.parse(last)];
  const step = Math.max(1, Math.ceil((Math.max(0, end - start) / DAY_MS + 1) / most));
  const waiting = [...changes].sort((one, other) => (one.day < other.day ? -1 : 1));
  const points: VotesOfDay[] = [];
  let [votesFor, votesAgainst] = [0, 0];
  for (
    let at = end - Math.floor(Math.max(0, end - start) / DAY_MS / step) * step * DAY_MS;
    at <= end;
    at += step * DAY_MS
  ) {
    const day = new Date(at).toISOString().slice(0, 10);
    for (let next = waiting[0]; next !== undefined && next.day <= day; next = waiting[0]) {
      votesFor += next.votesFor;
      votesAgainst += next.votesAgainst;
      waiting.shift();
    }
    points.push({ day, votesFor, votesAgainst });
  }
  return points;
}
