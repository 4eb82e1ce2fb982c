import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { EMAIL_MAX_LENGTH } from '@buurtstem/accounts-domain';
import { ROLES, type Role } from '@buurtstem/shared-domain';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class StaffMemberDto {
  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty({ type: String, nullable: true })
  displayName: string | null;

  @ApiProperty({ format: 'email' })
  email: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles: Role[];

  @ApiProperty()
  hasSecondFactor: boolean;

  @ApiProperty({ format: 'date-time' })
  lastSeenAt: string;
}

export class StaffInvitationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'email' })
  email: string;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ format: 'date-time' })
  invitedAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class StaffListDto {
  @ApiProperty({ type: [StaffMemberDto] })
  items: StaffMemberDto[];

  @ApiProperty({ type: [StaffInvitationDto], description: 'Open invitations.' })
  invitations: StaffInvitationDto[];
}

export class NewInvitationDto {
  @ApiProperty({ format: 'email', maxLength: EMAIL_MAX_LENGTH })
  @IsString()
  @MaxLength(EMAIL_MAX_LENGTH + 20)
  email: string;

  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role: Role;
}

export class InvitingDistrictDto {
  @ApiProperty()
  slug: string;

  @ApiProperty()
  name: string;
}

export class MyInvitationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: InvitingDistrictDto })
  district: InvitingDistrictDto;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Name of who invited; null when it was the operator, or somebody without a name.',
  })
  invitedBy: string | null;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class MyInvitationListDto {
  @ApiProperty({ type: [MyInvitationDto] })
  items: MyInvitationDto[];
}

export class AuditQueryDto {
  @ApiPropertyOptional({ description: 'What the page before gave as `next`.' })
  @IsOptional()
  @Matches(/^[1-9]\d{0,17}$/, { context: { code: 'cursor-not-valid' } })
  cursor?: string;
}

export class AuditEntryDto {
  @ApiProperty({ format: 'uuid' })
  actId: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ description: 'Name and roles as they were then.' })
  actor: string;

  @ApiProperty({ description: 'A verb of the API, such as inviteStaff.' })
  action: string;

  @ApiProperty({ description: 'What it was done to: method and path.' })
  object: string;

  @ApiProperty({
    description: 'done; under-way; cut-off when the end is missing for over a minute; else the refusal code.',
  })
  result: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Short pseudonym of the network; gone after thirty days.',
  })
  network: string | null;
}

export class AuditPageDto {
  @ApiProperty({ type: [AuditEntryDto] })
  items: AuditEntryDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class RetentionRunDto {
  @ApiProperty({ description: 'What was thrown away, such as inactive-accounts.' })
  rule: string;

  @ApiProperty({ format: 'date-time' })
  ranAt: string;

  @ApiProperty({ format: 'date-time', description: 'What was older than this.' })
  before: string;

  @ApiProperty()
  removed: number;
}

export class RetentionRunListDto {
  @ApiProperty({ type: [RetentionRunDto] })
  items: RetentionRunDto[];
}
