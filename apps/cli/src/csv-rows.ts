import { CsvError, parse } from 'csv-parse/sync';
import { BadInput } from './bad-input';

export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a CSV text (RFC 4180 quoting, LF or CRLF, with or without a byte-order mark), empty lines left out. */
export function csvRows(source: string, text: string, delimiter: ',' | ';'): CsvRow[] {
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return rows.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BadInput(source, [csvMistake(error)]);
  }
}

function csvMistake(error: CsvError): string {
  const line = typeof error['lines'] === 'number' ? ` (line ${error['lines']})` : '';
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return `a quote is opened and never closed${line}: is the file cut off?`;
  return `not readable as CSV${line}: ${error.message.split('\n')[0] ?? ''}`;
}

/** Reads cells by the names in the header row; the order of columns varies. */
export class Columns {
  private readonly index: ReadonlyMap<string, number>;

  constructor(private readonly header: CsvRow) {
    this.index = new Map(header.cells.map((name, position) => [name.trim(), position]));
  }

  /** A mistake for every required column that the header lacks, and for every name that it holds twice. */
  mistakes(section: string, required: readonly string[]): string[] {
    const missing = required.filter((name) => !this.index.has(name));
    const repeated = this.index.size < this.header.cells.length ? ['a column name stands twice'] : [];
    return [...missing.map((name) => `no column "${name}"`), ...repeated].map(
      (mistake) => `${section} header (line ${this.header.line}): ${mistake}`,
    );
  }

  /** Whether the row has as many cells as the header names. */
  fits(row: CsvRow): boolean {
    return row.cells.length === this.header.cells.length;
  }

  cell(row: CsvRow, name: string): string {
    const position = this.index.get(name);
    return (position === undefined ? undefined : row.cells[position])?.trim() ?? '';
  }
}
