import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { INVITATION_STATES, type InvitationState } from '@buurtstem/agenda-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { AgendaItemDto } from '@buurtstem/proposals-api';

const KINDS = ['point', 'item'] as const;
const { meetingPoint, publishedReason } = TEXT_LENGTHS;
export const MINUTES = { min: 1, max: 240 } as const;
export const MOST_ENTRIES = 50;

/** What became of asking the submitter of a winner to come. */
export class SubmitterAnswerDto {
  @ApiProperty({ enum: INVITATION_STATES, enumName: 'InvitationState' }) state: InvitationState;
  @ApiProperty({ description: 'Who comes instead; may be empty.' }) delegateName: string;
  @ApiProperty({ description: 'What they need there; may be empty.' }) needs: string;
  @ApiProperty({ format: 'date-time' }) askedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt: string | null;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Whether they were there; null until noted.' })
  attended: boolean | null;
}

export class DraftEntryDto {
  @ApiProperty({ enum: KINDS, enumName: 'AgendaEntryKind' }) kind: (typeof KINDS)[number];
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() minutes: number;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ type: AgendaItemDto, nullable: true }) item: AgendaItemDto | null;
  @ApiProperty({ type: SubmitterAnswerDto, nullable: true, description: 'Of a winner.' })
  submitter: SubmitterAnswerDto | null;
}

export class DraftAgendaDto {
  @ApiProperty() revision: number;
  @ApiProperty({ type: [DraftEntryDto] }) entries: DraftEntryDto[];
  @ApiProperty({ format: 'date-time', description: 'When the last entry is over.' }) endsAt: string;
  @ApiProperty({ type: Number, nullable: true }) publishedVersion: number | null;
  @ApiProperty({ description: 'Whether something differs from what was published.' }) hasChanges: boolean;
}

export class PutEntryDto {
  @ApiProperty({ enum: KINDS, enumName: 'AgendaEntryKind' })
  @IsIn(KINDS)
  kind: (typeof KINDS)[number];

  @ApiProperty({
    format: 'uuid',
    required: false,
    description: 'Of what is on it already; a new point has none.',
  })
  @IsOptional()
  @IsUUID()
  id?: string;

  @ApiProperty({
    minLength: meetingPoint.min,
    maxLength: meetingPoint.max,
    required: false,
    description: 'Of a point; the title of a winner is the proposal’s.',
  })
  @IsOptional()
  @IsString()
  @Length(meetingPoint.min, meetingPoint.max)
  title?: string;

  @ApiProperty({ minimum: MINUTES.min, maximum: MINUTES.max })
  @IsInt()
  @Min(MINUTES.min)
  @Max(MINUTES.max)
  minutes: number;
}

export class PutDraftAgendaDto {
  @ApiProperty({ description: 'As it was read: who changes an old version is told.' })
  @IsInt()
  @Min(0)
  revision: number;

  @ApiProperty({ type: [PutEntryDto], maxItems: MOST_ENTRIES, description: 'All of it, in order.' })
  @IsArray()
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  @Type(() => PutEntryDto)
  entries: PutEntryDto[];
}

export class PublishAgendaDto {
  @ApiProperty({ description: 'As it was read: what is published is what the clerk looked at.' })
  @IsInt()
  @Min(0)
  revision: number;

  @ApiProperty({ maxLength: publishedReason.max, description: 'What changed; may be empty.' })
  @IsString()
  @Length(0, publishedReason.max)
  note: string;
}

export class MoveAgendaItemDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Null: off the agenda, into the queue.',
  })
  @IsOptional()
  @IsUUID()
  meeting: string | null;

  @ApiProperty({
    minLength: publishedReason.min,
    maxLength: publishedReason.max,
    description: 'Everybody reads it.',
  })
  @IsString()
  reason: string;
}
