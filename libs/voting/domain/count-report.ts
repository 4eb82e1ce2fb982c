import type { DecidedBy } from './count';
import type { Tally } from './tally';

/** What a count report says of one candidate. Proposals are named by number: what is hidden later has no words in it. */
export interface ReportedCandidate extends Tally {
  readonly proposalNumber: number;
  readonly publishedAt: Date;
  /** The lot that decides where everything else is equal. */
  readonly lot: string;
  readonly chancesLeft: number;
}

/** Votes on one proposal that were left out, all for the same reason. */
export interface Exclusion {
  readonly proposalNumber: number;
  /** The district's number of the batch in which staff looked at them. */
  readonly batchNumber: number;
  readonly kind: 'held' | 'invalid';
  readonly reason: string;
  readonly votes: number;
}

/** How far the ledger reached when it was added up. */
export interface LedgerReach {
  /** Lines about the candidates that the count took into account. */
  readonly lines: number;
  /** Position of the last of them; 0 where there are none. */
  readonly position: number;
}

export interface CountReportFacts {
  readonly reportNumber: number;
  readonly district: string;
  readonly roundNumber: number;
  /** 1 is the count; a recount is the next. */
  readonly version: number;
  /** Number of the report whose place it takes; null for the first count. */
  readonly supersedes: number | null;
  /** Why it was counted again; empty for the first count. */
  readonly reason: string;
  readonly closesAt: Date;
  readonly countedAt: Date;
  readonly rules: {
    readonly version: number;
    readonly threshold: number;
    readonly chances: number;
    readonly identityLevel: number;
  };
  readonly seed: string;
  readonly decidedBy: DecidedBy;
  /** Number of the winner; null where nobody reached the threshold. */
  readonly winner: number | null;
  /** First place first. */
  readonly candidates: readonly ReportedCandidate[];
  readonly exclusions: readonly Exclusion[];
  /** Residents with a ballot among the candidates. */
  readonly residents: number;
  readonly ledger: LedgerReach;
}

/** Names the shape of the text; another shape gets the next number. */
export const REPORT_FORMAT = 1;

/**
 * The report of a count (proces-verbaal) as the text that is kept and published: the same facts give the same bytes, so
 * that its SHA-256 is something to compare.
 */
export function countReport(facts: CountReportFacts): string {
  const sum = (of: (candidate: ReportedCandidate) => number): number =>
    facts.candidates.reduce((total, candidate) => total + of(candidate), 0);
  const report = {
    format: REPORT_FORMAT,
    report: facts.reportNumber,
    district: facts.district,
    round: facts.roundNumber,
    version: facts.version,
    supersedes: facts.supersedes,
    reason: facts.reason,
    countDate: facts.closesAt.toISOString(),
    countedAt: facts.countedAt.toISOString(),
    rules: {
      version: facts.rules.version,
      threshold: facts.rules.threshold,
      chances: facts.rules.chances,
      identityLevel: facts.rules.identityLevel,
    },
    seed: facts.seed,
    decidedBy: facts.decidedBy,
    winner: facts.winner,
    candidates: facts.candidates.map((candidate, index) => ({
      rank: index + 1,
      proposal: candidate.proposalNumber,
      publishedAt: candidate.publishedAt.toISOString(),
      lot: candidate.lot,
      votesFor: candidate.votesFor,
      votesAgainst: candidate.votesAgainst,
      balance: candidate.votesFor - candidate.votesAgainst,
      onPaper: candidate.onPaper,
      waiting: candidate.waiting,
      held: candidate.held,
      invalid: candidate.invalid,
      chancesLeft: candidate.chancesLeft,
      reachedThreshold: candidate.votesFor >= facts.rules.threshold,
    })),
    exclusions: inOrder(facts.exclusions).map(({ proposalNumber, batchNumber, kind, reason, votes }) => ({
      proposal: proposalNumber,
      batch: batchNumber,
      kind,
      reason,
      votes,
    })),
    totals: {
      candidates: facts.candidates.length,
      votesFor: sum(({ votesFor }) => votesFor),
      votesAgainst: sum(({ votesAgainst }) => votesAgainst),
      onPaper: sum(({ onPaper }) => onPaper),
      waiting: sum(({ waiting }) => waiting),
      held: sum(({ held }) => held),
      invalid: sum(({ invalid }) => invalid),
    },
    residents: facts.residents,
    ledger: { lines: facts.ledger.lines, position: facts.ledger.position },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function inOrder(exclusions: readonly Exclusion[]): Exclusion[] {
  return [...exclusions].sort((a, b) => a.proposalNumber - b.proposalNumber || a.batchNumber - b.batchNumber);
}
