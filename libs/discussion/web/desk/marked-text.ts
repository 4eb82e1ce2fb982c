import { Component, computed, input } from '@angular/core';

interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Splits a text into what triggered a hint and what did not; the longest of two that overlap. */
export function markedPieces(text: string, matches: readonly string[]): Piece[] {
  const wanted = [...new Set(matches)].filter((match) => match !== '');
  if (wanted.length === 0) return text === '' ? [] : [{ text, isMarked: false }];
  const longestFirst = wanted.sort((one, other) => other.length - one.length).map(escaped);
  return text
    .split(new RegExp(`(${longestFirst.join('|')})`))
    .map((piece, index) => ({ text: piece, isMarked: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

/** The regular expression that means exactly this text. */
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A resident's text as they wrote it, with what triggered a hint marked. The text is never read as markup. */
@Component({
  selector: 'bs-marked-text',
  template: `@for (piece of pieces(); track $index) {
    @if (piece.isMarked) {
      <mark class="bs-mark">{{ piece.text }}</mark>
    } @else {
      <span>{{ piece.text }}</span>
    }
  }`,
  host: { class: 'bs-pre' },
})
export class MarkedText {
  readonly text = input.required<string>();
  readonly matches = input<readonly string[]>([]);
  protected readonly pieces = computed(() => markedPieces(this.text(), this.matches()));
}
