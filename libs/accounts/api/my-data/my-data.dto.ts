import { ApiProperty } from '@nestjs/swagger';
import { EMAIL_MAX_LENGTH } from '@buurtstem/accounts-domain';
import { IsString, MaxLength } from 'class-validator';

export class ErasureDto {
  @ApiProperty({
    format: 'email',
    description: 'The e-mail address of the account, typed by its owner: erasing cannot be undone.',
  })
  @IsString()
  @MaxLength(EMAIL_MAX_LENGTH + 20)
  email: string;
}
