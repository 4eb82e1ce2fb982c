import { Component, computed, input } from '@angular/core';
import { WholePipe } from '../format/pipes';
import { stackedRows, type StackedRow } from './stacked-rows';

/** How a part is filled: five that differ without colour. */
export const FILLS = ['full', 'stripes', 'dots', 'open', 'cross'] as const;

export interface StackedPart {
  readonly words: string;
  readonly fill: (typeof FILLS)[number];
}

/**
 * Bars that say what a number is made of. Parts differ by pattern as well as by colour, bear their number where it fits, and
 * the table below has every number. Drawn with attributes alone: the content security policy refuses inline styles.
 */
@Component({
  selector: 'bs-stacked-chart',
  imports: [WholePipe],
  templateUrl: './stacked-chart.html',
})
export class StackedChart {
  /** Unique on the page: what the drawing's names are made of. */
  readonly name = input.required<string>();
  readonly heading = input.required<string>();
  /** What there is to see, in one sentence. */
  readonly finding = input.required<string>();
  /** What a row stands for, such as "Jaar". */
  readonly rowHead = input.required<string>();
  readonly parts = input.required<readonly StackedPart[]>();
  readonly rows = input.required<readonly StackedRow[]>();

  protected readonly drawn = computed(() => stackedRows(this.rows()));
  /** In rem: a name above each bar. */
  protected readonly height = computed(() => `${this.rows().length * ROW}rem`);
  protected readonly fills = FILLS;

  protected at(row: number, rem: number): string {
    return `${row * ROW + rem}rem`;
  }

  protected fillOf(part: number): string {
    const fill = this.parts()[part]?.fill ?? 'open';
    return fill === 'full' || fill === 'open' ? '' : `url(#${this.name()}-${fill})`;
  }
}

const ROW = 4.5;
