/** Longest title, name or place in the standard. */
export const ORI_TITLE = 100;
const MORE = '…';

/** A text of at most so many characters; what is longer ends after a whole word, with the sign that there is more. */
export function shortened(text: string, most: number = ORI_TITLE): string {
  const signs = [...text.trim()];
  if (signs.length <= most) return signs.join('');
  const start = signs.slice(0, most - 1).join('');
  // Where the next sign begins a word, nothing was cut in two.
  const isWhole = signs[most - 1] === ' ';
  const end = isWhole ? start.length : start.lastIndexOf(' ');
  return `${(end > 0 ? start.slice(0, end) : start).trimEnd()}${MORE}`;
}
