/** Hints for a moderator, never decisions: what may be wrong with a text, and what in it says so. */
export const SIGNAL_KINDS = [
  'phone-number',
  'email-address',
  'postcode',
  'licence-plate',
  'citizen-service-number',
  'watch-word',
  'repeated-text',
  'many-links',
  'new-account-posting-fast',
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];
