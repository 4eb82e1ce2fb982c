import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DISPLAY_NAME_LENGTH, EMAIL_MAX_LENGTH } from '@buurtstem/accounts-domain';
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

/** Whether the roles that somebody holds count in this session, and if not, what it takes. */
export const STAFF_ACCESS = ['none', 'enrol', 'confirm', 'open'] as const;
export type StaffAccess = (typeof STAFF_ACCESS)[number];

export class PersonDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, nullable: true })
  displayName: string | null;
}

export class HouseholdDto {
  @ApiProperty({ description: 'Which of the people who share the e-mail address; 1 is the first.' })
  position: number;

  @ApiProperty({ description: 'People that one e-mail address may have.' })
  limit: number;

  @ApiProperty({ type: [PersonDto], description: 'The other people on this e-mail address.' })
  others: PersonDto[];
}

export class AccountDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'email' })
  email: string;

  @ApiProperty({ type: String, nullable: true })
  displayName: string | null;

  @ApiProperty({ type: [RoleDto], description: 'The roles that were given, whether they count now or not.' })
  roles: RoleDto[];

  @ApiProperty({
    enum: STAFF_ACCESS,
    description:
      'none: holds no role. enrol: has no second factor yet. confirm: has one, not confirmed in this session. open: confirmed.',
  })
  staffAccess: StaffAccess;

  @ApiProperty({ type: HouseholdDto })
  household: HouseholdDto;
}

export class SessionDto {
  @ApiProperty({ type: AccountDto, nullable: true })
  account: AccountDto | null;
}

export class HouseholdMemberDto {
  @ApiProperty({ minLength: DISPLAY_NAME_LENGTH.min, maxLength: DISPLAY_NAME_LENGTH.max })
  @Length(DISPLAY_NAME_LENGTH.min, DISPLAY_NAME_LENGTH.max)
  displayName: string;
}

export class PersonChoiceDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  accountId: string;
}

export class SessionSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Whether it is the session of this very request.' })
  current: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  seenAt: string;

  @ApiProperty({ description: 'Browser and system, such as "Firefox, Android"; empty when not known.' })
  agent: string;
}

export class SessionListDto {
  @ApiProperty({ type: [SessionSummaryDto] })
  items: SessionSummaryDto[];
}
