import type { Block, Paper } from './paper';
import { PaperTable } from './paper-table';
import { INK, type Sheet, SIZES } from './sheet';

const MARGINS = { top: 62, right: 57, bottom: 68, left: 57 };

/**
 * Prints a paper as PDF: tagged for screen readers, with its own fonts in it, and the same bytes for the same paper.
 */
export async function printPaper(paper: Paper): Promise<Buffer> {
  // What writes PDF is large: it is loaded for the first paper.
  const { openDocument } = await import('./document');
  const sheet = openDocument({ title: paper.title, date: paper.date, size: 'A4', margins: MARGINS });
  printTitle(sheet, paper);
  for (const block of paper.blocks) printBlock(sheet, block);
  sheet.root.end();
  printFeet(sheet, paper);
  return sheet.finish();
}

function printTitle(sheet: Sheet, paper: Paper): void {
  const { doc } = sheet;
  put(sheet, 'H1', paper.title, () => doc.font('strong').fontSize(SIZES.title).fillColor(INK.strong));
  if (paper.subtitle !== undefined) {
    doc.y += 2;
    put(sheet, 'P', paper.subtitle, () => doc.font('regular').fontSize(SIZES.lead).fillColor(INK.soft));
  }
  doc.y += 10;
}

function printBlock(sheet: Sheet, block: Block): void {
  const { doc } = sheet;
  switch (block.kind) {
    case 'heading': {
      const size = block.level === 2 ? SIZES.heading : SIZES.subheading;
      doc.y += block.level === 2 ? 16 : 10;
      // A heading at the foot of a page stands apart from what it announces.
      if (doc.y + size * 6 > doc.page.maxY()) doc.addPage();
      put(sheet, `H${block.level}`, block.text, () =>
        doc.font('strong').fontSize(size).fillColor(INK.strong),
      );
      doc.y += 4;
      return;
    }
    case 'paragraph': {
      const size = block.look === 'small' ? SIZES.small : SIZES.text;
      for (const text of block.text.split(/\n+/)) {
        put(sheet, 'P', text, () =>
          doc
            .font(block.look === 'strong' ? 'strong' : 'regular')
            .fontSize(size)
            .fillColor(block.look === 'small' ? INK.soft : INK.text),
        );
        doc.y += 5;
      }
      return;
    }
    case 'list':
      printList(sheet, block.items, block.numbered === true);
      return;
    case 'facts':
      new PaperTable(sheet, [
        { header: '', width: 3, namesRow: true },
        { header: '', width: 7 },
      ]).print(block.facts);
      return;
    case 'table':
      if (block.caption !== undefined) {
        if (doc.y + SIZES.text * 7 > doc.page.maxY()) doc.addPage();
        put(sheet, 'P', block.caption, () => doc.font('strong').fontSize(SIZES.text).fillColor(INK.text));
        doc.y += 4;
      }
      new PaperTable(sheet, block.columns).print(block.rows);
  }
}

/** Text of its own, under the tag that names what it is. */
function put({ doc, root, printable: clean }: Sheet, tag: string, text: string, look: () => void): void {
  root.add(
    doc.struct(tag, {}, () => {
      look();
      doc.text(clean(text), doc.page.margins.left, doc.y, { lineGap: 2 });
    }),
  );
}

function printList(
  { doc, root, printable: clean }: Sheet,
  items: readonly string[],
  numbered: boolean,
): void {
  const list = doc.struct('L');
  root.add(list);
  const left = doc.page.margins.left;
  items.forEach((item, index) => {
    doc.font('regular').fontSize(SIZES.text).fillColor(INK.text);
    if (doc.y + SIZES.text * 1.5 > doc.page.maxY()) doc.addPage();
    const line = doc.struct('LI');
    list.add(line);
    const { y } = doc;
    line.add(
      doc.struct('Lbl', {}, () => {
        doc.text(numbered ? `${index + 1}.` : '•', left + 4, y, { lineBreak: false });
      }),
    );
    line.add(
      doc.struct('LBody', {}, () => {
        doc.text(clean(item), left + 22, y, { lineGap: 2 });
      }),
    );
    line.end();
    doc.y += 3;
  });
  list.end();
  doc.y += 4;
}

/** The foot of each page is no part of the text: a screen reader passes over it. */
function printFeet({ doc, printable: clean }: Sheet, paper: Paper): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    const { left, right, bottom } = doc.page.margins;
    const y = doc.page.height - 44;
    // Below the bottom margin a text would begin a new page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    doc
      .lineWidth(0.5)
      .strokeColor(INK.line)
      .moveTo(left, y - 8)
      .lineTo(doc.page.width - right, y - 8)
      .stroke();
    doc.font('regular').fontSize(SIZES.small).fillColor(INK.soft);
    doc.text(clean(paper.footer), left, y, { lineBreak: false });
    const number = `Pagina ${page - start + 1} van ${count}`;
    doc.text(number, doc.page.width - right - doc.widthOfString(number), y, { lineBreak: false });
    doc.endMarkedContent();
    doc.page.margins.bottom = bottom;
  }
}
