import { BadInput } from './bad-input';
import { Columns, csvRows, type CsvRow } from './csv-rows';

/** A participatory-budgeting election in Pabulib's `.pb` format, as far as approvals need it. */
export interface PbFile {
  readonly description: string;
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  readonly ballots: readonly { readonly voterId: string; readonly projectIds: readonly string[] }[];
}

const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof SECTIONS)[number];
const APPROVALS = ['approval', 'choose-1'];

/**
 * Reads a `.pb` file (http://pabulib.org/format): three sections, each a title line, a header and rows, separated by
 * `;` with CSV quoting. Throws {@link BadInput} that names every mistake.
 */
export function readPb(source: string, text: string): PbFile {
  const sections = split(source, csvRows(source, text, ';'));
  const mistakes: string[] = [];
  const meta = new Map(
    sections.META.rows.map((row) => [row.cells[0]?.trim() ?? '', row.cells[1]?.trim() ?? '']),
  );
  const voteType = meta.get('vote_type') ?? '';
  if (!APPROVALS.includes(voteType)) {
    mistakes.push(`META vote_type is "${voteType}"; only ${APPROVALS.join(' and ')} are approvals`);
  }
  const projects = readProjects(sections.PROJECTS, mistakes);
  const ballots = readBallots(sections.VOTES, new Set(projects.map((project) => project.id)), mistakes);
  mistakes.push(...wrongTotal(meta, 'num_projects', projects.length, 'projects'));
  mistakes.push(...wrongTotal(meta, 'num_votes', ballots.length, 'ballots'));
  if (!/\n$/.test(text)) mistakes.push(...cutOffLastLine(sections.PROJECTS, ballots));
  if (mistakes.length > 0) throw new BadInput(source, mistakes);
  return { description: meta.get('description') ?? '', projects, ballots };
}

interface Table {
  readonly columns: Columns;
  readonly rows: readonly CsvRow[];
}

function split(source: string, rows: readonly CsvRow[]): Record<Section, Table> {
  const titles = rows.flatMap((row, index) =>
    row.cells.length === 1 && SECTIONS.some((name) => name === row.cells[0]?.trim()) ? [index] : [],
  );
  const found = titles.map((index) => rows[index]?.cells[0]?.trim());
  if (titles[0] !== 0 || found.join() !== SECTIONS.join()) {
    const what = found.length === 0 ? 'none of them' : found.join(', ');
    throw new BadInput(source, [`the sections must be ${SECTIONS.join(', ')} in this order; found ${what}`]);
  }
  const table = (nth: number): Table => {
    const [header, ...body] = rows.slice((titles[nth] ?? 0) + 1, titles[nth + 1]);
    if (!header) throw new BadInput(source, [`section ${SECTIONS[nth]} is empty: is the file cut off?`]);
    return { columns: new Columns(header), rows: body };
  };
  return { META: table(0), PROJECTS: table(1), VOTES: table(2) };
}

function readProjects({ columns, rows }: Table, mistakes: string[]): PbFile['projects'] {
  const wrongHeader = columns.mistakes('PROJECTS', ['project_id', 'name']);
  mistakes.push(...wrongHeader);
  if (wrongHeader.length > 0) return [];
  const known = new Set<string>();
  return rows.map((row) => {
    const id = columns.cell(row, 'project_id');
    if (!columns.fits(row)) mistakes.push(wrongWidth(row));
    else if (id === '') mistakes.push(`line ${row.line}: no project_id`);
    else if (known.has(id)) mistakes.push(`line ${row.line}: project ${id} stands twice`);
    known.add(id);
    return { id, name: columns.cell(row, 'name') };
  });
}

function readBallots(
  { columns, rows }: Table,
  known: ReadonlySet<string>,
  mistakes: string[],
): PbFile['ballots'] {
  const wrongHeader = columns.mistakes('VOTES', ['voter_id', 'vote']);
  mistakes.push(...wrongHeader);
  if (wrongHeader.length > 0) return [];
  const voters = new Set<string>();
  return rows.map((row) => {
    const voterId = columns.cell(row, 'voter_id');
    const vote = columns.cell(row, 'vote');
    const projectIds = vote === '' ? [] : vote.split(',').map((id) => id.trim());
    if (!columns.fits(row)) mistakes.push(wrongWidth(row));
    else if (voterId === '') mistakes.push(`line ${row.line}: no voter_id`);
    else if (voters.has(voterId)) mistakes.push(`line ${row.line}: voter ${voterId} has a ballot already`);
    voters.add(voterId);
    if (known.size > 0) {
      const unknown = projectIds.filter((id) => !known.has(id));
      mistakes.push(...unknown.map((id) => `line ${row.line}: unknown project id "${id}"`));
    }
    return { voterId, projectIds };
  });
}

function wrongWidth(row: CsvRow): string {
  return `line ${row.line}: ${row.cells.length} cells, not as many as its header`;
}

/**
 * A file that ends inside its last ballot can look whole: `1,2,3` cut to `1,2`. Where the last line has no end, the
 * votes that the file itself publishes tell; else they are not ours to judge, since they are not always right.
 */
function cutOffLastLine({ columns, rows }: Table, ballots: PbFile['ballots']): string[] {
  const published = rows.map((row) => columns.cell(row, 'votes'));
  if (published.length === 0 || published.includes('')) return [];
  const said = published.reduce((sum, votes) => sum + Number(votes), 0);
  const found = ballots.reduce((sum, ballot) => sum + ballot.projectIds.length, 0);
  return said === found
    ? []
    : [`the last line has no end, and ${said - found} votes are missing: is it cut off?`];
}

/** The file says how much it holds; less means that it was cut off. */
function wrongTotal(meta: ReadonlyMap<string, string>, key: string, actual: number, what: string): string[] {
  const said = meta.get(key);
  if (said === undefined || Number(said) === actual) return [];
  return [`META ${key} says ${said}, the file holds ${actual} ${what}: is it cut off?`];
}
