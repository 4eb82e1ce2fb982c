import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { PICTURES_PER_PROPOSAL } from '@buurtstem/proposals-domain';
import { PictureDto } from './picture.dto';

/** Well above the limit of the rules, which name the mistake. */
const ABSURD = 2_000;
const { max } = TEXT_LENGTHS.pictureAlt;
const description = 'What the photo shows, for who cannot see it; may be left empty.';

export class NewPictureQueryDto {
  @ApiPropertyOptional({ maxLength: max, description })
  @IsOptional()
  @IsString()
  @MaxLength(ABSURD)
  alt?: string;
}

export class DescribePictureDto {
  @ApiProperty({ maxLength: max, description })
  @IsString()
  @MaxLength(ABSURD)
  alt: string;
}

export class OrderPicturesDto {
  @ApiProperty({
    type: [String],
    format: 'uuid',
    maxItems: PICTURES_PER_PROPOSAL,
    description: 'The ids of all that are shown.',
  })
  @IsArray()
  @ArrayMaxSize(PICTURES_PER_PROPOSAL)
  @IsUUID(undefined, { each: true })
  pictures: string[];
}

export class PicturesDto {
  @ApiProperty({ type: [PictureDto] }) items: PictureDto[];
}
