import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PAPER_SIZES, type PaperSize } from './poster';
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
