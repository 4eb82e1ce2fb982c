import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { DECISIONS, type Decision } from '@buurtstem/agenda-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';

const { outcomeReasons, progressReport, contextNote, pictureAlt } = TEXT_LENGTHS;

export class AttendanceDto {
  @ApiProperty({ format: 'uuid', description: 'The agenda item.' })
  @IsUUID()
  item: string;

  @ApiProperty({ description: 'Whether the submitter, or who came instead, was there.' })
  @IsBoolean()
  attended: boolean;
}

/** Closes a meeting: what stood on its agenda was discussed. */
export class HoldMeetingDto {
  @ApiProperty({ type: [AttendanceDto] })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AttendanceDto)
  attendance: AttendanceDto[];
}

export class PutCommitteeVoteDto {
  @ApiProperty({ minimum: 0, maximum: 999 })
  @IsInt()
  @Min(0)
  @Max(999)
  votesFor: number;

  @ApiProperty({ minimum: 0, maximum: 999 })
  @IsInt()
  @Min(0)
  @Max(999)
  votesAgainst: number;

  @ApiProperty({ minimum: 0, maximum: 999 })
  @IsInt()
  @Min(0)
  @Max(999)
  votesAbstained: number;
}

export class RecordOutcomeDto {
  @ApiProperty({ enum: DECISIONS, enumName: 'Decision' })
  @IsIn(DECISIONS)
  decision: Decision;

  @ApiProperty({ minLength: outcomeReasons.min, maxLength: outcomeReasons.max })
  @IsString()
  reasons: string;

  @ApiProperty({
    type: PutCommitteeVoteDto,
    nullable: true,
    description: 'Null where the committee did not vote.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => PutCommitteeVoteDto)
  vote: PutCommitteeVoteDto | null;
}

export class ReportProgressDto {
  @ApiProperty({ minLength: progressReport.min, maxLength: progressReport.max })
  @IsString()
  text: string;

  @ApiProperty({
    minLength: 2,
    maxLength: 100,
    description: 'Who does the work, such as a team of the municipality.',
  })
  @IsString()
  responsible: string;

  @ApiProperty({ description: 'The work is done: nothing follows.' })
  @IsBoolean()
  finishes: boolean;
}

export class ReportedProgressDto {
  @ApiProperty({ description: 'To put a photo beside it.' }) id: number;
}

export class ProgressPictureQueryDto {
  @ApiProperty({
    minLength: pictureAlt.min,
    maxLength: pictureAlt.max,
    description: 'What the picture shows.',
  })
  @IsString()
  alt: string;
}

export class PutContextNoteDto {
  @ApiProperty({ minLength: contextNote.min, maxLength: contextNote.max })
  @IsString()
  text: string;
}
