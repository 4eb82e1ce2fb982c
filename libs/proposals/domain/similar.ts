/** A word of what somebody is writing. */
export interface AskedWord {
  /** As it was written. */
  readonly word: string;
  /** What the dictionary makes of it, such as "fietsenrek" of "Fietsenrekken". */
  readonly lexeme: string;
  /** Share of all proposals that have it, from 0 to 1; 0 where it is not known. */
  readonly frequency: number;
}

/** Which proposals are worth a look: those with all lexemes of a group, and those with one of the words in the title. */
export interface SimilarSearch {
  readonly groups: readonly (readonly string[])[];
  /** Also looked for inside compounds, which the dictionary does not split: "fiets" in "fietsenrek". */
  readonly titleWords: readonly string[];
}

export interface SimilarCandidate {
  /** Asked lexemes that it has. */
  readonly lexemes: readonly string[];
  /** Those of `titleWords` that stand in its title, maybe in a compound or a little different. */
  readonly titleWords: readonly string[];
  /** How prominent they are; more is better. */
  readonly rank: number;
}

/** Of a long text; what comes after them hardly says more. */
const MOST_WORDS = 40;
/** Words that decide what is similar. */
const TELLING_WORDS = 6;
/** A word that more of the proposals have says next to nothing. */
const COMMON = 0.1;
/** Proposals that a search by whole words should bring at most, as far as can be told beforehand. */
const FEW = 500;
const TITLE_WORDS = 3;
/** Shorter ones stand in too many other words. */
const TITLE_WORD_LETTERS = 5;
const COMPOUND = { letters: 8, frequency: 0.03 };
const SHOWN = 5;

/** The different words of a text, in their order, as they were written. A text of fewer than three letters has none. */
export function wordsOf(text: string): string[] {
  if ((text.match(/\p{L}/gu) ?? []).length < 3) return [];
  const words = new Map<string, string>();
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu)) {
    const key = word.toLowerCase();
    if (/\p{L}/u.test(word) && !words.has(key)) words.set(key, word);
  }
  return [...words.values()].slice(0, MOST_WORDS);
}

/** The rarest words, the rarest first, each lexeme once; common ones only where there are hardly any others. */
export function tellingWords(words: readonly AskedWord[]): AskedWord[] {
  const byLexeme = new Map<string, AskedWord>();
  for (const word of words) if (!byLexeme.has(word.lexeme)) byLexeme.set(word.lexeme, word);
  // Of words that are as rare the first one comes first, mostly one of the title: the sort is stable.
  const rarest = [...byLexeme.values()].sort((one, other) => one.frequency - other.frequency);
  return rarest.filter(({ frequency }, place) => place < 2 || frequency <= COMMON).slice(0, TELLING_WORDS);
}

/**
 * How to look for proposals with at least two of the telling words, or with the only one. Where the words are so common
 * that too many of the district's `proposals` have two of them, three are asked for, and so on: what has to be looked at
 * stays bounded, however large the district is.
 */
export function searchFor(telling: readonly AskedWord[], proposals: number): SimilarSearch {
  let size = Math.min(telling.length, 2);
  while (size < telling.length && expected(groupsOf(telling, size), proposals) > FEW) size += 1;
  const titleWords = telling
    .filter(({ word, frequency }) => word.length >= TITLE_WORD_LETTERS && frequency <= COMMON)
    .slice(0, TITLE_WORDS);
  return {
    groups: groupsOf(telling, size).map((group) => group.map(({ lexeme }) => lexeme)),
    titleWords: titleWords.map(({ word }) => word),
  };
}

/**
 * The most similar candidates, at most five, each with the words that it shares as they were asked. Where several words
 * tell, one is not enough, unless it tells by itself and is in the title.
 */
export function mostSimilar<C extends SimilarCandidate>(
  candidates: readonly C[],
  words: readonly AskedWord[],
): (C & { readonly words: string[] })[] {
  const telling = tellingWords(words);
  return candidates
    .map((candidate) => {
      const inTitle = ({ word }: AskedWord): boolean => candidate.titleWords.includes(word);
      const has = (word: AskedWord): boolean => candidate.lexemes.includes(word.lexeme) || inTitle(word);
      const shared = telling.filter(has).length;
      const isSimilar =
        shared >= Math.min(telling.length, 2) ||
        telling.some((word) => inTitle(word) && tellsByItself(word, telling));
      return { candidate, shared, isSimilar, words: words.filter(has).map(({ word }) => word) };
    })
    .filter(({ isSimilar }) => isSimilar)
    .sort((one, other) => other.shared - one.shared || other.candidate.rank - one.candidate.rank)
    .slice(0, SHOWN)
    .map(({ candidate, words }) => ({ ...candidate, words }));
}

/** A long and rare word is mostly a compound, such as "wormenhotel"; of two words it is the rarer one. */
function tellsByItself(word: AskedWord, telling: readonly AskedWord[]): boolean {
  if (telling.length === 2) return word === telling[0];
  return word.word.length >= COMPOUND.letters && word.frequency <= COMPOUND.frequency;
}

/** Every choice of `size` words. */
function groupsOf(words: readonly AskedWord[], size: number): AskedWord[][] {
  if (size === 0) return [[]];
  return words.flatMap((word, index) =>
    groupsOf(words.slice(index + 1), size - 1).map((group) => [word, ...group]),
  );
}

/** How many proposals have all words of one of the groups, as if words came into them independently of each other. */
function expected(groups: readonly (readonly AskedWord[])[], proposals: number): number {
  const share = (group: readonly AskedWord[]): number =>
    group.reduce((product, { frequency }) => product * frequency, 1);
  return proposals * groups.reduce((sum, group) => sum + share(group), 0);
}
