import { parseHouseNumber, parsePostcode } from './postcode';

/** One record of the file as it stands there. */
export interface AddressTableRow {
  /** Counted from 1, as an editor shows it. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface AddressTableEntry {
  readonly postcode: string;
  readonly houseNumber: number;
  /** Slug of the neighbourhood. */
  readonly neighbourhood: string;
}

export interface AddressTableMistake {
  readonly line: number;
  readonly code:
    | 'address-row-not-readable'
    | 'postcode-not-valid'
    | 'house-number-not-valid'
    | 'neighbourhood-unknown'
    | 'address-in-two-neighbourhoods';
  /** What is wrong and what to do. */
  readonly message: string;
}

interface Neighbourhood {
  readonly slug: string;
  readonly name: string;
}

const COLUMNS = 3;
const HEADERS: readonly string[] = ['pc6', 'postcode'];

/**
 * Reads an address table in the form of Statistics Netherlands (CBS): postcode, house number, neighbourhood. The
 * neighbourhood goes by its slug or its name. Names every mistake; a table with a mistake is of no use as a whole.
 */
export function readAddressTable(
  rows: readonly AddressTableRow[],
  neighbourhoods: readonly Neighbourhood[],
): { readonly entries: AddressTableEntry[]; readonly mistakes: AddressTableMistake[] } {
  const slugs = new Map(
    neighbourhoods.flatMap(({ slug, name }) => [
      [plain(slug), slug],
      [plain(name), slug],
    ]),
  );
  const found = new Map<string, AddressTableEntry & { readonly line: number }>();
  const mistakes: AddressTableMistake[] = [];
  const body = isHeader(rows[0]) ? rows.slice(1) : rows;
  for (const row of body) {
    const read = readRow(row, slugs);
    if (Array.isArray(read)) {
      mistakes.push(...read);
      continue;
    }
    const key = `${read.postcode} ${read.houseNumber}`;
    const earlier = found.get(key);
    if (!earlier) found.set(key, { ...read, line: row.line });
    else if (earlier.neighbourhood !== read.neighbourhood) mistakes.push(twice(row.line, earlier));
  }
  if (body.length === 0) mistakes.push(empty(rows[0]?.line ?? 1));
  const entries = [...found.values()].map(({ postcode, houseNumber, neighbourhood }) => ({
    postcode,
    houseNumber,
    neighbourhood,
  }));
  return { entries, mistakes };
}

function readRow(
  { line, cells }: AddressTableRow,
  slugs: ReadonlyMap<string, string>,
): AddressTableEntry | AddressTableMistake[] {
  const [first = '', second = '', third = ''] = cells;
  if (cells.length !== COLUMNS) {
    const message = `has ${cells.length} columns; write three, with a semicolon between: postcode;house number;neighbourhood`;
    return [{ line, code: 'address-row-not-readable', message }];
  }
  const postcode = parsePostcode(first);
  const houseNumber = parseHouseNumber(second);
  const neighbourhood = slugs.get(plain(third));
  if (postcode.ok && houseNumber !== null && neighbourhood !== undefined)
    return { postcode: postcode.value, houseNumber, neighbourhood };
  const mistakes: AddressTableMistake[] = [];
  if (!postcode.ok)
    mistakes.push({
      line,
      code: postcode.refusal,
      message: `“${short(first)}” is no postcode; write four digits and two letters, such as 1055AB`,
    });
  if (houseNumber === null)
    mistakes.push({
      line,
      code: 'house-number-not-valid',
      message: `“${short(second)}” is no house number; write a whole number from 1 to 99999, without an addition`,
    });
  if (neighbourhood === undefined)
    mistakes.push({
      line,
      code: 'neighbourhood-unknown',
      message: `“${short(third)}” is no neighbourhood of this district; write its name or its short name`,
    });
  return mistakes;
}

function twice(line: number, earlier: AddressTableEntry & { readonly line: number }): AddressTableMistake {
  const { postcode, houseNumber, neighbourhood } = earlier;
  const message = `${postcode} ${houseNumber} stands on line ${earlier.line} in ${neighbourhood}; keep one of the two`;
  return { line, code: 'address-in-two-neighbourhoods', message };
}

function empty(line: number): AddressTableMistake {
  const message = 'the table holds no addresses; write one on each line: postcode;house number;neighbourhood';
  return { line, code: 'address-row-not-readable', message };
}

function isHeader(row: AddressTableRow | undefined): boolean {
  return row !== undefined && HEADERS.includes(plain(row.cells[0] ?? ''));
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** A cell may be a whole file with its quotes gone wrong. */
function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
