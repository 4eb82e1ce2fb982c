/** What is being printed on. */
export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  /** The root of the tags. */
  readonly root: PDFKit.PDFStructureElement;
  readonly printable: (text: string) => string;
}

/** In points. */
export const SIZES = {
  title: 21,
  lead: 12,
  heading: 14,
  subheading: 12,
  text: 10.5,
  cell: 9.5,
  small: 9,
} as const;

/** All of them at least 7 to 1 on white, but for lines. */
export const INK = {
  strong: '#00405c',
  text: '#1a1a1a',
  soft: '#474747',
  line: '#b5b5b5',
  shade: '#eef3f6',
} as const;
