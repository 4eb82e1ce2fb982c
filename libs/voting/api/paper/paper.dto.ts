import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Length,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { HOUSE_NUMBER, parseEmail, parsePostcode } from '@buurtstem/accounts-domain';
import {
  normaliseName,
  PAPER_SHEET_LINES,
  PAPER_VERDICTS,
  type Choice,
  type PaperVerdict,
} from '@buurtstem/voting-domain';

const CHOICES = ['for', 'against'] as const;
const ENTERED_VERDICTS = ['entered', ...PAPER_VERDICTS] as const;
const LINES = { minItems: 1, maxItems: PAPER_SHEET_LINES };

/** Checks a text by a rule of the domain, so that every mistake on a sheet is named at once. */
function Holds(name: string, isRight: (text: string) => boolean, options?: ValidationOptions) {
  const validate = (value: unknown): boolean => typeof value === 'string' && isRight(value);
  return ValidateBy(
    { name, validator: { validate, defaultMessage: () => `$property is not right` } },
    options,
  );
}

export class PaperVoteDto {
  @ApiProperty({ minLength: 2, maxLength: 100 })
  @Length(2, 100)
  @Holds('aName', (text) => normaliseName(text) !== '')
  name: string;

  @ApiProperty({ example: '1234 AB' })
  @Holds('aPostcode', (text) => parsePostcode(text).ok, { context: { code: 'postcode-not-valid' } })
  postcode: string;

  @ApiProperty({ type: 'integer', minimum: HOUSE_NUMBER.min, maximum: HOUSE_NUMBER.max })
  @IsInt()
  @Min(HOUSE_NUMBER.min)
  @Max(HOUSE_NUMBER.max)
  houseNumber: number;

  @ApiPropertyOptional({ format: 'email', description: 'Where the voter wrote one.' })
  @IsOptional()
  @Holds('anAddress', (text) => parseEmail(text).ok, { context: { code: 'email-not-valid' } })
  email?: string;

  @ApiProperty({ enum: CHOICES, enumName: 'Choice' })
  @IsIn(CHOICES)
  choice: Choice;
}

export class PaperVoteChecksDto {
  @ApiProperty({ type: [PaperVoteDto], ...LINES })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PAPER_SHEET_LINES)
  @ValidateNested({ each: true })
  @Type(() => PaperVoteDto)
  votes: PaperVoteDto[];
}

export class PaperVoteToEnterDto extends PaperVoteDto {
  @ApiPropertyOptional({ description: 'The clerk looked: this is not the neighbour who voted already.' })
  @IsOptional()
  @IsBoolean()
  isAnotherPerson?: boolean;
}

export class EnterPaperVotesDto {
  @ApiProperty({ minLength: 1, maxLength: 60, description: 'What the clerk calls the sheet of paper.' })
  @Length(1, 60)
  sheet: string;

  @ApiProperty({ type: [PaperVoteToEnterDto], ...LINES })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PAPER_SHEET_LINES)
  @ValidateNested({ each: true })
  @Type(() => PaperVoteToEnterDto)
  votes: PaperVoteToEnterDto[];
}

export class PaperVoteCheckDto {
  @ApiProperty({ description: 'Counts the lines that were sent from 1.' }) line: number;
  @ApiProperty({ enum: PAPER_VERDICTS, enumName: 'PaperVerdict' }) verdict: PaperVerdict;
}

export class PaperVoteChecksMadeDto {
  @ApiProperty({ type: [PaperVoteCheckDto] }) items: PaperVoteCheckDto[];
}

export class PaperVoteEntryDto {
  @ApiProperty({ description: 'Counts the lines that were sent from 1.' }) line: number;
  @ApiProperty({ enum: ENTERED_VERDICTS, enumName: 'PaperEntryVerdict' }) verdict: PaperVerdict | 'entered';
}

export class PaperVotesEnteredDto {
  @ApiProperty() entered: number;
  @ApiProperty({ type: [PaperVoteEntryDto] }) items: PaperVoteEntryDto[];
}
