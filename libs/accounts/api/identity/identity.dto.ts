import { ApiProperty } from '@nestjs/swagger';
import {
  HOUSE_NUMBER,
  LETTER_BATCH_LABEL,
  LETTER_BATCH_SIZE,
  LETTER_CODE_MAX_INPUT,
  POSTCODE_MAX_INPUT,
  PROOF_METHODS,
  RESIDENT_METHODS,
  RETURN_PATH,
  RETURN_PATH_MAX_LENGTH,
  type ProofMethod,
  type ResidentMethod,
} from '@buurtstem/accounts-domain';
import { IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';

export class IdentityProofDto {
  @ApiProperty({ enum: [1, 2] }) level: 1 | 2;
  @ApiProperty({ enum: PROOF_METHODS, enumName: 'ProofMethod' }) method: ProofMethod;
  @ApiProperty({ format: 'date-time' }) provenAt: string;
}

export class MyIdentityDto {
  @ApiProperty({ enum: [0, 1, 2], description: 'The highest level that was shown in this district.' })
  level: 0 | 1 | 2;

  @ApiProperty({ enum: [0, 1, 2], description: 'The level at which a vote counts here.' })
  needed: 0 | 1 | 2;

  @ApiProperty({
    enum: RESIDENT_METHODS,
    enumName: 'ResidentMethod',
    isArray: true,
    description: 'The ways that lead to the needed level and are set up here.',
  })
  methods: ResidentMethod[];

  @ApiProperty({ type: String, nullable: true, description: 'What residents call the identity provider.' })
  brokerName: string | null;

  @ApiProperty({ type: [IdentityProofDto] })
  proofs: IdentityProofDto[];
}

export class ProveAddressDto {
  @ApiProperty({ description: 'In any spelling: `1055AB`, `1055 ab`.', maxLength: POSTCODE_MAX_INPUT })
  @IsString()
  @MaxLength(POSTCODE_MAX_INPUT)
  postcode: string;

  @ApiProperty({ type: 'integer', minimum: HOUSE_NUMBER.min, maximum: HOUSE_NUMBER.max })
  @IsInt({ context: { code: 'house-number-not-valid' } })
  @Min(HOUSE_NUMBER.min, { context: { code: 'house-number-not-valid' } })
  @Max(HOUSE_NUMBER.max, { context: { code: 'house-number-not-valid' } })
  houseNumber: number;
}

export class UseLetterCodeDto {
  @ApiProperty({
    description: 'As in the letter, `K7M4-9XQ2-R3TD`; blanks, hyphens and lower case are forgiven.',
    maxLength: LETTER_CODE_MAX_INPUT,
  })
  @IsString()
  @MaxLength(LETTER_CODE_MAX_INPUT)
  code: string;
}

export class BrokerQueryDto {
  @ApiProperty({
    description:
      'Path of the page of this site to come back to; it gets `?identiteit=bevestigd` or a refusal code.',
    example: '/west/bevestigen',
    maxLength: RETURN_PATH_MAX_LENGTH,
  })
  @IsString()
  @MaxLength(RETURN_PATH_MAX_LENGTH)
  @Matches(RETURN_PATH, { message: 'returnTo must be the path of a page of this site' })
  returnTo: string;
}

export class AddressTableDto {
  @ApiProperty({ type: 'integer' }) addresses: number;
  @ApiProperty({ type: 'integer', description: 'Neighbourhoods that have an address.' })
  neighbourhoods: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) importedAt: string | null;
}

export class CreateLetterBatchDto {
  @ApiProperty({
    description: 'What the staff call these letters.',
    minLength: LETTER_BATCH_LABEL.min,
    maxLength: LETTER_BATCH_LABEL.max,
  })
  @Length(LETTER_BATCH_LABEL.min, LETTER_BATCH_LABEL.max)
  @Matches(/\S/, { message: 'label must hold more than blanks' })
  label: string;

  @ApiProperty({ type: 'integer', minimum: LETTER_BATCH_SIZE.min, maximum: LETTER_BATCH_SIZE.max })
  @IsInt()
  @Min(LETTER_BATCH_SIZE.min)
  @Max(LETTER_BATCH_SIZE.max)
  size: number;
}

export class NewLetterBatchDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() label: string;
  @ApiProperty({ type: 'integer' }) size: number;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
  @ApiProperty({ type: [String], description: 'Only in this answer: afterwards nobody can read them.' })
  codes: string[];
}

export class LetterBatchDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() label: string;
  @ApiProperty({ type: 'integer' }) size: number;
  @ApiProperty({ type: 'integer' }) used: number;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revokedAt: string | null;
}

export class LetterBatchListDto {
  @ApiProperty({ type: [LetterBatchDto] }) items: LetterBatchDto[];
}
