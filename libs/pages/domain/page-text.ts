/** A run of words of one line; with an address where it is a link. */
export interface Piece {
  readonly text: string;
  readonly href: string | null;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Piece[])[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Piece[])[] };

const HEADING = /^##[ \t]+(.+)$/;
const ITEM = /^-[ \t]+(.+)$/;

/** `[words](address)`, or an address by itself; a full stop or a bracket behind an address is not part of it. */
const LINK = /\[([^[\]\n]{1,200})\]\(([^()\s]{1,500})\)|(https:\/\/[^\s<>"]{0,500}[^\s<>".,;:!?)\]'])/g;
/** Somewhere else, over an encrypted connection; or a page of this site. Never `//host`, `/\host`, `javascript:` or `data:`. */
const ELSEWHERE = /^https:\/\/[a-z0-9.-]+(:\d{1,5})?([/?#][^\s\\<>"]*)?$/i;
const OWN_PAGE = /^\/(?![/\\])[^\s\\<>"]*$/;

/**
 * Reads the text of a page: an empty line ends a paragraph, `## ` begins a heading, `- ` an item of a list. Everything
 * else, markup included, is words: what comes out is shown as text and never as HTML.
 */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Piece[][] | null = null;
  let openKind: 'paragraph' | 'list' | null = null;
  for (const line of text.split(/\r\n|\r|\n/).map((one) => one.trim())) {
    const heading = HEADING.exec(line)?.[1];
    const item = ITEM.exec(line)?.[1];
    const kind = item === undefined ? 'paragraph' : 'list';
    if (line === '' || heading !== undefined) {
      openKind = null;
      if (heading !== undefined) blocks.push({ kind: 'heading', text: heading });
      continue;
    }
    if (open === null || openKind !== kind) {
      open = [];
      openKind = kind;
      blocks.push(kind === 'list' ? { kind, items: open } : { kind, lines: open });
    }
    open.push(piecesIn(item ?? line));
  }
  return blocks;
}

/** The words and the links of one line. A link that leads nowhere good stays as it was typed. */
export function piecesIn(line: string): Piece[] {
  const pieces: Piece[] = [];
  let words = '';
  let end = 0;
  const say = (): void => {
    if (words !== '') pieces.push({ text: words, href: null });
    words = '';
  };
  for (const match of line.matchAll(LINK)) {
    const [whole, label, address] = match;
    const href = address ?? whole;
    words += line.slice(end, match.index);
    end = match.index + whole.length;
    if (!leadsSomewhere(href)) {
      words += whole;
      continue;
    }
    say();
    pieces.push({ text: label ?? whole, href });
  }
  words += line.slice(end);
  say();
  return pieces;
}

/** Whether the address may stand behind words of a page. */
export function leadsSomewhere(address: string): boolean {
  return ELSEWHERE.test(address) || OWN_PAGE.test(address);
}
