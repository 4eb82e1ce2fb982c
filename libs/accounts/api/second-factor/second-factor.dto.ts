import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SECOND_FACTOR_KINDS, FACTOR_LABEL_LENGTH, type SecondFactorKind } from '@buurtstem/accounts-domain';
import { IsObject, IsString, Length, Matches, ValidateIf } from 'class-validator';

export class SecondFactorDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: SECOND_FACTOR_KINDS })
  kind: SecondFactorKind;

  @ApiProperty()
  label: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt: string | null;
}

export class SecondFactorListDto {
  @ApiProperty({ type: [SecondFactorDto] })
  items: SecondFactorDto[];
}

export class EnrolmentDto {
  @ApiProperty({
    minLength: FACTOR_LABEL_LENGTH.min,
    maxLength: FACTOR_LABEL_LENGTH.max,
    description: 'What the owner calls it, such as "My phone".',
  })
  @IsString()
  @Length(FACTOR_LABEL_LENGTH.min, FACTOR_LABEL_LENGTH.max)
  label: string;
}

export class TotpEnrolmentDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'To type in where no picture can be taken (base32).' })
  secret: string;

  @ApiProperty({ description: 'otpauth://…, what the picture holds.' })
  uri: string;

  @ApiProperty({ type: [String], description: 'Rows of the QR code: 1 is dark, 0 is light.' })
  qr: string[];
}

export class TotpConfirmationDto {
  @ApiProperty({ pattern: '^\\d{6}$' })
  @Matches(/^\d{6}$/)
  code: string;
}

export class PasskeyEnrolmentDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'PublicKeyCredentialCreationOptionsJSON (WebAuthn level 3).',
  })
  options: object;
}

export class PasskeyConfirmationDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'RegistrationResponseJSON, as the browser gave it.',
  })
  @IsObject()
  response: object;
}

export class SecondFactorChallengeDto {
  @ApiProperty({ enum: SECOND_FACTOR_KINDS, isArray: true })
  kinds: SecondFactorKind[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'PublicKeyCredentialRequestOptionsJSON; null without a passkey.',
  })
  passkeyOptions: object | null;
}

export class SecondFactorProofDto {
  @ApiPropertyOptional({ description: 'The six digits that the app shows.', pattern: '^\\d{6}$' })
  @ValidateIf((given: SecondFactorProofDto) => given.code !== undefined || given.passkey === undefined)
  @Matches(/^\d{6}$/)
  code?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'AuthenticationResponseJSON, as the browser gave it, instead of the code.',
  })
  @ValidateIf((given: SecondFactorProofDto) => given.passkey !== undefined || given.code === undefined)
  @IsObject()
  passkey?: object;
}
