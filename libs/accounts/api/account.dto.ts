import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DISPLAY_NAME_LENGTH, EMAIL_MAX_LENGTH } from '@buurtstem/accounts-domain';
import type { CurrentAccount } from '@buurtstem/platform-api';
import { ROLES, type Role } from '@buurtstem/shared-domain';
import { IsString, IsUUID, Length, Matches, MaxLength, ValidateIf } from 'class-validator';

export class SignInRequestDto {
  @ApiProperty({ format: 'email', maxLength: EMAIL_MAX_LENGTH })
  @IsString()
  // Longer than an address may be, since blanks around it are forgiven.
  @MaxLength(EMAIL_MAX_LENGTH + 20)
  email: string;
}

export class SignInRequestedDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class ConfirmationDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  requestId: string;

  @ApiPropertyOptional({ description: 'The six digits from the mail.', pattern: '^\\d{6}$' })
  @ValidateIf((given: ConfirmationDto) => given.code !== undefined || given.token === undefined)
  @Matches(/^\d{6}$/)
  code?: string;

  @ApiPropertyOptional({ description: 'What stands in the link of the mail, instead of the code.' })
  @ValidateIf((given: ConfirmationDto) => given.token !== undefined || given.code === undefined)
  @Matches(/^[\w-]{43}$/)
  token?: string;
}

export class AccountChangeDto {
  @ApiProperty({ minLength: DISPLAY_NAME_LENGTH.min, maxLength: DISPLAY_NAME_LENGTH.max })
  @Length(DISPLAY_NAME_LENGTH.min, DISPLAY_NAME_LENGTH.max)
  displayName: string;
}

export class RoleDto {
  @ApiProperty()
  district: string;

  @ApiProperty({ enum: ROLES })
  role: Role;
}

export class AccountDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'email' })
  email: string;

  @ApiProperty({ type: String, nullable: true })
  displayName: string | null;

  @ApiProperty({ type: [RoleDto] })
  roles: RoleDto[];
}

export class SessionDto {
  @ApiProperty({ type: AccountDto, nullable: true })
  account: AccountDto | null;
}

export function toSessionDto(account: CurrentAccount | null): SessionDto {
  if (!account) return { account: null };
  const { id, email, displayName, heldRoles } = account;
  return {
    account: { id, email, displayName, roles: heldRoles.map(({ district, role }) => ({ district, role })) },
  };
}
