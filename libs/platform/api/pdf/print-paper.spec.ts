import { inflateSync } from 'node:zlib';
import type { Paper } from './paper';
import { printPaper } from './print-paper';

const PAPER: Paper = {
  title: 'Verslag van de telling',
  subtitle: 'Ronde 12, dinsdag 8 december 2026',
  footer: 'Stadsdeel West',
  date: new Date('2026-12-08T15:00:03Z'),
  blocks: [
    { kind: 'heading', level: 2, text: 'Uitslag' },
    { kind: 'paragraph', text: 'Plan 3 wint met 120 stemmen voor.' },
    { kind: 'list', items: ['Een bankje', 'Een boom'] },
    { kind: 'facts', facts: [['Drempel', '100 stemmen voor']] },
    {
      kind: 'table',
      caption: 'Alle plannen',
      columns: [
        { header: 'Plan', width: 4, namesRow: true },
        { header: 'Voor', width: 1, align: 'right' },
      ],
      rows: [['Een bankje', '120']],
    },
  ],
};

/** The file with its streams unpacked, as text. */
async function open(paper: Paper): Promise<string> {
  const bytes = await printPaper(paper);
  const text = bytes.toString('latin1');
  return text.replace(/stream\n([\s\S]*?)\nendstream/g, (whole, body: string) => {
    const raw = Buffer.from(body, 'latin1');
    return raw[0] === 0x78 ? `stream\n${inflateSync(raw).toString('latin1')}\nendstream` : whole;
  });
}

/** The tags in the order in which they stand in the file. */
const tagsIn = (file: string): string[] =>
  [...file.matchAll(/\/S \/(Document|H[1-6]|P|L|LI|Lbl|LBody|Table|TR|TH|TD)\b/g)].map(
    ([, tag]) => tag ?? '',
  );

const pagesIn = (file: string): number => file.match(/\/Type \/Page\b/g)?.length ?? 0;

describe('a printed paper', () => {
  it('is the same bytes, whenever it is printed', async () => {
    const [first, second] = [await printPaper(PAPER), await printPaper(PAPER)];
    expect(first.equals(second)).toBe(true);
    expect(first.subarray(0, 8).toString()).toBe('%PDF-1.7');
  });

  it('says its title, its language and that it is tagged, as PDF/UA asks', async () => {
    const file = await open(PAPER);
    expect(file).toContain('/Lang (nl)');
    expect(file).toContain('/DisplayDocTitle true');
    expect(file).toContain('/Marked true');
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(file).toMatch(/\d+ 0 obj\n\(Verslag van de telling\)/);
    expect(file).toContain('(D:20261208150003Z)');
  });

  it('tags headings, paragraphs, lists and tables', async () => {
    const tags = tagsIn(await open(PAPER));
    for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD'])
      expect(tags).toContain(tag);
  });

  it('says of a header cell whether it names its column or its row', async () => {
    const file = await open(PAPER);
    expect(file.match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(file.match(/\/Scope \/Row/g)).toHaveLength(2);
  });

  it('holds its fonts itself', async () => {
    const file = await open(PAPER);
    expect(file.match(/\/FontFile2/g)).toHaveLength(2);
    expect(file).not.toContain('/Helvetica');
  });

  it('shows a sign that the font does not have as a question mark', async () => {
    const withEmoji = { ...PAPER, subtitle: 'Groen \u{1f333} plan' };
    const withMark = { ...PAPER, subtitle: 'Groen ? plan' };
    expect((await printPaper(withEmoji)).equals(await printPaper(withMark))).toBe(true);
  });

  it('keeps signs out of its title that would break the file', async () => {
    const file = await open({ ...PAPER, title: 'Oost & <West>' });
    expect(file).toContain('<rdf:li xml:lang="x-default">Oost en West</rdf:li>');
  });

  it('goes on over pages, and says the header of a table once to a screen reader', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`Plan ${index + 1}`, String(index)]);
    const table = PAPER.blocks.find((block) => block.kind === 'table');
    if (table?.kind !== 'table') throw new Error('no table');
    const file = await open({ ...PAPER, blocks: [{ ...table, rows }] });
    expect(pagesIn(file)).toBeGreaterThan(2);
    expect(file.match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(file.match(/\/Scope \/Row/g)).toHaveLength(120);
  });

  it('refuses a row that is higher than a page, rather than losing its end', async () => {
    const rows = [['woord '.repeat(5000), '1']];
    const columns = [
      { header: 'Plan', width: 1 },
      { header: 'Voor', width: 1 },
    ];
    await expect(printPaper({ ...PAPER, blocks: [{ kind: 'table', columns, rows }] })).rejects.toThrow(
      'higher than a page',
    );
  });
});
