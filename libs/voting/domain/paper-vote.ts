import type { Channel } from './ballot';

/** Lines that a sheet of paper has at most. */
export const PAPER_SHEET_LINES = 50;

/** What is known of the person on a line of a sheet. */
export const PAPER_VERDICTS = [
  'new',
  'voted-online',
  'voted-on-paper',
  'twice-on-sheet',
  'doubtful',
  'not-in-district',
] as const;
export type PaperVerdict = (typeof PAPER_VERDICTS)[number];

export interface PaperLineFacts {
  /** Whether the address lies in the district, or the district cannot tell. */
  readonly isInDistrict: boolean;
  /** Whether an earlier line of the same sheet names this person. */
  readonly isRepeated: boolean;
  /** Whether the person has an account, of their own or from an earlier sheet. */
  readonly isKnown: boolean;
  /** How the person voted on the proposal before; null where they did not. */
  readonly votedBy: Channel | null;
  /** Whether somebody at the address voted whose name is another one, or is not known. */
  readonly hasVotingHousemate: boolean;
}

/**
 * Whether a line of a sheet is a new vote. In doubt a person decides, not the program: somebody at the address voted,
 * and it may be the same one under another name.
 */
export function judgePaperVote(line: PaperLineFacts): PaperVerdict {
  if (!line.isInDistrict) return 'not-in-district';
  if (line.isRepeated) return 'twice-on-sheet';
  if (line.votedBy !== null) return line.votedBy === 'paper' ? 'voted-on-paper' : 'voted-online';
  return line.hasVotingHousemate && !line.isKnown ? 'doubtful' : 'new';
}

/** Whether a line is entered: a new vote is, a doubtful one only when the clerk looked and says it is another person. */
export function entersPaperVote(verdict: PaperVerdict, isAnotherPerson: boolean): boolean {
  return verdict === 'new' || (verdict === 'doubtful' && isAnotherPerson);
}

/** Letters that are not made of a letter and an accent. */
const OTHER_LETTERS = [
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
] as const;

/**
 * A name in the one form that all its spellings share: `J.P. de Vriès`, `jp de vries` and `J. P. De Vries` are one.
 * What looks different on purpose stays different: `Jan` and `J.` are two names.
 */
export function normaliseName(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const latin = OTHER_LETTERS.reduce(
    (text, [letter, plainLetters]) => text.replaceAll(letter, plainLetters),
    plain,
  );
  const words = latin.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  // Initials stand apart or together: one letter after one letter belongs to it.
  return words.replace(/(?<=(?:^| )[\p{L}\p{N}]) (?=[\p{L}\p{N}](?: |$))/gu, '');
}
