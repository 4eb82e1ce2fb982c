import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { MERGE_STATES, type MergeState } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';

export class AskMergeDto {
  @ApiProperty({ description: 'The proposal that would go.' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  duplicateNumber: number;

  @ApiProperty({ description: 'The proposal that would stay.' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  targetNumber: number;

  @ApiProperty({
    minLength: TEXT_LENGTHS.message.min,
    maxLength: TEXT_LENGTHS.message.max,
    description: 'To both submitters.',
  })
  @IsString()
  @MaxLength(20_000)
  message: string;
}

export class AnswerMergeDto {
  @ApiProperty()
  @IsBoolean()
  agrees: boolean;
}

export class MergeProposalDto {
  @ApiProperty() number: number;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'Whether its submitter agreed.' }) agreed: boolean;
  @ApiProperty({ description: 'Whether the reader submitted it.' }) mine: boolean;
}

export class MergeRequestDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: MERGE_STATES, enumName: 'MergeState' }) state: MergeState;
  @ApiProperty({ type: MergeProposalDto, description: 'Would go.' }) duplicate: MergeProposalDto;
  @ApiProperty({ type: MergeProposalDto, description: 'Would stay.' }) target: MergeProposalDto;
  @ApiProperty() message: string;
  @ApiProperty({ format: 'date-time' }) askedAt: string;
}

export class MergeRequestListDto {
  @ApiProperty({ type: [MergeRequestDto], description: 'Newest first.' }) items: MergeRequestDto[];
}
