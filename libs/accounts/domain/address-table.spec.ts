import fc from 'fast-check';
import { readAddressTable, type AddressTableRow } from './address-table';

const NEIGHBOURHOODS = [
  { slug: 'sluiskwartier', name: 'Sluiskwartier' },
  { slug: 'oude-haven', name: 'Oude Haven' },
];
const rowsOf = (...lines: string[]): AddressTableRow[] =>
  lines.map((text, index) => ({ line: index + 1, cells: text.split(';') }));
const read = (...lines: string[]) => readAddressTable(rowsOf(...lines), NEIGHBOURHOODS);

describe('an address table', () => {
  it('is read with or without a header, the neighbourhood by its name or slug in any case', () => {
    const entries = [
      { postcode: '1055AB', houseNumber: 1, neighbourhood: 'sluiskwartier' },
      { postcode: '1055AC', houseNumber: 2, neighbourhood: 'oude-haven' },
    ];
    for (const header of [[], ['PC6;Huisnummer;Buurt'], ['postcode;house number;neighbourhood'], [' pc6 ;;']])
      expect(read(...header, '1055ab;1;SLUISKWARTIER', '1055 AC; 2 ; oude haven')).toEqual({
        entries,
        mistakes: [],
      });
    expect(read('1055AC;2;Oude-Haven').entries).toEqual([entries[1]]);
  });

  it('names every mistake by its line', () => {
    const { mistakes } = read(
      'PC6;huisnummer;buurt',
      '1055AB;1;Sluiskwartier',
      '0055AB;1;Sluiskwartier',
      '1055AB;12A;Sluiskwartier',
      '1055AB;3;Elders',
      '1055AB;4',
      '1055AB;5;Sluiskwartier;x',
      'x;y;z',
      '1055AB;1;Oude Haven',
      'PC6;huisnummer;buurt',
    );
    expect(mistakes.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 postcode-not-valid',
      '4 house-number-not-valid',
      '5 neighbourhood-unknown',
      '6 address-row-not-readable',
      '7 address-row-not-readable',
      '8 postcode-not-valid',
      '8 house-number-not-valid',
      '8 neighbourhood-unknown',
      '9 address-in-two-neighbourhoods',
      '10 postcode-not-valid',
      '10 house-number-not-valid',
      '10 neighbourhood-unknown',
    ]);
    expect(mistakes[3]?.message).toBe(
      'has 2 columns; write three, with a semicolon between: postcode;house number;neighbourhood',
    );
    expect(mistakes[8]?.message).toBe('1055AB 1 stands on line 2 in sluiskwartier; keep one of the two');
  });

  it('repeats no more of a cell than tells it apart', () => {
    const [mistake] = read(`${'x'.repeat(5000)};1;Sluiskwartier`).mistakes;
    expect(mistake?.message.length).toBeLessThan(150);
  });

  it('may say the same twice', () => {
    expect(read('1055AB;1;Sluiskwartier', '1055 ab;01;sluiskwartier')).toEqual({
      entries: [{ postcode: '1055AB', houseNumber: 1, neighbourhood: 'sluiskwartier' }],
      mistakes: [],
    });
  });

  it.each([[[]], [['PC6;huisnummer;buurt']]])('that is empty is a mistake: %j', (lines) => {
    const { mistakes } = read(...lines);
    expect(mistakes.map(({ line, code }) => [line, code])).toEqual([[1, 'address-row-not-readable']]);
  });

  it('copes with a row without any cell', () => {
    expect(readAddressTable([{ line: 1, cells: [] }], NEIGHBOURHOODS).mistakes).toHaveLength(1);
  });

  it('loses no row: each is an address, or has a mistake that names its line', () => {
    const cell = fc.oneof(
      fc.constantFrom('1055AB', '1055AC', '1', '2', 'Sluiskwartier', 'oude-haven', ''),
      fc.string(),
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (cells) => {
        const rows = cells.map((one, index) => ({ line: index + 1, cells: one }));
        const { entries, mistakes } = readAddressTable(rows, NEIGHBOURHOODS);
        const wrong = new Set(mistakes.map(({ line }) => line));
        const right = rows.filter(({ line }) => !wrong.has(line));
        const kept = new Set(entries.map(({ postcode, houseNumber }) => `${postcode} ${houseNumber}`));
        for (const { cells: one } of right.slice(
          /^(pc6|postcode)$/i.test(cells[0]?.[0]?.trim() ?? '') ? 1 : 0,
        ))
          expect(kept.has(`${one[0]} ${Number(one[1])}`)).toBe(true);
      }),
    );
  });
});
