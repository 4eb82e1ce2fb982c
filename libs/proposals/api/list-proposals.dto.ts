import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import {
  PROPOSAL_KINDS,
  PROPOSAL_STATES,
  type ProposalKind,
  type ProposalState,
} from '@buurtstem/proposals-domain';

export const SORTS = ['votes', 'newest', 'random'] as const;
export type Sort = (typeof SORTS)[number];

const LISTED_STATES = [...PROPOSAL_STATES.filter((state) => state !== 'draft'), 'all'] as const;

/** What leaves proposals out of a list or of a map. */
export class ProposalFilterDto {
  @ApiPropertyOptional({ enum: LISTED_STATES, default: 'open', description: 'all: every public state.' })
  @IsOptional()
  @IsIn(LISTED_STATES)
  state: ProposalState | 'all' = 'open';

  @ApiPropertyOptional({ enum: PROPOSAL_KINDS, enumName: 'ProposalKind' })
  @IsOptional()
  @IsIn(PROPOSAL_KINDS)
  kind?: ProposalKind;

  @ApiPropertyOptional({ description: 'Slug of a neighbourhood.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  neighbourhood?: string;

  @ApiPropertyOptional({ description: 'Slug of a theme.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  theme?: string;

  @ApiPropertyOptional({ description: 'Words to search for, in Dutch.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

export class ListProposalsDto extends ProposalFilterDto {
  @ApiPropertyOptional({
    enum: SORTS,
    default: 'votes',
    description: 'random: the same order all day, another tomorrow.',
  })
  @IsOptional()
  @IsIn(SORTS)
  sort: Sort = 'votes';

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

export class ListPinsDto extends ProposalFilterDto {
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 20, description: 'As maps on the web count it.' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(20)
  zoom: number;
}

export class SimilarDto {
  @ApiProperty({ description: 'What somebody is writing: the title, or the title and the summary.' })
  @IsString()
  @MaxLength(500)
  text: string;
}

export class TopDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 20, default: 5 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(20)
  limit = 5;
}
