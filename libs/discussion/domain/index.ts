export {
  ARGUMENT_SORTS,
  mayEdit,
  mayLike,
  mayPost,
  mayReply,
  textBounds,
  type ArgumentSort,
  type DiscussedProposal,
  type EditedArgument,
  type Parent,
  type WrittenArgument,
} from './argument';
export {
  APPEAL_DAYS,
  CASE_ORIGINS,
  CASE_STATES,
  caseTransition,
  CLAIM_MINUTES,
  INTERESTS,
  OVERDUE_DAYS,
  SUBJECT_KINDS,
  TARGET_DAYS,
  URGENCIES,
  VERDICTS,
  type CaseOrigin,
  type CaseState,
  type CaseVerb,
  type Interest,
  type SubjectKind,
  type Urgency,
  type Verdict,
} from './case';
export { DISCUSSION_LIMITS } from './limits';
export { LOG_ACTS, LOG_SUBJECTS, type LogAct, type LogSubject } from './log';
export { MERGE_STATES, type MergeState } from './merge';
export { REASON_CODES, REASONS, type Reason, type ReasonCode } from './reasons';
export { argumentScore, trialsOf, wilsonInterval, YOUNG, type WilsonInterval } from './score';
export { SIGNAL_KINDS, type SignalKind } from './signals';
export { STATEMENT_ROLES, statementRole, type StatementRole } from './statement';
export { isPublicArgument } from './visibility';
