/** Stands in a text where a moderator took something out. */
export const MARK = '[weggehaald]';

/** The text with the mark in the place of one stretch; marks that come to stand against each other become one. */
export function withoutSpan(text: string, start: number, end: number): string {
  const [from, to] = roundMarks(text, Math.min(start, end), Math.max(start, end));
  return `${text.slice(0, from)}${MARK}${text.slice(to)}`;
}

/** The text with the mark in every place of these words. */
export function withoutWords(text: string, words: string): string {
  return words === '' ? text : text.replaceAll(words, MARK);
}

/** A stretch that begins, ends or touches inside an earlier mark takes that mark with it. */
function roundMarks(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
    const after = at + MARK.length;
    if (after < from || at > to) continue;
    from = Math.min(from, at);
    to = Math.max(to, after);
  }
  return [from, to];
}
