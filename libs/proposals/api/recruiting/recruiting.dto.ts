import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { LANGUAGES, type Language } from './words';

export class CardDto {
  @ApiPropertyOptional({ enum: LANGUAGES, enumName: 'Language', default: 'nl' })
  @IsOptional()
  @IsIn(LANGUAGES)
  lang: Language = 'nl';
}
