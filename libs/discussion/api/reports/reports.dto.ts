import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { REASON_CODES, SUBJECT_KINDS, type ReasonCode, type SubjectKind } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';

/** What under a proposal is meant: the proposal itself, or one of its arguments, replies or pictures. */
export class SubjectDto {
  @ApiProperty({ enum: SUBJECT_KINDS, enumName: 'SubjectKind' })
  @IsIn(SUBJECT_KINDS)
  subject: SubjectKind;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'Id of the argument, reply or picture; left out for the proposal itself.',
  })
  @ValidateIf((dto: SubjectDto) => dto.subject !== 'proposal' || dto.subjectId !== undefined)
  @IsUUID()
  subjectId?: string;
}

export class FileReportDto extends SubjectDto {
  @ApiProperty({ enum: REASON_CODES, enumName: 'ReasonCode' })
  @IsIn(REASON_CODES)
  reason: ReasonCode;

  @ApiPropertyOptional({ maxLength: TEXT_LENGTHS.reportNote.max, description: 'Only moderators read it.' })
  @IsOptional()
  @IsString()
  @MaxLength(5_000)
  note?: string;
}

export class ReportFiledDto {
  @ApiProperty({ format: 'date-time' }) reportedAt: string;
}
