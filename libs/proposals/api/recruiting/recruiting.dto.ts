import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PAPER_SIZES, type PaperSize } from './paper-size';
import { LANGUAGES, type Language } from './words';

export class CardDto {
  @ApiPropertyOptional({ enum: LANGUAGES, enumName: 'Language', default: 'nl' })
  @IsOptional()
  @IsIn(LANGUAGES)
  lang: Language = 'nl';
}

export class PosterDto extends CardDto {
  @ApiPropertyOptional({ enum: PAPER_SIZES, enumName: 'PaperSize', default: 'a4' })
  @IsOptional()
  @IsIn(PAPER_SIZES)
  size: PaperSize = 'a4';
}

/** Named by the standard (oEmbed 1.0), so not as ours are. */
export class AskEmbedDto {
  @ApiProperty({ description: 'Address of a proposal on this site.' })
  @IsString()
  @MaxLength(500)
  url: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 10_000 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  maxwidth?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 10_000 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  maxheight?: number;

  @ApiPropertyOptional({ enum: ['json'], default: 'json' })
  @IsOptional()
  @IsIn(['json'])
  format?: 'json';

  @ApiPropertyOptional({ description: 'Sent by some who ask; changes nothing: nobody is followed here.' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  dnt?: string;
}

export class EmbedDto {
  @ApiProperty({ enum: ['1.0'] }) version: '1.0';
  @ApiProperty({ enum: ['rich'] }) type: 'rich';
  @ApiProperty() title: string;
  @ApiProperty() provider_name: string;
  @ApiProperty() provider_url: string;
  @ApiProperty({ description: 'Seconds that it may be kept.' }) cache_age: number;
  @ApiProperty({ description: 'A frame with the proposal in it.' }) html: string;
  @ApiProperty() width: number;
  @ApiProperty() height: number;
  @ApiPropertyOptional({ description: 'Not where less was asked for than its size.' }) thumbnail_url?: string;
  @ApiPropertyOptional() thumbnail_width?: number;
  @ApiPropertyOptional() thumbnail_height?: number;
}
