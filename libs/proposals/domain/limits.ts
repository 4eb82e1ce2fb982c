import type { Allowance } from '@buurtstem/districts-domain';

/** How often a resident may add what is kept and shown. */
export const PROPOSAL_LIMITS = {
  /** New drafts; changes of a draft are not counted. */
  drafts: [
    { hits: 20, seconds: 3600 },
    { hits: 60, seconds: 86_400 },
  ],
  /** Dated notes under one's own plans; everybody who opens the plan reads them all. */
  notes: [
    { hits: 10, seconds: 3600 },
    { hits: 20, seconds: 86_400 },
  ],
} as const satisfies Record<string, readonly Allowance[]>;
