import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { REASON_CODES, type ReasonCode } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';

export class MessageTemplateDto {
  @ApiProperty({ enum: REASON_CODES, enumName: 'ReasonCode' })
  @IsIn(REASON_CODES)
  reason: ReasonCode;

  @ApiProperty({ minLength: TEXT_LENGTHS.message.min, maxLength: TEXT_LENGTHS.message.max })
  @IsString()
  @MaxLength(20_000)
  text: string;
}

export class SetModerationSettingsDto {
  @ApiProperty({ type: [String], description: 'Words that a moderator wants to see marked.' })
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  watchWords: string[];

  @ApiProperty({ type: [MessageTemplateDto], description: 'At most one per reason.' })
  @IsArray()
  @ArrayMaxSize(REASON_CODES.length)
  @ValidateNested({ each: true })
  @Type(() => MessageTemplateDto)
  templates: MessageTemplateDto[];

  @ApiProperty({ description: 'The version that was read; 0 where nothing was set yet.' })
  @IsInt()
  @Min(0)
  version: number;
}

export class ModerationSettingsDto {
  @ApiProperty({ type: [String] }) watchWords: string[];
  @ApiProperty({ type: [MessageTemplateDto], description: 'Those that the district wrote itself.' })
  templates: MessageTemplateDto[];
  @ApiProperty() version: number;
}
