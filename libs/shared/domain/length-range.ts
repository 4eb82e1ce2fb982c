/** Bounds of a text in characters (Unicode code points, so an emoji is one), both inclusive. */
export interface LengthRange {
  readonly min: number;
  readonly max: number;
}

/** Whether the text, without surrounding blanks, is within the bounds. */
export function fits(text: string, range: LengthRange): boolean {
  const length = [...text.trim()].length;
  return length >= range.min && length <= range.max;
}
