/** What people read, by the number that Angular computes from the Dutch text. */
export type Texts = Readonly<Record<string, string>>;

export interface Catalogue {
  readonly locale: string;
  readonly translations: Texts;
}

/** In the order of the Dutch texts, so that line N of every language's catalogue is the same text. */
export function inOrder(dutch: Texts): string[] {
  const key = (id: string) => dutch[id]?.trim() ?? '';
  return Object.keys(dutch).sort((a, b) => compare(key(a), key(b)) || compare(a, b));
}

/** Not `localeCompare`: its order depends on what the machine knows of languages. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The translation of every Dutch text, in their order; what is no longer shown goes. Spaces at the edges come from the
 * Dutch text: they belong to the page and not to the words.
 */
export function translated(dutch: Texts, known: Texts): Texts {
  return Object.fromEntries(
    inOrder(dutch).flatMap((id) => {
      const text = known[id];
      return text === undefined ? [] : [[id, withEdgesOf(dutch[id] ?? '', text)]];
    }),
  );
}

function withEdgesOf(dutch: string, text: string): string {
  if (dutch.trim() === '') return dutch;
  const [before] = /^[ \n]*/.exec(dutch) ?? [''];
  const [after] = /[ \n]*$/.exec(dutch) ?? [''];
  return before + text.replace(/^[ \n]+|[ \n]+$/g, '') + after;
}

/** What keeps a translation from being built or read: a text without one, a place for a value lost, nothing to read. */
export function faults(dutch: Texts, foreign: Texts): string[] {
  const found: string[] = [];
  for (const [id, text] of Object.entries(dutch)) {
    const translation = foreign[id];
    if (translation === undefined) found.push(`${id} has no translation: "${text.trim()}"`);
    else if (translation.trim() === '' && text.trim() !== '') found.push(`${id} is empty: "${text.trim()}"`);
    else if (placesIn(translation) !== placesIn(text))
      found.push(`${id} has other places for values: "${text.trim()}" and "${translation.trim()}"`);
  }
  for (const id of Object.keys(foreign)) {
    if (!(id in dutch)) found.push(`${id} translates nothing that is shown: "${foreign[id]}"`);
  }
  return found;
}

/** Placeholders, and the cases that a choice distinguishes, in a fixed order. */
function placesIn(text: string): string {
  const placeholders = text.match(/\{\$\w+\}/g) ?? [];
  const choices = text.match(/\{VAR_\w+, (select|plural),|(=\d+|\w+) \{(?!\$)/g) ?? [];
  return [...placeholders, ...choices].sort().join(' ');
}
