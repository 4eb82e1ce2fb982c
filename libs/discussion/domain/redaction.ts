import { accept, refuse, type Result } from '@buurtstem/shared-domain';

/** Stands in a text where a moderator took something out. */
export const REDACTION_MARK = '[weggehaald]';

/** A stretch of a text: from its first character up to the one after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

type RedactionRefusal = 'redaction-changes-text' | 'redaction-removes-nothing';

/** The text with the mark in the place of each span; what overlaps or touches becomes one mark. */
export function redact(original: string, spans: readonly Span[]): string {
  let text = '';
  let from = 0;
  for (const { start, end } of joined(spans)) {
    text += original.slice(from, start) + REDACTION_MARK;
    from = end;
  }
  return text + original.slice(from);
}

/**
 * Whether a text differs from the original by nothing but what was taken out: what stands between the marks stands in
 * the original too, in the same order, from its very beginning to its very end, and every mark stands for something.
 * Answers how many marks there are.
 */
export function redactionOf(original: string, redacted: string): Result<number, RedactionRefusal> {
  if (redacted === original) return refuse('redaction-removes-nothing');
  const mark = unusedCharacter([original, redacted]);
  const spans = takenOut(inOneCharacter(original, mark), inOneCharacter(redacted, mark), mark);
  return spans === null ? refuse('redaction-changes-text') : accept(spans.length);
}

/**
 * The text as it stands after one redaction is undone: what that one took out is back, what later ones took out stays
 * out. `current` is `redacted` after later redactions, if there were any; null where it is another text by now.
 */
export function undoRedaction(original: string, redacted: string, current: string): string | null {
  if (current === redacted) return original;
  const mark = unusedCharacter([original, redacted, current]);
  const [first, second] = [inOneCharacter(original, mark), inOneCharacter(redacted, mark)];
  const undone = takenOut(first, second, mark);
  const later = takenOut(second, inOneCharacter(current, mark), mark);
  if (undone === null || later === null) return null;
  const marks = marksOf(undone);
  // Where a mark stands for a mark, nothing more was taken out.
  const kept = later
    .filter(({ start, end }) => !marks.some(({ mark: at }) => at === start && at + 1 === end))
    .map(({ start, end }) => ({
      start: inOriginal(marks, start),
      end: inOriginal(marks, end),
    }));
  return redact(first, kept).replaceAll(mark, REDACTION_MARK);
}

/**
 * The stretches of the original that the marks stand for; null where the text differs by more. Where a mark could stand
 * for more than one stretch it is the earliest.
 */
function takenOut(original: string, redacted: string, mark: string): Span[] | null {
  const firstMark = redacted.indexOf(mark);
  if (firstMark < 0) return null;
  const [first, last] = [redacted.slice(0, firstMark), redacted.slice(redacted.lastIndexOf(mark) + 1)];
  if (!original.startsWith(first)) return null;
  const spans: Span[] = [];
  let start = first.length;
  for (const piece of redacted.split(mark).slice(1, -1)) {
    const end = original.indexOf(piece, start + 1);
    if (end <= start) return null;
    spans.push({ start, end });
    start = end + piece.length;
  }
  const end = original.length - last.length;
  if (end <= start || !original.endsWith(last)) return null;
  spans.push({ start, end });
  return spans.some((span) => splitsCharacter(original, span)) ? null : spans;
}

/** So that no mark is matched by a part of another one. */
function inOneCharacter(text: string, mark: string): string {
  return text.replaceAll(REDACTION_MARK, mark);
}

/** The first private character that none of the texts holds. */
function unusedCharacter(texts: readonly string[]): string {
  let code = 0xe000;
  while (texts.some((text) => text.includes(String.fromCharCode(code)))) code++;
  return String.fromCharCode(code);
}

interface Mark {
  /** Where the mark stands in the redacted text. */
  readonly mark: number;
  /** What it stands for in the original. */
  readonly span: Span;
}

function marksOf(spans: readonly Span[]): Mark[] {
  let shift = 0;
  return spans.map((span) => {
    const mark = span.start + shift;
    shift += 1 - (span.end - span.start);
    return { mark, span };
  });
}

/** Where a place of the redacted text is in the original. */
function inOriginal(marks: readonly Mark[], place: number): number {
  const before = marks.filter(({ mark }) => mark < place).at(-1);
  return before ? before.span.end + (place - before.mark - 1) : place;
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    if (span.end <= span.start) continue;
    const last = result.at(-1);
    if (last && span.start <= last.end)
      result.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) });
    else result.push(span);
  }
  return result;
}

/** Half an emoji left standing is a character that nobody wrote. */
function splitsCharacter(text: string, { start, end }: Span): boolean {
  return [start, end].some((place) =>
    /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, place - 1), place + 1)),
  );
}
