import type { Allowance } from '@buurtstem/districts-domain';

/** How often a resident may do what is kept for them. */
export const PROPOSAL_LIMITS = {
  /** New drafts; changes of a draft are not counted. */
  drafts: [
    { hits: 20, seconds: 3600 },
    { hits: 60, seconds: 86_400 },
  ],
} as const satisfies Record<string, readonly Allowance[]>;
