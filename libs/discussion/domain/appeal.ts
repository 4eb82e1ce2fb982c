import { refuse, type Result } from '@buurtstem/shared-domain';
import { caseTransition, isColleagues, type CaseState, type ClaimedCase, type Decider } from './case';

/** Days in which an author may appeal. */
export const APPEAL_DAYS = 14;

/** Until when an author may appeal what was decided. */
export function appealUntil(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + APPEAL_DAYS * 24 * 3600 * 1000);
}

export interface DecidedCase {
  readonly state: CaseState;
  /** When it was decided against the text; null where it was not. */
  readonly decidedAt: Date | null;
  readonly isAppealed: boolean;
}

/** Whether the author may appeal now: once, in time, and only what was decided against the text and still stands. */
export function mayAppeal(
  { state, decidedAt, isAppealed }: DecidedCase,
  now: Date,
): Result<CaseState, 'appeal-made-already' | 'case-transition-not-possible' | 'appeal-too-late'> {
  if (isAppealed) return refuse('appeal-made-already');
  const next = caseTransition(state, 'appeal');
  if (!next.ok) return next;
  return decidedAt === null || now > appealUntil(decidedAt) ? refuse('appeal-too-late') : next;
}

export interface AppealedCase extends ClaimedCase {
  readonly firstDecidedBy: string;
}

/** Whether a moderator may decide an appeal: not the one who decided first, nor one with an interest. */
export function mayDecideAppeal(
  { state, claim, firstDecidedBy }: AppealedCase,
  { id, interest }: Decider,
  verdict: 'confirm' | 'overturn',
  now: Date,
): Result<
  CaseState,
  'case-transition-not-possible' | 'second-moderator-needed' | 'moderator-has-interest' | 'case-claimed'
> {
  // Without an appeal overturning is something else: a restoration.
  if (state !== 'appealed') return refuse('case-transition-not-possible');
  if (id === firstDecidedBy) return refuse('second-moderator-needed');
  if (interest !== null) return refuse('moderator-has-interest');
  if (isColleagues(claim, id, now)) return refuse('case-claimed');
  return caseTransition(state, verdict);
}

/**
 * Whether a moderator may undo a decision without deciding an appeal: also the one who decided, and thinks better of
 * it. Then the author has what an appeal could bring.
 */
export function mayRestore(
  { state, claim }: ClaimedCase,
  { id, interest }: Decider,
  now: Date,
): Result<CaseState, 'case-transition-not-possible' | 'moderator-has-interest' | 'case-claimed'> {
  const next = caseTransition(state, 'overturn');
  if (!next.ok) return next;
  if (interest !== null) return refuse('moderator-has-interest');
  return isColleagues(claim, id, now) ? refuse('case-claimed') : next;
}
