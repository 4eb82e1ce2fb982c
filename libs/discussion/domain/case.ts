import { accept, refuse, unreachable, type Result } from '@buurtstem/shared-domain';

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

/** Why a moderator may not decide: what they have to do with it themselves. */
export const INTERESTS = ['own-text', 'own-proposal', 'co-submitter', 'own-report'] as const;
export type Interest = (typeof INTERESTS)[number];

/** 0: nobody complained. 1: reported. 2: reported for what harms somebody while it stands there. */
export const URGENCIES = ['new', 'reported', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Days in which a case should be decided, and days after which it is late. */
export const TARGET_DAYS = 3;
export const OVERDUE_DAYS = 5;
/** Minutes for which a case that somebody took in hand is theirs. */
export const CLAIM_MINUTES = 15;
/** Days in which an author may appeal. */
export const APPEAL_DAYS = 14;
