import type { AddressTableMistake, AddressTableRow } from '@buurtstem/accounts-domain';
import { CsvError, parse } from 'csv-parse/sync';

interface ReadRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Splits a semicolon-separated file into rows; with a mistake when a quote in it is broken. */
export function readRows(csv: string): {
  readonly rows: AddressTableRow[];
  readonly mistake: AddressTableMistake | null;
} {
  const rows: AddressTableRow[] = [];
  try {
    parse(csv, {
      bom: true,
      delimiter: ';',
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      on_record: (read: unknown) => {
        const { record, info } = read as ReadRecord;
        rows.push({ line: info.lines, cells: record });
        return null;
      },
    });
    return { rows, mistake: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? rows.length + 1);
    const message = 'has a quote that is not closed, or one in the middle of a cell; take it out';
    return { rows, mistake: { line, code: 'address-row-not-readable', message } };
  }
}
