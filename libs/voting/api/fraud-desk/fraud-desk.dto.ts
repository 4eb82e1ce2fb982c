import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDateString,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  SIGNAL_KINDS,
  VOTE_BATCH_STATES,
  type SignalKind,
  type VoteBatchState,
} from '@buurtstem/voting-domain';

const REASON = TEXT_LENGTHS.reason;

export class ReferredProposalDto {
  @ApiProperty() number: number;
  @ApiProperty() title: string;
}

/** Votes that fulfil every criterion given; at least one is. */
export class VoteCriteriaDto {
  @ApiPropertyOptional({ description: 'Pseudonym of a network, as a signal gives it.' })
  @IsOptional()
  @Matches(/^[\w-]{43}$/)
  network?: string;

  @ApiPropertyOptional({ example: 'voorbeeld.example' })
  @IsOptional()
  @Matches(/^[a-z0-9.-]{1,253}$/)
  mailDomain?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Last changed at this time or later.' })
  @IsOptional()
  @IsDateString({ strict: true })
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Last changed before this time.' })
  @IsOptional()
  @IsDateString({ strict: true })
  to?: string;
}

export class VoteSignalDto {
  @ApiProperty({ enum: SIGNAL_KINDS, enumName: 'VoteSignalKind' }) kind: SignalKind;
  @ApiProperty({ type: ReferredProposalDto }) proposal: ReferredProposalDto;
  @ApiProperty({ description: 'The mail domain, or the short name of the network; empty for a burst.' })
  label: string;
  @ApiProperty() votes: number;
  @ApiProperty({ format: 'date-time' }) from: string;
  @ApiProperty({ format: 'date-time' }) to: string;
  @ApiProperty({ type: VoteCriteriaDto, description: 'Hands these votes to holdVotes.' })
  criteria: VoteCriteriaDto;
}

export class VoteSignalListDto {
  @ApiProperty({ type: [VoteSignalDto], description: 'Most votes first.' }) items: VoteSignalDto[];
}

export class HoldVotesDto {
  @ApiProperty()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  proposalNumber: number;

  @ApiProperty({ type: VoteCriteriaDto })
  @ValidateNested()
  @Type(() => VoteCriteriaDto)
  criteria: VoteCriteriaDto;

  @ApiProperty({ maxLength: REASON.max, description: 'For colleagues only.' })
  @IsString()
  @MaxLength(REASON.max)
  note: string;
}

export class ReasonDto {
  @ApiProperty({
    minLength: REASON.min,
    maxLength: REASON.max,
    description: 'Published, except for a release.',
  })
  @IsString()
  @MaxLength(5_000)
  reason: string;
}

export class InvalidateVotesDto {
  @ApiProperty({ description: 'How many votes the dry run showed.' })
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  votes: number;
}

export class VoteBatchDto {
  @ApiProperty({ description: 'Counts the district’s batches from 1.' }) number: number;
  @ApiProperty({ type: ReferredProposalDto }) proposal: ReferredProposalDto;
  @ApiProperty({ enum: VOTE_BATCH_STATES, enumName: 'VoteBatchState' }) state: VoteBatchState;
  @ApiProperty({ description: 'Ballots in it, also those withdrawn since.' }) votes: number;
  @ApiProperty() votesFor: number;
  @ApiProperty() votesAgainst: number;
  @ApiProperty({ type: VoteCriteriaDto }) criteria: VoteCriteriaDto;
  @ApiProperty() note: string;
  @ApiProperty({ description: 'Names of colleagues are empty once they have left.' }) heldBy: string;
  @ApiProperty({ format: 'date-time' }) heldAt: string;
  @ApiProperty({
    description: 'Why the votes do not count, as it is published; empty before it is proposed.',
  })
  reason: string;
  @ApiProperty({ type: String, nullable: true }) proposedBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) proposedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) decidedBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Who released or reinstated it.' })
  endedBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
  @ApiProperty() endReason: string;
  @ApiProperty({ description: 'Whether the reader may decide: it is proposed, by somebody else.' })
  mayDecide: boolean;
}

export class VoteBatchListDto {
  @ApiProperty({ type: [VoteBatchDto], description: 'Newest first.' }) items: VoteBatchDto[];
}

export class DryRunStandingDto {
  @ApiProperty() votesFor: number;
  @ApiProperty() votesAgainst: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Null where it does not take part in the count.',
  })
  rank: number | null;
}

export class RecountDryRunDto {
  @ApiProperty({ description: 'The round whose count would be repeated.' }) roundNumber: number;
  @ApiProperty({ type: DryRunStandingDto, description: 'As if these votes counted.' })
  before: DryRunStandingDto;
  @ApiProperty({ type: DryRunStandingDto, description: 'Without them.' }) after: DryRunStandingDto;
  @ApiProperty({ type: ReferredProposalDto, nullable: true }) winnerBefore: ReferredProposalDto | null;
  @ApiProperty({ type: ReferredProposalDto, nullable: true }) winnerAfter: ReferredProposalDto | null;
}

export class DryRunDto {
  @ApiProperty({ description: 'Hand this number in with the decision.' }) votes: number;
  @ApiProperty({ type: DryRunStandingDto, description: 'As if these votes counted.' })
  before: DryRunStandingDto;
  @ApiProperty({ type: DryRunStandingDto, description: 'Without them.' }) after: DryRunStandingDto;
  @ApiProperty({ type: ReferredProposalDto, nullable: true }) leaderBefore: ReferredProposalDto | null;
  @ApiProperty({ type: ReferredProposalDto, nullable: true }) leaderAfter: ReferredProposalDto | null;
  @ApiProperty({
    type: RecountDryRunDto,
    nullable: true,
    description: 'What it means for the latest count; null where that is not repeated.',
  })
  recount: RecountDryRunDto | null;
}

export class InvalidationDto {
  @ApiProperty({ description: 'Number of the batch.' }) number: number;
  @ApiProperty({ type: ReferredProposalDto }) proposal: ReferredProposalDto;
  @ApiProperty() votes: number;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date-time' }) decidedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) undoneAt: string | null;
  @ApiProperty() undoneReason: string;
}

export class InvalidationListDto {
  @ApiProperty({ type: [InvalidationDto], description: 'Newest first.' }) items: InvalidationDto[];
}
