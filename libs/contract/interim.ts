import type {
  Choice,
  Count as CurrentCount,
  MyVote as CurrentVote,
  Picture,
  ProposalState,
  CountLine as CurrentLine,
  Role,
  Session as CurrentSession,
} from './types.gen';

export interface Person {
  id: string;
  displayName: string | null;
}
export type Account = NonNullable<CurrentSession['account']> & {
  staffAccess: 'none' | 'enrol' | 'confirm' | 'open';
  household: { position: number; limit: number; others: Person[] };
};
export interface Session {
  account: Account | null;
}
export interface SessionSummary {
  id: string;
  current: boolean;
  createdAt: string;
  seenAt: string;
  agent: string;
}
export interface SecondFactor {
  id: string;
  kind: 'totp' | 'passkey';
  label: string;
  createdAt: string;
  lastUsedAt: string | null;
}
export interface TotpEnrolment {
  id: string;
  secret: string;
  uri: string;
  qr: string[];
}
export interface PasskeyEnrolment {
  id: string;
  options: { [key: string]: unknown };
}
export interface SecondFactorChallenge {
  kinds: ('totp' | 'passkey')[];
  passkeyOptions: { [key: string]: unknown } | null;
}
export interface MyInvitation {
  id: string;
  district: { slug: string; name: string };
  role: Role['role'];
  invitedBy: string | null;
  expiresAt: string;
}
export interface MyIdentity {
  level: 0 | 1 | 2;
  needed: 0 | 1 | 2;
  methods: ('address' | 'letter' | 'broker')[];
  brokerName: string | null;
  proofs: { level: 0 | 1 | 2; method: string; provenAt: string }[];
}
export type Channel = 'online' | 'paper';
export type MyVote = CurrentVote & {
  neededLevel: 0 | 1 | 2;
  level: 0 | 1 | 2;
  reason: string | null;
  channel: Channel;
};
export interface MyVoteOnProposal {
  proposal: { number: number; title: string; state: ProposalState; picture: Picture | null };
  vote: MyVote;
}
export interface MyVotes {
  items: MyVoteOnProposal[];
  waiting: number;
}
export interface NotVoted {
  total: number;
  items: { number: number; title: string; summary: string; picture: Picture | null }[];
}
export interface Receipt {
  receipt: string;
  proposalNumber: number;
  proposalTitle: string;
  entry: 'cast' | 'changed' | 'withdrawn' | 'invalidated' | 'reinstated';
  choice: Choice | null;
  recordedAt: string;
  roundNumber: number;
  channel: Channel;
}
export interface MyProposal {
  number: number;
  title: string;
  state: ProposalState;
  hidden: boolean;
  updatedAt: string;
  picture: Picture | null;
}
export interface MyNotification {
  kind: string;
  district: { slug: string; name: string };
  subject: string;
  createdAt: string;
  sentAt: string | null;
}
export interface Invalidation {
  number: number;
  proposal: { number: number; title: string };
  votes: number;
  reason: string;
  decidedAt: string;
  undoneAt: string | null;
  undoneReason: string;
}
export type CountLine = CurrentLine & { onPaper: number };
export type Count = Omit<CurrentCount, 'lines' | 'winner'> & { lines: CountLine[]; winner: CountLine | null };
