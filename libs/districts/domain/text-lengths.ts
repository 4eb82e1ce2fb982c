import type { LengthRange } from '@buurtstem/shared-domain';

/** Lengths of texts in characters. Forms, DTOs and rules share them; the title's is the agenda export's field. */
export const TEXT_LENGTHS = {
  title: { min: 10, max: 100 },
  summary: { min: 20, max: 200 },
  body: { min: 140, max: 5000 },
  argument: { min: 30, max: 500 },
  reply: { min: 2, max: 500 },
  statement: { min: 30, max: 2000 },
  reportNote: { min: 0, max: 500 },
  /** From a moderator to the author of what was decided on. */
  message: { min: 20, max: 1000 },
  appeal: { min: 20, max: 1000 },
  watchWord: { min: 2, max: 50 },
  note: { min: 10, max: 1000 },
  reason: { min: 5, max: 500 },
  outcomeReasons: { min: 30, max: 4000 },
  contextNote: { min: 30, max: 4000 },
  progressReport: { min: 20, max: 2000 },
  /** Why something was moved, taken off or cancelled; everybody reads it. */
  publishedReason: { min: 10, max: 500 },
  place: { min: 3, max: 200 },
  contact: { min: 0, max: 200 },
  meetingPoint: { min: 3, max: 100 },
  needs: { min: 0, max: 500 },
  /** What a picture shows, for who cannot see it. */
  pictureAlt: { min: 5, max: 200 },
  displayName: { min: 2, max: 60 },
} as const satisfies Record<string, LengthRange>;
