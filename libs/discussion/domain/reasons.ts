/** Why something may not stay as it is; a report gives one of them, and so does every decision against a text. */
export const REASON_CODES = [
  'duplicate',
  'irrelevant',
  'not-for-the-district',
  'personal-data',
  'insult-or-discrimination',
  'advertising',
  'false-name',
  'unlawful',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export interface Reason {
  /**
   * Whether the moderator's words to the author also stand in the public log. Where explaining would repeat what had to
   * go, the log gives the code alone (as the petitions site of the British parliament does with its hidden codes).
   */
  readonly isExplainedInPublic: boolean;
  /** Whether a report with this reason comes to the top of the queue: what harms somebody while it stands there. */
  readonly isUrgent: boolean;
}

export const REASONS: Readonly<Record<ReasonCode, Reason>> = {
  duplicate: { isExplainedInPublic: true, isUrgent: false },
  irrelevant: { isExplainedInPublic: true, isUrgent: false },
  'not-for-the-district': { isExplainedInPublic: true, isUrgent: false },
  advertising: { isExplainedInPublic: true, isUrgent: false },
  'personal-data': { isExplainedInPublic: false, isUrgent: true },
  'insult-or-discrimination': { isExplainedInPublic: false, isUrgent: true },
  'false-name': { isExplainedInPublic: false, isUrgent: false },
  unlawful: { isExplainedInPublic: false, isUrgent: true },
};
