import type { Choice } from '@buurtstem/contract';

export interface ProposalName {
  readonly number: number;
  readonly title: string;
}

export interface VoteCriteria {
  readonly network?: string;
  readonly mailDomain?: string;
  readonly from?: string;
  readonly to?: string;
}

export type SignalKind = 'burst' | 'network' | 'mail-domain';

export interface VoteSignal {
  readonly kind: SignalKind;
  readonly proposal: ProposalName;
  readonly label: string;
  readonly votes: number;
  readonly from: string;
  readonly to: string;
  readonly criteria: VoteCriteria;
}

export type BatchState = 'held' | 'proposed' | 'invalidated' | 'released' | 'reinstated';

export interface VoteBatch {
  readonly number: number;
  readonly proposal: ProposalName;
  readonly state: BatchState;
  readonly votes: number;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly criteria: VoteCriteria;
  readonly note: string;
  readonly heldBy: string;
  readonly heldAt: string;
  readonly reason: string;
  readonly proposedBy: string | null;
  readonly proposedAt: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly endedBy: string | null;
  readonly endedAt: string | null;
  readonly endReason: string;
  /** Whether the reader may decide about the proposal: not the one who made it. */
  readonly mayDecide: boolean;
}

export interface Place {
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly rank: number;
}

export interface DryRun {
  readonly votes: number;
  readonly before: Place;
  readonly after: Place;
  readonly leaderBefore: ProposalName | null;
  readonly leaderAfter: ProposalName | null;
}

export interface PaperVote {
  readonly name: string;
  readonly postcode: string;
  readonly houseNumber: number;
  readonly email?: string;
  readonly choice: Choice;
  readonly isAnotherPerson?: boolean;
}

export type PaperVerdict =
  'new' | 'voted-online' | 'voted-on-paper' | 'twice-on-sheet' | 'doubtful' | 'not-in-district' | 'entered';

export interface PaperLine {
  /** From 1, in the order in which the votes were sent. */
  readonly line: number;
  readonly verdict: PaperVerdict;
}

export interface PaperResult {
  readonly entered: number;
  readonly items: readonly PaperLine[];
}
