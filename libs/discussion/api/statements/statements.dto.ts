import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';

const ROLES = ['moderator', 'committee-member'] as const;

export class PublishStatementDto {
  @ApiProperty({ minLength: TEXT_LENGTHS.statement.min, maxLength: TEXT_LENGTHS.statement.max })
  @IsString()
  @MaxLength(20_000)
  body: string;
}

export class StatementDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Plain text; an empty line ends a paragraph.' }) body: string;
  @ApiProperty() authorName: string;
  @ApiProperty({ enum: ROLES, enumName: 'StatementRole' }) authorRole: (typeof ROLES)[number];
  @ApiProperty({ format: 'date-time' }) postedAt: string;
}

export class StatementListDto {
  @ApiProperty({ type: [StatementDto], description: 'Newest first.' }) items: StatementDto[];
}
