export {
  ballotStanding,
  CHANNELS,
  requestVote,
  type Ballot,
  type BallotChange,
  type Channel,
  type Choice,
  type VoteRefusal,
  type VoteRequest,
} from './ballot';
export { ballotsAt, LEDGER_ENTRIES, type CastBallot, type LedgerEntry } from './ledger';
export { meetsIdentityLevel, type IdentityProof } from './identity';
export { carriedForward, EMPTY_TALLY, tallyBallots, type BallotChecks, type Tally } from './tally';
export {
  countRound,
  takesPart,
  type Candidate,
  type CountResult,
  type CountRules,
  type DecidedBy,
} from './count';
export {
  countReport,
  REPORT_FORMAT,
  type CountReportFacts,
  type Exclusion,
  type LedgerReach,
  type ReportedCandidate,
} from './count-report';
export {
  mayRecount,
  recountReason,
  takesPartAgain,
  type CountInQuestion,
  type FormerCandidate,
  type RecountCause,
} from './recount';
export { mayCount, ROUND_STATES, roundTransition, type RoundState, type RoundVerb } from './round';
export {
  mayInvalidate,
  VOTE_BATCH_STATES,
  voteBatchTransition,
  type Decision,
  type ProposedBatch,
  type VoteBatchState,
  type VoteBatchVerb,
} from './vote-batch';
export {
  BURST_FACTOR,
  BURST_MINUTES,
  BURST_SIGNAL_VOTES,
  MAIL_DOMAIN_SIGNAL_VOTES,
  NETWORK_SIGNAL_VOTES,
  SIGNAL_KINDS,
  signalsIn,
  type Signal,
  type SignalKind,
  type VoteTrace,
} from './signals';
export { isSharedMailDomain, mailDomainOf } from './mail-domains';
export {
  entersPaperVote,
  judgePaperVote,
  normaliseName,
  PAPER_SHEET_LINES,
  PAPER_VERDICTS,
  type PaperLineFacts,
  type PaperVerdict,
} from './paper-vote';
export { DAYS_SHOWN, votesOverTime, type VotesOfDay } from './votes-over-time';
