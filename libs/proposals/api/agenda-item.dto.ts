import { ApiProperty } from '@nestjs/swagger';
import { NeighbourhoodDto } from '@buurtstem/districts-api';
import { PROPOSAL_STATES, type ProposalState } from '@buurtstem/proposals-domain';
import { PictureDto } from './picture.dto';

const STATES = ['queued', 'scheduled', 'discussed', 'decided', 'followed-up'] as const;
const DECISIONS = ['adopted', 'partly-adopted', 'rejected', 'held-over'] as const;

export class MeetingReferenceDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty() place: string;
}

export class OutcomeDto {
  @ApiProperty({ enum: DECISIONS, enumName: 'Decision' }) decision: (typeof DECISIONS)[number];
  @ApiProperty() reasons: string;
  @ApiProperty({ format: 'date-time' }) decidedAt: string;
}

export class ProgressReportDto {
  @ApiProperty() text: string;
  @ApiProperty() responsible: string;
  @ApiProperty({ format: 'date-time' }) reportedAt: string;
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
  @ApiProperty({ type: OutcomeDto, nullable: true }) outcome: OutcomeDto | null;
  @ApiProperty({ type: [ProgressReportDto] }) progress: ProgressReportDto[];
  @ApiProperty({ type: ProposalOnAgendaDto }) proposal: ProposalOnAgendaDto;
}

/** Port: what became of a proposal that won. The agenda room answers it. */
export abstract class WhatBecameOfIt {
  abstract of(districtId: number, proposalId: string): Promise<AgendaItemDto | null>;
}
