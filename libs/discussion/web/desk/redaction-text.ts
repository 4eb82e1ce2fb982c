import { REDACTION_MARK as MARK } from '@buurtstem/discussion-domain';

/** The text with the mark in the place of one stretch; marks that come to stand against each other become one. */
export function withoutSpan(text: string, start: number, end: number): string {
  const [from, to] = roundMarks(text, Math.min(start, end), Math.max(start, end));
  return `${text.slice(0, from)}${MARK}${text.slice(to)}`;
}

/** The text with the mark in every place of these words. */
export function withoutWords(text: string, words: string): string {
  return words === '' ? text : text.replaceAll(words, MARK);
}

/** Where a place of a text field is in the text itself: a field counts each end of a line as one character. */
export function placeIn(text: string, place: number): number {
  let [at, seen] = [0, 0];
  for (; seen < place; seen++) at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
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
