import PDFDocument from 'pdfkit';
import { FONTS } from './fonts';
import { hasSign } from './lettering';
import type { Sheet } from './sheet';

/** Known to pdfkit since 0.15, and not to its types. */
const PDF_UA = { subset: 'PDF/UA' } as unknown as { subset: PDFKit.Mixins.PDFSubsets };

export interface DocumentSettings {
  /** What a reader shows as the name of the document. */
  readonly title: string;
  /** Stands in the file: the same text with the same date is the same bytes. */
  readonly date: Date;
  readonly lang?: string;
  readonly size: 'A4' | 'A3';
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

/** A sheet to print on, and the file that it becomes once {@link finish} is called. */
export interface OpenDocument extends Sheet {
  finish(): Promise<Buffer>;
}

/** Begins a PDF that is tagged for screen readers and has its own fonts in it. */
export function openDocument({ title, date, lang = 'nl', size, margins }: DocumentSettings): OpenDocument {
  const doc = new PDFDocument({
    size,
    margins,
    lang,
    tagged: true,
    ...PDF_UA,
    pdfVersion: '1.7',
    displayTitle: true,
    bufferPages: true,
    font: FONTS.regular,
    info: { Title: metadata(title, lang), Producer: 'Buurtstem', Creator: 'Buurtstem', CreationDate: date },
  });
  const bytes = collect(doc);
  doc.registerFont('regular', FONTS.regular);
  doc.registerFont('strong', FONTS.strong);
  const root = doc.struct('Document');
  doc.addStructure(root);
  return {
    doc,
    root,
    printable: (text) => printable(doc, text),
    finish: () => {
      doc.end();
      return bytes;
    },
  };
}

/** What the font has no sign for is shown as a question mark: a file for everyone may hold no empty signs. */
function printable(doc: PDFKit.PDFDocument, text: string): string {
  return [...text.normalize('NFC')]
    .map((sign) => (sign === '\n' || hasSign(doc, sign) ? sign : '?'))
    .join('');
}

/** pdfkit writes the title into the file's XML as it is. */
function metadata(title: string, lang: string): string {
  return title.replaceAll('&', lang === 'nl' ? 'en' : 'and').replace(/[<>]/g, '');
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}
