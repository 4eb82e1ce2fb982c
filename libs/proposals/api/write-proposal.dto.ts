import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { PROPOSAL_KINDS, type ProposalKind } from '@buurtstem/proposals-domain';

/** Well above every limit of the rules, which name the mistake; this only keeps absurd input out of them. */
const ABSURD = 20_000;
const lengths = (key: 'title' | 'note' | 'reason'): { minLength: number; maxLength: number } => ({
  minLength: TEXT_LENGTHS[key].min,
  maxLength: TEXT_LENGTHS[key].max,
});

/** A draft may be unfinished: the shortest lengths are asked for when it is published. */
const draftLengths = (key: 'summary' | 'body'): { maxLength: number } => ({
  maxLength: TEXT_LENGTHS[key].max,
});

export class PlaceDto {
  @ApiProperty({ minimum: -90, maximum: 90 })
  @IsNumber()
  @Min(-90)
  @Max(90)
  latitude: number;

  @ApiProperty({ minimum: -180, maximum: 180 })
  @IsNumber()
  @Min(-180)
  @Max(180)
  longitude: number;
}

const OptionalTheme = () =>
  applyDecorators(
    ApiPropertyOptional({ type: String, nullable: true, description: 'Slug of a theme, or null for none.' }),
    IsOptional(),
    IsString(),
    MaxLength(40),
  );
const OptionalPlace = () =>
  applyDecorators(
    ApiPropertyOptional({
      type: PlaceDto,
      nullable: true,
      description: 'Where it is, or null for nowhere on the map.',
    }),
    IsOptional(),
    ValidateNested(),
    Type(() => PlaceDto),
  );

export class SubmitProposalDto {
  @ApiProperty({ enum: PROPOSAL_KINDS, enumName: 'ProposalKind' })
  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;

  @ApiProperty(lengths('title'))
  @IsString()
  @MaxLength(ABSURD)
  title: string;

  @ApiProperty(draftLengths('summary'))
  @IsString()
  @MaxLength(ABSURD)
  summary: string;

  @ApiProperty(draftLengths('body'))
  @IsString()
  @MaxLength(ABSURD)
  body: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Slug of a neighbourhood, or null for the whole district.',
  })
  @ValidateIf((dto: SubmitProposalDto) => dto.neighbourhood !== null)
  @IsString()
  neighbourhood: string | null;

  @OptionalTheme()
  theme?: string | null;

  @OptionalPlace()
  place?: PlaceDto | null;
}

export class EditProposalDto {
  @ApiPropertyOptional({ enum: PROPOSAL_KINDS, enumName: 'ProposalKind' })
  @IsOptional()
  @IsIn(PROPOSAL_KINDS)
  kind?: ProposalKind;

  @ApiPropertyOptional(lengths('title'))
  @IsOptional()
  @IsString()
  @MaxLength(ABSURD)
  title?: string;

  @ApiPropertyOptional(draftLengths('summary'))
  @IsOptional()
  @IsString()
  @MaxLength(ABSURD)
  summary?: string;

  @ApiPropertyOptional(draftLengths('body'))
  @IsOptional()
  @IsString()
  @MaxLength(ABSURD)
  body?: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  neighbourhood?: string | null;

  @OptionalTheme()
  theme?: string | null;

  @OptionalPlace()
  place?: PlaceDto | null;

  @ApiProperty({ description: 'The version that was read; another edit since then refuses this one.' })
  @IsInt()
  @Min(1)
  version: number;
}

export class WithdrawProposalDto {
  @ApiProperty(lengths('reason'))
  @IsString()
  @MaxLength(ABSURD)
  reason: string;
}

export class AddNoteDto {
  @ApiProperty(lengths('note'))
  @IsString()
  @MaxLength(ABSURD)
  text: string;
}
