export {
  ballotStanding,
  requestVote,
  type Ballot,
  type BallotChange,
  type Choice,
  type VoteRefusal,
  type VoteRequest,
} from './ballot';
export { ballotsAt, type CastBallot, type LedgerEntry } from './ledger';
export { EMPTY_TALLY, tallyBallots, type BallotChecks, type Tally } from './tally';
export {
  countRound,
  takesPart,
  type Candidate,
  type CountResult,
  type CountRules,
  type DecidedBy,
} from './count';
export { mayCount, ROUND_STATES, roundTransition, type RoundState, type RoundVerb } from './round';
