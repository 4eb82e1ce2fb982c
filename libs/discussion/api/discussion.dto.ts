import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';

const SIDES = ['for', 'against'] as const;
type Side = (typeof SIDES)[number];

export class PostArgumentDto {
  @ApiProperty({ enum: SIDES, enumName: 'Choice' })
  @IsIn(SIDES)
  side: Side;

  @ApiProperty({ minLength: TEXT_LENGTHS.argument.min, maxLength: TEXT_LENGTHS.argument.max })
  @IsString()
  @MaxLength(5_000)
  body: string;
}

export class ListArgumentsDto {
  @ApiPropertyOptional({ enum: SIDES, enumName: 'Choice' })
  @IsOptional()
  @IsIn(SIDES)
  side?: Side;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 20;

  @ApiPropertyOptional({ description: '`next` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;
}

export class ArgumentDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: SIDES, enumName: 'Choice' }) side: Side;
  @ApiProperty({ description: 'Plain text.' }) body: string;
  @ApiProperty() authorName: string;
  @ApiProperty({ format: 'date-time' }) postedAt: string;
}

export class ArgumentPageDto {
  @ApiProperty({ type: [ArgumentDto] }) items: ArgumentDto[];
  @ApiProperty() total: number;
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
