/**
 * A document for paper and screen readers, as a list of what stands in it from top to bottom. The layout belongs to
 * `printPaper`, so that the papers of every room look alike and carry the same tags.
 */
export interface Paper {
  /** What a reader shows as the name of the document, and its first heading. */
  readonly title: string;
  /** A line under the title: for whom, about when. */
  readonly subtitle?: string;
  /** Left at the foot of every page, beside the page number. */
  readonly footer: string;
  /** Stands in the file as its date: the same paper is the same bytes, whenever it is printed. */
  readonly date: Date;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly look?: 'strong' | 'small' }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  /** Pairs of a name and its value. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Table;

export type Fact = readonly [name: string, value: string];

export interface Table {
  readonly kind: 'table';
  /** Says what the table shows, above it. */
  readonly caption?: string;
  readonly columns: readonly Column[];
  /** A cell per column; a row must fit on a page. */
  readonly rows: readonly (readonly string[])[];
}

export interface Column {
  readonly header: string;
  /** Share of the width, against those of the other columns. */
  readonly width: number;
  readonly align?: 'left' | 'right';
  /** Whether its cells name their row. */
  readonly namesRow?: boolean;
}
