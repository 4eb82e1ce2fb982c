import { accept, refuse, unreachable, type Result } from '@buurtstem/shared-domain';
import { REASONS, type ReasonCode } from './reasons';

const DAY = 24 * 3600 * 1000;

/** What a case can be about. A reply is an argument that stands under another one. */
export const SUBJECT_KINDS = ['proposal', 'argument', 'picture'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Why a case was opened: something new, or changed, that nobody has looked at; a report; a moderator who saw it. */
export const CASE_ORIGINS = ['new', 'edit', 'report', 'moderator'] as const;
export type CaseOrigin = (typeof CASE_ORIGINS)[number];

/** Drawn in docs/lifecycles/moderation-case.md. */
export const CASE_STATES = ['open', 'dismissed', 'upheld', 'appealed', 'confirmed', 'overturned'] as const;
export type CaseState = (typeof CASE_STATES)[number];
export type CaseVerb = 'uphold' | 'dismiss' | 'appeal' | 'confirm' | 'overturn';

const stay = refuse('case-transition-not-possible');

/** Where a verb leads a case from a state, or the refusal where the lifecycle draws no such arrow. */
export function caseTransition(
  state: CaseState,
  verb: CaseVerb,
): Result<CaseState, 'case-transition-not-possible'> {
  switch (verb) {
    case 'uphold':
      return state === 'open' ? accept('upheld') : stay;
    case 'dismiss':
      return state === 'open' ? accept('dismissed') : stay;
    case 'appeal':
      return state === 'upheld' ? accept('appealed') : stay;
    case 'confirm':
      return state === 'appealed' ? accept('confirmed') : stay;
    case 'overturn':
      return state === 'upheld' || state === 'appealed' || state === 'confirmed'
        ? accept('overturned')
        : stay;
    default:
      return unreachable(verb);
  }
}

/** What a moderator decides on an open case. */
export const VERDICTS = ['hide', 'redact', 'keep'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** 0: nobody complained. 1: reported. 2: reported for what harms somebody while it stands there. */
export const URGENCIES = ['new', 'reported', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** How urgent a case is that was reported for these reasons. */
export function urgencyOf(reasons: readonly ReasonCode[]): Urgency {
  if (reasons.length === 0) return 'new';
  return reasons.some((reason) => REASONS[reason].isUrgent) ? 'urgent' : 'reported';
}

/** Days in which a case should be decided, and days after which it is late. */
export const TARGET_DAYS = 3;
export const OVERDUE_DAYS = 5;

/** Whole days that a case has been waiting. */
export function ageDays(since: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY));
}

/** Whether a case waits longer than it may; then it counts as one step more urgent, so that nothing waits for ever. */
export function isOverdue(since: Date, now: Date): boolean {
  return ageDays(since, now) >= OVERDUE_DAYS;
}

/** Why a moderator may not decide: what they have to do with it themselves. */
export const INTERESTS = ['own-text', 'own-proposal', 'co-submitter', 'own-report'] as const;
export type Interest = (typeof INTERESTS)[number];

/** Who has to do with a case, by their ids. */
export interface Involved {
  readonly authorId: string;
  /** Of the proposal that it is, or stands under. */
  readonly submitterId: string;
  readonly coSubmitterIds: readonly string[];
  readonly reporterIds: readonly string[];
}

/** What a moderator has to do with a case themselves; null where they may decide. */
export function interestOf(involved: Involved, moderatorId: string): Interest | null {
  if (involved.authorId === moderatorId) return 'own-text';
  if (involved.submitterId === moderatorId) return 'own-proposal';
  if (involved.coSubmitterIds.includes(moderatorId)) return 'co-submitter';
  return involved.reporterIds.includes(moderatorId) ? 'own-report' : null;
}

/** Minutes for which a case that somebody took in hand is theirs. */
export const CLAIM_MINUTES = 15;

export interface Claim {
  readonly by: string;
  readonly until: Date;
}

export interface ClaimedCase {
  readonly state: CaseState;
  readonly claim: Claim | null;
}

/** Who asks, and what they have to do with the case. */
export interface Decider {
  readonly id: string;
  readonly interest: Interest | null;
}

/** Until when a case that is taken in hand now is somebody's. */
export function claimUntil(now: Date): Date {
  return new Date(now.getTime() + CLAIM_MINUTES * 60_000);
}

/** The claim that holds now: one that ran out is none. */
export function liveClaim(claim: Claim | null, now: Date): Claim | null {
  return claim !== null && claim.until > now ? claim : null;
}

/**
 * Whether a moderator may take a case in hand, until the answer: it waits for a decision, no colleague has it, and the
 * moderator could decide it.
 */
export function mayClaim(
  { state, claim }: ClaimedCase,
  { id, interest }: Decider,
  now: Date,
): Result<Date, 'case-transition-not-possible' | 'moderator-has-interest' | 'case-claimed'> {
  if (state !== 'open' && state !== 'appealed') return stay;
  if (interest !== null) return refuse('moderator-has-interest');
  return isColleagues(claim, id, now) ? refuse('case-claimed') : accept(claimUntil(now));
}

/** Whether a moderator may decide an open case: they have nothing to do with it, and have it in hand. */
export function mayDecide(
  { state, claim }: ClaimedCase,
  { id, interest }: Decider,
  verdict: Verdict,
  now: Date,
): Result<
  CaseState,
  'case-transition-not-possible' | 'moderator-has-interest' | 'case-claimed' | 'case-not-claimed'
> {
  const next = caseTransition(state, verdict === 'keep' ? 'dismiss' : 'uphold');
  if (!next.ok) return next;
  if (interest !== null) return refuse('moderator-has-interest');
  if (isColleagues(claim, id, now)) return refuse('case-claimed');
  return liveClaim(claim, now) === null ? refuse('case-not-claimed') : next;
}

/** Whether a moderator may close a case unseen by others: it is about something new that nobody reported. */
export function mayMarkSeen(
  { state, claim, reports }: ClaimedCase & { readonly reports: number },
  { id, interest }: Decider,
  now: Date,
): boolean {
  return state === 'open' && reports === 0 && interest === null && !isColleagues(claim, id, now);
}

/** Whether somebody else has the case in hand now. */
export function isColleagues(claim: Claim | null, moderatorId: string, now: Date): boolean {
  const live = liveClaim(claim, now);
  return live !== null && live.by !== moderatorId;
}
