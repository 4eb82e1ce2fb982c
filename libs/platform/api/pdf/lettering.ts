import PDFDocument from 'pdfkit';
import { FONTS } from './fonts';

export interface Lettering {
  readonly font: keyof typeof FONTS;
  readonly size: number;
}

export interface Setting {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Only ever measured with. What it laid out it does not keep: it lives as long as the process. */
let measuring: PDFKit.PDFDocument | undefined;
/** Of one sign at size 1; no more of them than the font has. */
const widths = { regular: new Map<string, number>(), strong: new Map<string, number>() };

function measureWith(font: Lettering['font']): PDFKit.PDFDocument {
  measuring ??= new PDFDocument({
    autoFirstPage: false,
    font: FONTS.regular,
    ...({ fontLayoutCache: false } as object),
  })
    .registerFont('regular', FONTS.regular)
    .registerFont('strong', FONTS.strong);
  return measuring.font(font);
}

/** Sign by sign: what the font moves closer together only makes it narrower. */
export function widthOf(text: string, { font, size }: Lettering): number {
  let width = 0;
  for (const sign of text) width += size * widthOfSign(sign, font);
  return width;
}

function widthOfSign(sign: string, font: Lettering['font']): number {
  const known = widths[font].get(sign);
  if (known !== undefined) return known;
  const doc = measureWith(font);
  const width = doc.fontSize(100).widthOfString(sign) / 100;
  if (hasSign(doc, sign)) widths[font].set(sign, width);
  return width;
}

/** The text with the signs that the font has, on one line: a picture has no other font to fall back on. */
export function legible(text: string): string {
  const doc = measureWith('regular');
  return [...text.normalize('NFC').replace(/\s/g, ' ')]
    .filter((sign) => hasSign(doc, sign))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Whether the font that the document writes in can show this. */
export function hasSign(doc: PDFKit.PDFDocument, sign: string): boolean {
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })
    ._font;
  return font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
}

/**
 * Sets a text in the first of these sizes in which it takes no more lines than allowed and keeps its words whole. In the last
 * size words are broken, and the text is cut off with an ellipsis, where it must be.
 */
export function fit(
  text: string,
  {
    font,
    sizes,
    width,
    lines: most,
  }: {
    readonly font: Lettering['font'];
    readonly sizes: readonly number[];
    readonly width: number;
    readonly lines: number;
  },
): Setting {
  let setting: Setting = { size: 0, lines: [] };
  for (const size of sizes) {
    setting = { size, lines: wrap(text, { font, size }, width) };
    if (setting.lines.length <= most && !breaksWords(text, { font, size }, width)) return setting;
  }
  if (setting.lines.length <= most) return setting;
  const kept = setting.lines.slice(0, most);
  const last = kept.at(-1) ?? '';
  return { ...setting, lines: [...kept.slice(0, -1), cut(last, { font, size: setting.size }, width)] };
}

function breaksWords(text: string, lettering: Lettering, width: number): boolean {
  return text.split(' ').some((word) => widthOf(word, lettering) > width);
}

function wrap(text: string, lettering: Lettering, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => pieces(one, lettering, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, lettering) <= width) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A word that is wider than the line is broken where it must be. */
function pieces(word: string, lettering: Lettering, width: number): string[] {
  const found: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && widthOf(piece + sign, lettering) > width) {
      found.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...found, piece];
}

function cut(line: string, lettering: Lettering, width: number): string {
  let kept = line;
  while (kept !== '' && widthOf(`${kept}…`, lettering) > width) kept = kept.slice(0, -1).trimEnd();
  return `${kept}…`;
}
