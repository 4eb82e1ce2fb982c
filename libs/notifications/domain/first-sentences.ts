/**
 * The first whole sentences of a text that fit in `most` characters, and whether there is more. A first sentence that
 * is longer is cut between words, so that something is always left to read.
 */
export function firstSentences(
  text: string,
  most: number,
): { readonly text: string; readonly isCut: boolean } {
  const whole = text.replace(/\s+/g, ' ').trim();
  if (whole.length <= most) return { text: whole, isCut: false };
  const start = whole.slice(0, most + 1);
  const ends = [...start.matchAll(/[.?!](?= )/g)];
  const last = ends.at(-1);
  if (last) return { text: start.slice(0, last.index + 1), isCut: true };
  const space = start.lastIndexOf(' ');
  return { text: `${start.slice(0, space > 0 ? space : most)}…`, isCut: true };
}
