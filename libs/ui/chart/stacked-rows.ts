import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';

/** One bar, such as a year, with how many there are of each part. */
export interface StackedRow {
  readonly name: string;
  readonly counts: readonly number[];
}

/** A part of a bar; places and lengths as percentages of the longest bar. */
export interface Segment {
  readonly part: number;
  readonly count: number;
  readonly x: string;
  readonly width: string;
  readonly middle: string;
  /** Whether its number can stand in it. */
  readonly isWide: boolean;
}

/** From this share of the whole width two digits fit, also on a phone. */
const WIDE = 9;

/** The bars on one scale, so that years can be compared. */
export function stackedRows(
  rows: readonly StackedRow[],
): readonly { readonly name: string; readonly total: number; readonly segments: readonly Segment[] }[] {
  const totalOf = ({ counts }: StackedRow): number => counts.reduce((sum, count) => sum + count, 0);
  const x = scaleLinear([0, Math.max(1, ...rows.map(totalOf))], [0, 100]);
  const parts = (rows[0]?.counts ?? []).map((_count, part) => part);
  const layers = stack<unknown, StackedRow, number>()
    .keys(parts)
    .value((row, part) => row.counts[part] ?? 0)([...rows]);
  const percent = (share: number): string => `${share.toFixed(2)}%`;
  return rows.map((row, index) => ({
    name: row.name,
    total: totalOf(row),
    segments: layers.flatMap((layer) => {
      const [from, to] = layer[index] ?? [0, 0];
      const [start, end] = [x(from), x(to)];
      const segment = {
        part: layer.key,
        count: to - from,
        x: percent(start),
        width: percent(end - start),
        middle: percent((start + end) / 2),
        isWide: end - start >= WIDE,
      };
      return to > from ? [segment] : [];
    }),
  }));
}
