import { Written } from './format/written';
import { Component, computed, input } from '@angular/core';

type Piece = { readonly text: string; readonly href: string | null };

const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/;

/** Splits plain text into paragraphs, lines and web addresses. The text is never read as markup. */
export function piecesOf(text: string): Piece[][][] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph.split('\n').map((line) =>
        line
          .split(ADDRESS)
          .filter((part) => part !== '')
          .map((part) => ({ text: part, href: ADDRESS.test(part) ? part : null })),
      ),
    );
}

/** A resident's own text: paragraphs, and web addresses as links that lend the plan's standing to nobody. */
@Component({
  selector: 'bs-paragraphs',
  template: `@for (paragraph of paragraphs(); track $index) {
    <p>
      @for (line of paragraph; track $index; let lastLine = $last) {
        @for (piece of line; track $index) {
          @if (piece.href) {
            <a [href]="piece.href" rel="nofollow ugc noopener">{{ piece.text }}</a>
          } @else {
            <span>{{ piece.text }}</span>
          }
        }
        @if (!lastLine) {
          <br />
        }
      }
    </p>
  }`,
  hostDirectives: [Written],
  host: { class: 'bs-stack' },
})
export class Paragraphs {
  readonly text = input.required<string>();
  protected readonly paragraphs = computed(() => piecesOf(this.text()));
}
