import { BadInput } from './bad-input';
import { Columns, csvRows } from './csv-rows';

export interface PolisEvent {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly commentId: string;
  readonly voterId: string;
  readonly choice: 'for' | 'against' | 'none';
}

export interface PolisExport {
  /** Every comment, in the order of its first appearance. */
  readonly commentIds: readonly string[];
  /** In time order; of the same millisecond in the order of the file. */
  readonly events: readonly PolisEvent[];
}

const CHOICES = new Map([
  ['1', 'for'],
  ['-1', 'against'],
  ['0', 'none'],
] as const);

/** Reads `votes.csv` and `comments.csv` of a Polis export. Throws {@link BadInput} that names every mistake. */
export function readPolis(source: string, votes: string, comments: string | null): PolisExport {
  const mistakes: string[] = [];
  const commentIds = new Set(comments === null ? [] : readCommentIds(comments, mistakes));
  const isKnown = (id: string): boolean => comments === null || commentIds.has(id);
  const events = readEvents(votes, isKnown, mistakes);
  if (mistakes.length > 0) throw new BadInput(source, mistakes);
  for (const event of events) commentIds.add(event.commentId);
  return { commentIds: [...commentIds], events: [...events].sort((a, b) => a.timestamp - b.timestamp) };
}

function readCommentIds(text: string, mistakes: string[]): string[] {
  const [header, ...rows] = csvRows('comments.csv', text, ',');
  if (!header) {
    mistakes.push('comments.csv is empty');
    return [];
  }
  const columns = new Columns(header);
  mistakes.push(...columns.mistakes('comments.csv', ['comment-id']));
  for (const row of rows.filter((candidate) => !columns.fits(candidate))) {
    mistakes.push(`comments.csv line ${row.line}: ${row.cells.length} cells, not as many as its header`);
  }
  return rows.map((row) => columns.cell(row, 'comment-id'));
}

function readEvents(text: string, isKnown: (id: string) => boolean, mistakes: string[]): PolisEvent[] {
  const [header, ...rows] = csvRows('votes.csv', text, ',');
  if (!header) {
    mistakes.push('votes.csv is empty');
    return [];
  }
  const columns = new Columns(header);
  const wrongHeader = columns.mistakes('votes.csv', ['timestamp', 'comment-id', 'voter-id', 'vote']);
  mistakes.push(...wrongHeader);
  if (wrongHeader.length > 0) return [];
  return rows.flatMap((row): PolisEvent[] => {
    const wrong = (what: string): [] => {
      mistakes.push(`votes.csv line ${row.line}: ${what}`);
      return [];
    };
    const cell = (name: string): string => columns.cell(row, name);
    if (!columns.fits(row))
      return wrong(`${row.cells.length} cells, not as many as its header: is the file cut off?`);
    const choice = (CHOICES as ReadonlyMap<string, PolisEvent['choice']>).get(cell('vote'));
    if (choice === undefined) return wrong(`vote is "${cell('vote')}", not 1, -1 or 0`);
    if (!/^\d{1,15}$/.test(cell('timestamp')))
      return wrong(`timestamp is "${cell('timestamp')}", not milliseconds`);
    if (cell('voter-id') === '') return wrong('no voter-id');
    if (!isKnown(cell('comment-id'))) return wrong(`unknown comment-id "${cell('comment-id')}"`);
    return [
      {
        timestamp: Number(cell('timestamp')),
        commentId: cell('comment-id'),
        voterId: cell('voter-id'),
        choice,
      },
    ];
  });
}
