import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** What stood at the end of a day; a day is `2026-11-28`. */
export interface VotesOfDay {
  readonly day: string;
  readonly votesFor: number;
  readonly votesAgainst: number;
}

/** Where things are in a drawing of 100 by 100, which is stretched to the width that there is. */
export interface VotesLines {
  readonly forPath: string;
  readonly againstPath: string;
  /** Where the two lines end, as percentages from the top. */
  readonly forEnd: string;
  readonly againstEnd: string;
  /** Lines to read numbers from. */
  readonly ticks: readonly { readonly value: number; readonly y: string }[];
  readonly thresholdY: string | null;
}

const TICKS = 4;

export function votesLines(days: readonly VotesOfDay[], threshold: number): VotesLines {
  const most = Math.max(
    1,
    threshold,
    ...days.flatMap(({ votesFor, votesAgainst }) => [votesFor, votesAgainst]),
  );
  const y = scaleLinear([0, most * 1.1], [100, 0]);
  const x = scaleLinear([0, Math.max(1, days.length - 1)], [0, 100]);
  const path = (votes: (day: VotesOfDay) => number): string =>
    line<VotesOfDay>(
      (_day, index) => x(index),
      (day) => y(votes(day)),
    )([...days]) ?? '';
  const last = days.at(-1);
  const height = (votes: number): string => `${y(votes).toFixed(1)}%`;
  return {
    forPath: path((day) => day.votesFor),
    againstPath: path((day) => day.votesAgainst),
    forEnd: height(last?.votesFor ?? 0),
    againstEnd: height(last?.votesAgainst ?? 0),
    // There is no half vote, and a number that almost touches the threshold's own cannot be read.
    ticks: y
      .ticks(TICKS)
      .filter(
        (value) => Number.isInteger(value) && (threshold === 0 || Math.abs(y(value) - y(threshold)) > 8),
      )
      .map((value) => ({ value, y: height(value) })),
    thresholdY: threshold > 0 ? height(threshold) : null,
  };
}
