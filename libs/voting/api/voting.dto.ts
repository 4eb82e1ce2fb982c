import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { NeighbourhoodDto, RoundSummaryDto } from '@buurtstem/districts-api';
import { AgendaItemDto, PictureDto } from '@buurtstem/proposals-api';
import { PROPOSAL_STATES, type ProposalState } from '@buurtstem/proposals-domain';
import { CHANNELS, type Channel, type Choice, type DecidedBy } from '@buurtstem/voting-domain';

const CHOICES = ['for', 'against'] as const;
const STANDINGS = ['none', 'counts', 'waiting', 'held', 'invalid'] as const;
const EXCLUSIONS = ['held', 'invalid'] as const;
const DECIDED_BY = ['votes', 'fewer-against', 'published-earlier', 'lot', 'none'] as const;

export class PutVoteDto {
  @ApiProperty({ enum: CHOICES, enumName: 'Choice' })
  @IsIn(CHOICES)
  choice: Choice;
}

/** What the ballot paper of a page without scripts sends; `none` withdraws. */
export class VoteFormDto {
  @IsIn([...CHOICES, 'none'])
  choice: Choice | 'none';
}

export class MyVoteDto {
  @ApiProperty({ enum: CHOICES, enumName: 'Choice', nullable: true }) choice: Choice | null;
  @ApiProperty() counts: boolean;
  @ApiProperty({ enum: STANDINGS, enumName: 'VoteStanding' }) status: (typeof STANDINGS)[number];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) castAt: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The count date it is for.',
  })
  countedAt: string | null;
  @ApiProperty({ enum: [0, 1, 2], description: 'From which level a vote counts in the district.' })
  neededLevel: number;
  @ApiProperty({ enum: [0, 1, 2], description: 'Which level the resident has proven there.' }) level: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why the vote was declared invalid, as it is published.',
  })
  reason: string | null;
  @ApiProperty({ enum: CHANNELS, enumName: 'Channel', description: 'How the last choice came in.' })
  channel: Channel;
}

/** What stood at the end of a day. */
export class VotesOfDayDto {
  @ApiProperty({ format: 'date', description: 'In Amsterdam.' }) day: string;
  @ApiProperty() votesFor: number;
  @ApiProperty() votesAgainst: number;
}

export class VotesOverTimeDto {
  @ApiProperty({
    type: [VotesOfDayDto],
    description: 'Of the votes that count now, oldest first; a proposal that is long open skips days.',
  })
  days: VotesOfDayDto[];
}

export class RoundListDto {
  @ApiProperty({ type: [RoundSummaryDto] }) items: RoundSummaryDto[];
}

export class CountLineDto {
  @ApiProperty() rank: number;
  @ApiProperty() number: number;
  @ApiProperty() title: string;
  @ApiProperty() votesFor: number;
  @ApiProperty() votesAgainst: number;
  @ApiProperty({ description: 'Of the votes for and against: how many came in on paper.' }) onPaper: number;
  @ApiProperty({ description: 'In doubt at the count, not counted.' }) held: number;
  @ApiProperty({ description: 'Declared invalid, not counted.' }) invalid: number;
  @ApiProperty({ description: 'Of residents who had not shown who they are, not counted.' }) waiting: number;
  @ApiProperty() chancesLeft: number;
  @ApiProperty() reachedThreshold: boolean;
  @ApiProperty({ format: 'date-time' }) publishedAt: string;
  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState', description: 'Now.' })
  state: ProposalState;
  @ApiProperty({ type: NeighbourhoodDto, nullable: true }) neighbourhood: NeighbourhoodDto | null;
  @ApiProperty({ type: PictureDto, nullable: true }) picture: PictureDto | null;
}

export class CountTotalsDto {
  @ApiProperty() proposals: number;
  @ApiProperty() votesFor: number;
  @ApiProperty() votesAgainst: number;
  @ApiProperty() residents: number;
  @ApiProperty() notCounted: number;
}

export class CountExclusionDto {
  @ApiProperty() proposalNumber: number;
  @ApiProperty({ description: 'Number of the batch in which staff looked at the votes.' })
  batchNumber: number;
  @ApiProperty({ enum: EXCLUSIONS, enumName: 'ExclusionKind' }) kind: (typeof EXCLUSIONS)[number];
  @ApiProperty({ description: 'As it was published at the count.' }) reason: string;
  @ApiProperty() votes: number;
}

export class CountDto {
  @ApiProperty() roundNumber: number;
  @ApiProperty({ description: '1 is the count; a recount supersedes it.' }) version: number;
  @ApiProperty({ description: 'Counts the district’s reports from 1, recounts among them.' })
  reportNumber: number;
  @ApiProperty({ description: 'Of the report’s text, byte for byte, in hexadecimal.' }) sha256: string;
  @ApiProperty({ description: 'Why it was counted again; empty for the first count.' }) reason: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Number of the report whose place it takes.' })
  supersedes: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Number of the report that took its place.' })
  supersededBy: number | null;
  @ApiProperty({ format: 'date-time' }) closesAt: string;
  @ApiProperty({ format: 'date-time' }) countedAt: string;
  @ApiProperty() rulebookVersion: number;
  @ApiProperty() threshold: number;
  @ApiProperty() seed: string;
  @ApiProperty({ type: CountLineDto, nullable: true }) winner: CountLineDto | null;
  @ApiProperty({ enum: DECIDED_BY, enumName: 'DecidedBy' }) decidedBy: DecidedBy;
  @ApiProperty({ type: [CountLineDto] }) lines: CountLineDto[];
  @ApiProperty({ type: [CountExclusionDto], description: 'What was held or invalid, with the reasons.' })
  exclusions: CountExclusionDto[];
  @ApiProperty({ type: CountTotalsDto }) totals: CountTotalsDto;
  @ApiProperty({ type: AgendaItemDto, nullable: true }) agendaItem: AgendaItemDto | null;
}
