import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { STATEMENT_ROLES, type StatementRole } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';

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
  @ApiProperty({ enum: STATEMENT_ROLES, enumName: 'StatementRole' }) authorRole: StatementRole;
  @ApiProperty({ format: 'date-time' }) postedAt: string;
}

export class StatementListDto {
  @ApiProperty({ type: [StatementDto], description: 'Newest first.' }) items: StatementDto[];
}
