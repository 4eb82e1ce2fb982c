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
