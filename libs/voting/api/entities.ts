import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Ballot, Channel, DecidedBy, LedgerEntry, RoundState } from '@buurtstem/voting-domain';
import type { ProposalId, ResidentId, RoundId } from '@buurtstem/shared-domain';

@Entity('round')
export class RoundEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: RoundId;
  @Column('integer') number: number;
  /** The count date. */
  @Column('timestamptz') closesAt: Date;
  @Column('text') state: RoundState;
  /** Random, published when the round opens; empty before. */
  @Column('text') seed: string;
  @Column('integer') rulebookVersion: number;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  /** How often its count date was changed, for calendars that know it already. */
  @Column('integer', { default: 0 }) sequence: number;
}

@Entity('vote')
export class VoteEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') proposalId: ProposalId;
  @PrimaryColumn('uuid') residentId: ResidentId;
  @Column('text') choice: Ballot['choice'];
  @Column('text') status: Ballot['status'];
  /** How the last choice came in. */
  @Column('text') channel: Channel;
  @Column('timestamptz') castAt: Date;
  @Column('timestamptz') changedAt: Date;
}

/** Only ever added to: PostgreSQL refuses anything else. */
@Entity('ballot_ledger')
export class BallotLedgerEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' }) position: string;
  @Column('uuid') proposalId: ProposalId;
  @Column('uuid') residentId: ResidentId;
  @Column('text') entry: LedgerEntry['entry'];
  @Column('text') choice: Ballot['choice'];
  @Column('text') channel: Channel;
  @Column('uuid') roundId: RoundId;
  @Column('timestamptz') recordedAt: Date;
}

@Entity('round_count')
export class RoundCountEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') roundId: RoundId;
  /** 1 is the count; a recount adds the next one, and supersedes it. */
  @PrimaryColumn('integer') version: number;
  /** Names this report; what is told of it is told once. */
  @Column('uuid') id: string;
  /** Counts the reports of the district from 1, recounts among them. */
  @Column('integer') reportNumber: number;
  /** Why it was counted again; empty for the first count. */
  @Column('text') reason: string;
  /** The report as it was published, byte for byte: its SHA-256 is what anyone can compare. */
  @Column('text') document: string;
  @Column('timestamptz') countedAt: Date;
  @Column('integer') rulebookVersion: number;
  @Column('integer') threshold: number;
  @Column('uuid', { nullable: true }) winnerId: ProposalId | null;
  @Column('text') decidedBy: DecidedBy;
  /** Residents with a ballot among the candidates. */
  @Column('integer') residents: number;
}

@Entity('count_line')
export class CountLineEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') roundId: RoundId;
  @PrimaryColumn('integer') version: number;
  @PrimaryColumn('uuid') proposalId: ProposalId;
  @Column('integer') rank: number;
  @Column('integer') votesFor: number;
  @Column('integer') votesAgainst: number;
  /** Of those two. */
  @Column('integer') onPaper: number;
  @Column('integer') waiting: number;
  @Column('integer') held: number;
  @Column('integer') invalid: number;
  /** Count dates still ahead after this one. */
  @Column('smallint') chancesLeft: number;
}

/** Votes of a batch that a count left out, with the reason as it stood then. */
@Entity('count_exclusion')
export class CountExclusionEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') roundId: RoundId;
  @PrimaryColumn('integer') version: number;
  @PrimaryColumn('uuid') proposalId: ProposalId;
  @PrimaryColumn('integer') batchNumber: number;
  @Column('text') kind: 'held' | 'invalid';
  @Column('text') reason: string;
  @Column('integer') votes: number;
}

/** Where a vote came from, for the fraud desk; thrown away after thirty days. */
@Entity('vote_origin')
export class VoteOriginEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') proposalId: ProposalId;
  @PrimaryColumn('uuid') residentId: ResidentId;
  @Column('bytea') networkPseudonym: Buffer;
  @Column('text') mailDomain: string;
  @Column('timestamptz') recordedAt: Date;
}
