import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { INVITATION_STATES, type InvitationState } from '@buurtstem/agenda-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';

const ANSWERS = ['accept', 'delegate', 'decline'] as const;
const { needs, displayName } = TEXT_LENGTHS;

/** The submitter's own invitation, with all that they need to prepare. */
export class MeetingInvitationDto {
  @ApiProperty({ enum: INVITATION_STATES, enumName: 'InvitationState' }) state: InvitationState;
  @ApiProperty() title: string;
  @ApiProperty() proposalNumber: number;
  @ApiProperty({ format: 'date-time', description: 'When the meeting begins.' }) startsAt: string;
  @ApiProperty({ format: 'date-time', description: 'When it is the turn of the plan, as the agenda stands.' })
  itemStartsAt: string;
  @ApiProperty() minutes: number;
  @ApiProperty() place: string;
  @ApiProperty({ description: 'Whom to call; may be empty.' }) contact: string;
  @ApiProperty({ format: 'uuid' }) meeting: string;
  @ApiProperty({ description: 'Whether it can be answered still.' }) isOpen: boolean;
  @ApiProperty() delegateName: string;
  @ApiProperty() needs: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt: string | null;
}

export class AnswerInvitationDto {
  @ApiProperty({ enum: ANSWERS, enumName: 'InvitationAnswer' })
  @IsIn(ANSWERS)
  answer: (typeof ANSWERS)[number];

  @ApiProperty({ maxLength: displayName.max, description: 'Who comes instead; empty otherwise.' })
  @IsString()
  @Length(0, displayName.max)
  delegateName: string;

  @ApiProperty({ maxLength: needs.max, description: 'What they need there, such as a screen or a ramp.' })
  @IsString()
  @Length(needs.min, needs.max)
  needs: string;
}
