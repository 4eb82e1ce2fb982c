import type { SubjectKind } from '@buurtstem/contract';

/** What under a plan is meant: the plan itself, or one of its arguments, replies or pictures, by its id. */
export interface Subject {
  readonly subject: SubjectKind;
  readonly subjectId?: string;
}

/** Where a text stands, and what can be done there. */
export interface Place {
  /** The number of the plan. */
  readonly proposal: number;
  /** Whether one can still react. */
  readonly open: boolean;
  /** The address to come back to after signing in. */
  readonly returnTo: string;
}
