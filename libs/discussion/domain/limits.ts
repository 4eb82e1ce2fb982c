import type { Allowance } from '@buurtstem/districts-domain';

/** How often somebody may do what others have to read. Per account, and of visitors per network. */
export const DISCUSSION_LIMITS = {
  /** Arguments and replies together. */
  posts: [
    { hits: 5, seconds: 60 },
    { hits: 30, seconds: 3600 },
  ],
  likes: [{ hits: 60, seconds: 60 }],
  reportsPerAccount: [{ hits: 10, seconds: 3600 }],
  reportsPerNetwork: [{ hits: 5, seconds: 3600 }],
  statements: [{ hits: 20, seconds: 3600 }],
} as const satisfies Record<string, readonly Allowance[]>;
