const HEAD = ['drill', 'fault', 'what was done', 'acknowledged', 'found', 'lost', 'refused', 'verdict'];

/** The rows below their headings, as a table that Markdown reads too. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((title, nth) =>
    Math.max(title.length, ...rows.map((row) => (row[nth] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, nth) => (cells[nth] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
