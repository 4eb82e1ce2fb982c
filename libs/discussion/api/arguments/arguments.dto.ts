import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ARGUMENT_SORTS, type ArgumentSort } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';

const SIDES = ['for', 'against'] as const;
type Side = (typeof SIDES)[number];

/** Well above every limit of the rules, which name the mistake; this only keeps absurd input out of them. */
const ABSURD = 5_000;

export class PostArgumentDto {
  @ApiProperty({ enum: SIDES, enumName: 'Choice' })
  @IsIn(SIDES)
  side: Side;

  @ApiProperty({ minLength: TEXT_LENGTHS.argument.min, maxLength: TEXT_LENGTHS.argument.max })
  @IsString()
  @MaxLength(ABSURD)
  body: string;
}

export class PostReplyDto {
  @ApiProperty({ minLength: TEXT_LENGTHS.reply.min, maxLength: TEXT_LENGTHS.reply.max })
  @IsString()
  @MaxLength(ABSURD)
  body: string;
}

export class EditArgumentDto {
  @ApiProperty({ minLength: TEXT_LENGTHS.reply.min, maxLength: TEXT_LENGTHS.argument.max })
  @IsString()
  @MaxLength(ABSURD)
  body: string;

  @ApiProperty({ description: 'The version that was read; another edit since then refuses this one.' })
  @IsInt()
  @Min(1)
  version: number;
}

class PageDto {
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
  @MaxLength(400)
  after?: string;
}

export class ListRepliesDto extends PageDto {}

export class ListArgumentsDto extends PageDto {
  @ApiPropertyOptional({ enum: SIDES, enumName: 'Choice' })
  @IsOptional()
  @IsIn(SIDES)
  side?: Side;

  @ApiPropertyOptional({
    enum: ARGUMENT_SORTS,
    enumName: 'ArgumentSort',
    default: 'best',
    description: 'best: by the share of readers who found it a good point, with a fair chance for new ones.',
  })
  @IsOptional()
  @IsIn(ARGUMENT_SORTS)
  sort: ArgumentSort = 'best';
}

class WrittenDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Plain text.' }) body: string;
  @ApiProperty({ description: 'Empty where the author erased their account.' }) authorName: string;
  @ApiProperty({ description: 'Whether the author is (co-)submitter of the proposal.' }) bySubmitter: boolean;
  @ApiProperty({ format: 'date-time' }) postedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) editedAt: string | null;
  @ApiProperty({ description: 'Whether a moderator took something out.' }) redacted: boolean;
  @ApiProperty({ description: 'Whether the reader wrote it.' }) mine: boolean;
  @ApiProperty({ description: 'Whether the reader may still change it.' }) editable: boolean;
  @ApiProperty() version: number;
}

export class ReplyDto extends WrittenDto {}

export class ArgumentDto extends WrittenDto {
  @ApiProperty({ enum: SIDES, enumName: 'Choice' }) side: Side;
  @ApiProperty() likes: number;
  @ApiProperty({ description: 'Whether the reader found it a good point.' }) liked: boolean;
  @ApiProperty({ type: [ReplyDto], description: 'The first ones, oldest first.' }) replies: ReplyDto[];
  @ApiProperty() replyCount: number;
}

export class ArgumentPageDto {
  @ApiProperty({ type: [ArgumentDto] }) items: ArgumentDto[];
  @ApiProperty() total: number;
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class ReplyPageDto {
  @ApiProperty({ type: [ReplyDto], description: 'Oldest first.' }) items: ReplyDto[];
  @ApiProperty() total: number;
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class LikeDto {
  @ApiProperty() likes: number;
  @ApiProperty() liked: boolean;
}

export class ArgumentVersionDto {
  @ApiProperty() version: number;
  @ApiProperty() body: string;
  @ApiProperty({ format: 'date-time' }) writtenAt: string;
}

export class ArgumentVersionListDto {
  @ApiProperty({
    type: [ArgumentVersionDto],
    description: 'What it said before, oldest first; empty where a moderator took something out.',
  })
  items: ArgumentVersionDto[];
}
