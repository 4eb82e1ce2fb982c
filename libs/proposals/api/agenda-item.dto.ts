import { ApiProperty } from '@nestjs/swagger';
import { NeighbourhoodDto } from '@buurtstem/districts-api';
import { PROPOSAL_STATES, type ProposalState } from '@buurtstem/proposals-domain';
import { PictureDto, PictureSourceDto } from './pictures/picture.dto';

const STATES = ['queued', 'scheduled', 'discussed', 'decided', 'followed-up'] as const;
const DECISIONS = ['adopted', 'partly-adopted', 'rejected', 'held-over'] as const;
const CHANGES = ['scheduled', 'moved', 'taken-off', 'held-over', 'superseded'] as const;

export class MeetingReferenceDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty() place: string;
}

export class CommitteeVoteDto {
  @ApiProperty() votesFor: number;
  @ApiProperty() votesAgainst: number;
  @ApiProperty() votesAbstained: number;
}

export class OutcomeDto {
  @ApiProperty({ enum: DECISIONS, enumName: 'Decision' }) decision: (typeof DECISIONS)[number];
  @ApiProperty() reasons: string;
  @ApiProperty({ format: 'date-time' }) decidedAt: string;
  @ApiProperty({
    type: CommitteeVoteDto,
    nullable: true,
    description: 'Null where the committee did not vote.',
  })
  vote: CommitteeVoteDto | null;
}

export class ContextNoteDto {
  @ApiProperty() text: string;
  @ApiProperty() authorName: string;
  @ApiProperty({ format: 'date-time' }) publishedAt: string;
  @ApiProperty({ description: '1 is the first; a later one replaces it.' }) version: number;
}

/** A way onto an agenda or off it, with the published reason; without one where nobody chose. */
export class AgendaChangeDto {
  @ApiProperty({ enum: CHANGES, enumName: 'AgendaChangeVerb' }) verb: (typeof CHANGES)[number];
  @ApiProperty({ type: MeetingReferenceDto, nullable: true }) from: MeetingReferenceDto | null;
  @ApiProperty({ type: MeetingReferenceDto, nullable: true }) to: MeetingReferenceDto | null;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date-time' }) changedAt: string;
}

export class ProgressPictureDto {
  @ApiProperty() url: string;
  @ApiProperty({ type: [PictureSourceDto] }) sources: PictureSourceDto[];
  @ApiProperty() alt: string;
  @ApiProperty() width: number;
  @ApiProperty() height: number;
}

export class ProgressReportDto {
  @ApiProperty() id: number;
  @ApiProperty() text: string;
  @ApiProperty() responsible: string;
  @ApiProperty({ format: 'date-time' }) reportedAt: string;
  @ApiProperty({ description: 'The work is done.' }) finishes: boolean;
  @ApiProperty({ type: ProgressPictureDto, nullable: true }) picture: ProgressPictureDto | null;
}

export class ProposalOnAgendaDto {
  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState' }) state: ProposalState;
  @ApiProperty() summary: string;
  @ApiProperty() submitterName: string;
  @ApiProperty({ description: 'As counted.' }) votesFor: number;
  @ApiProperty({ description: 'As counted.' }) votesAgainst: number;
  @ApiProperty({ type: PictureDto, nullable: true }) picture: PictureDto | null;
  @ApiProperty({ type: NeighbourhoodDto, nullable: true }) neighbourhood: NeighbourhoodDto | null;
}

/** The shape stands here, and the agenda room fills it: a proposal's page tells what became of it (ADR 0003). */
export class AgendaItemDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: STATES, enumName: 'AgendaItemState' }) state: (typeof STATES)[number];
  @ApiProperty() title: string;
  @ApiProperty() proposalNumber: number;
  @ApiProperty() roundNumber: number;
  @ApiProperty({ type: MeetingReferenceDto, nullable: true }) meeting: MeetingReferenceDto | null;
  @ApiProperty() minutes: number;
  @ApiProperty({ type: OutcomeDto, nullable: true, description: 'The latest one.' })
  outcome: OutcomeDto | null;
  @ApiProperty({
    type: [OutcomeDto],
    description: 'All of them: an item that was held over has more than one.',
  })
  outcomes: OutcomeDto[];
  @ApiProperty({ type: ContextNoteDto, nullable: true, description: 'What the official says of it.' })
  contextNote: ContextNoteDto | null;
  @ApiProperty({ type: [AgendaChangeDto], description: 'Oldest first.' }) changes: AgendaChangeDto[];
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'By when the committee must have answered; null without a meeting, and once it has decided.',
  })
  answerDueAt: string | null;
  @ApiProperty({ type: [ProgressReportDto] }) progress: ProgressReportDto[];
  @ApiProperty({ type: ProposalOnAgendaDto }) proposal: ProposalOnAgendaDto;
}

/** Port: what became of a proposal that won. The agenda room answers it. */
export abstract class WhatBecameOfIt {
  abstract of(districtId: number, proposalId: string): Promise<AgendaItemDto | null>;
}
