import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  LOG_ACTS,
  LOG_SUBJECTS,
  REASON_CODES,
  type LogAct,
  type LogSubject,
  type ReasonCode,
} from '@buurtstem/discussion-domain';

export class ReadLogDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 50;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Only lines before this position.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  before?: number;
}

/** A line as it is hashed: SHA-256 of the line before and of this one’s fields, in the order of docs/adr/0009. */
export class LogLineDto {
  @ApiProperty({ description: 'Counts the district’s lines from 1.' }) position: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ enum: LOG_ACTS, enumName: 'LogAct' }) act: LogAct;
  @ApiProperty({ enum: LOG_SUBJECTS, enumName: 'LogSubject' }) subject: LogSubject;
  @ApiProperty({ description: 'The proposal that it is, or stands under.' }) proposalNumber: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Null for a merge.' }) caseNumber: number | null;
  @ApiProperty({ enum: REASON_CODES, enumName: 'ReasonCode', nullable: true }) reason: ReasonCode | null;
  @ApiProperty({ description: 'Words of the moderator; empty where they could repeat what had to go.' })
  explanation: string;
  @ApiProperty({ description: 'Of the line before, in hexadecimal; 64 zeros for the first.' })
  previousHash: string;
  @ApiProperty() hash: string;
}

export class LogPageDto {
  @ApiProperty({ type: [LogLineDto], description: 'Newest first.' }) items: LogLineDto[];
  @ApiProperty({ description: 'Lines in all.' }) total: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Pass as `before` for the next page.' }) next:
    number | null;
}
