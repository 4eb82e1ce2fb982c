import type { Column } from './paper';
import { INK, type Sheet, SIZES } from './sheet';

const PADDING = { x: 5, y: 4 };

interface Cell {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly column: Column;
}

/**
 * A table that goes on over pages, with its header above each part. pdfkit's own says the header once, and clips what
 * does not fit.
 */
export class PaperTable {
  private readonly left: number;
  private readonly widths: readonly number[];

  constructor(
    private readonly sheet: Sheet,
    private readonly columns: readonly Column[],
  ) {
    const { page } = sheet.doc;
    this.left = page.margins.left;
    const width = page.width - page.margins.left - page.margins.right;
    const shares = columns.reduce((sum, column) => sum + column.width, 0);
    this.widths = columns.map((column) => (width * column.width) / shares);
  }

  print(rows: readonly (readonly string[])[]): void {
    const { doc, root } = this.sheet;
    const table = doc.struct('Table');
    root.add(table);
    const hasHeader = this.columns.some(({ header }) => header !== '');
    const header = this.cellsOf(this.columns.map((column) => column.header));
    if (hasHeader) {
      if (doc.y + this.height(header, 'header') + 40 > doc.page.maxY()) doc.addPage();
      this.row(table, header, 'header');
    }
    for (const row of rows) {
      const cells = this.cellsOf(row);
      if (doc.y + this.height(cells, 'body') > doc.page.maxY()) {
        doc.addPage();
        if (hasHeader) this.headerAgain(header);
      }
      this.row(table, cells, 'body');
    }
    table.end();
    doc.x = this.left;
    doc.y += 10;
  }

  private row(table: PDFKit.PDFStructureElement, cells: readonly Cell[], kind: 'header' | 'body'): void {
    const { doc } = this.sheet;
    const top = doc.y;
    const height = this.height(cells, kind);
    this.ground(top, height, kind);
    const line = doc.struct('TR');
    table.add(line);
    for (const cell of cells) {
      const isHeader = kind === 'header' || cell.column.namesRow === true;
      const options = isHeader ? naming(kind === 'header' ? 'Column' : 'Row') : {};
      line.add(doc.struct(isHeader ? 'TH' : 'TD', options, () => this.text(cell, top, isHeader)));
    }
    line.end();
    doc.y = top + height;
  }

  /** The header above the next part is for the eye alone: the tags hold it once. */
  private headerAgain(cells: readonly Cell[]): void {
    const { doc } = this.sheet;
    const top = doc.y;
    const height = this.height(cells, 'header');
    this.ground(top, height, 'header');
    doc.markContent('Artifact', { type: 'Layout' });
    for (const cell of cells) this.text(cell, top, true);
    doc.endMarkedContent();
    doc.y = top + height;
  }

  private ground(top: number, height: number, kind: 'header' | 'body'): void {
    const { doc } = this.sheet;
    const width = this.widths.reduce((sum, one) => sum + one, 0);
    doc.markContent('Artifact', { type: 'Layout' });
    if (kind === 'header') doc.rect(this.left, top, width, height).fill(INK.shade);
    doc
      .lineWidth(0.5)
      .strokeColor(INK.line)
      .moveTo(this.left, top + height)
      .lineTo(this.left + width, top + height)
      .stroke();
    doc.endMarkedContent();
  }

  private text({ text, x, width, column }: Cell, top: number, strong: boolean): void {
    const { doc } = this.sheet;
    doc
      .font(strong ? 'strong' : 'regular')
      .fontSize(SIZES.cell)
      .fillColor(INK.text);
    doc.text(text, x + PADDING.x, top + PADDING.y, {
      width: width - 2 * PADDING.x,
      align: column.align ?? 'left',
      lineGap: 1,
    });
  }

  private height(cells: readonly Cell[], kind: 'header' | 'body'): number {
    const { doc } = this.sheet;
    doc.fontSize(SIZES.cell);
    const tallest = Math.max(
      ...cells.map(({ text, width, column }) =>
        doc
          .font(kind === 'header' || column.namesRow === true ? 'strong' : 'regular')
          .heightOfString(text, { width: width - 2 * PADDING.x, lineGap: 1 }),
      ),
    );
    const height = tallest + 2 * PADDING.y;
    const { top, bottom } = doc.page.margins;
    if (height > doc.page.height - top - bottom) throw new Error('A row of the table is higher than a page.');
    return height;
  }

  private cellsOf(texts: readonly string[]): Cell[] {
    let x = this.left;
    return this.columns.map((column, index) => {
      const width = this.widths[index] ?? 0;
      const cell = { text: this.sheet.printable(texts[index] ?? ''), x, width, column };
      x += width;
      return cell;
    });
  }
}

/** The types of pdfkit leave the scope out. */
function naming(scope: 'Column' | 'Row'): PDFKit.Mixins.StructureElementOptions {
  return { scope } as PDFKit.Mixins.StructureElementOptions;
}
