import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentResident, Requires, type CurrentAccount } from '@buurtstem/platform-api';
import { ROLES, type ResidentId, type Role } from '@buurtstem/shared-domain';
import { InviteStaff } from './invite-staff';
import { ListRetentionRuns } from './list-retention-runs';
import { ListStaff } from './list-staff';
import { ReadAuditLog } from './read-audit-log';
import { ResetSecondFactors } from './reset-second-factors';
import { RevokeInvitation } from './revoke-invitation';
import {
  AuditPageDto,
  AuditQueryDto,
  NewInvitationDto,
  RetentionRunListDto,
  StaffInvitationDto,
  StaffListDto,
} from './staff.dto';
import type { StaffInvitation } from './staff-invitation.entity';
import { WithdrawRole } from './withdraw-role';

const roleParam = new ParseEnumPipe(Object.fromEntries(ROLES.map((role) => [role, role])));

/** What an administrator does for the staff of a district, and looks after. */
@ApiTags('staff')
@Controller('districts/:district')
export class StaffController {
  constructor(
    private readonly list: ListStaff,
    private readonly invite: InviteStaff,
    private readonly revoke: RevokeInvitation,
    private readonly withdraw: WithdrawRole,
    private readonly reset: ResetSecondFactors,
    private readonly auditLog: ReadAuditLog,
    private readonly runs: ListRetentionRuns,
  ) {}

  @Requires('manage-staff')
  @Get('staff')
  @ApiOperation({ operationId: 'listStaff', summary: 'The staff of the district, and open invitations' })
  @ApiOkResponse({ type: StaffListDto })
  async listStaff(@Param('district') district: string): Promise<StaffListDto> {
    const { members, invitations } = await this.list.execute(district);
    return {
      items: members.map((member) => ({ ...member, lastSeenAt: member.lastSeenAt.toISOString() })),
      invitations: invitations.map(toInvitationDto),
    };
  }

  @Requires('manage-staff')
  @Post('staff-invitations')
  @ApiOperation({ operationId: 'inviteStaff', summary: 'Invite somebody to a role, by mail' })
  @ApiCreatedResponse({ type: StaffInvitationDto })
  async inviteStaff(
    @Param('district') district: string,
    @Body() body: NewInvitationDto,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<StaffInvitationDto> {
    return toInvitationDto(await this.invite.execute(district, body.email, body.role, resident.id));
  }

  @Requires('manage-staff')
  @Delete('staff-invitations/:invitation')
  @HttpCode(204)
  @ApiOperation({ operationId: 'revokeInvitation', summary: 'Take an open invitation back' })
  @ApiNoContentResponse()
  revokeInvitation(
    @Param('district') district: string,
    @Param('invitation', ParseUUIDPipe) invitation: string,
  ): Promise<void> {
    return this.revoke.execute(district, invitation);
  }

  @Requires('manage-staff')
  @Delete('staff/:account/roles/:role')
  @HttpCode(204)
  @ApiOperation({ operationId: 'withdrawRole', summary: 'Take a role away, at once' })
  @ApiParam({ name: 'role', enum: ROLES })
  @ApiNoContentResponse()
  withdrawRole(
    @Param('district') district: string,
    @Param('account', ParseUUIDPipe) account: string,
    @Param('role', roleParam) role: Role,
  ): Promise<void> {
    return this.withdraw.execute(district, account as ResidentId, role);
  }

  @Requires('manage-staff')
  @Delete('staff/:account/second-factors')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'resetSecondFactors',
    summary: 'Forget the second factors of who lost their phone, and sign that person out',
  })
  @ApiNoContentResponse()
  resetSecondFactors(
    @Param('district') district: string,
    @Param('account', ParseUUIDPipe) account: string,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<void> {
    return this.reset.execute(district, account as ResidentId, resident.id);
  }

  @Requires('read-audit-log')
  @Get('audit-entries')
  @ApiOperation({ operationId: 'listAuditEntries', summary: 'What staff did, newest first' })
  @ApiOkResponse({ type: AuditPageDto })
  async listAuditEntries(
    @Param('district') district: string,
    @Query() { cursor }: AuditQueryDto,
  ): Promise<AuditPageDto> {
    const { items, next } = await this.auditLog.execute(district, cursor ?? null);
    return {
      items: items.map(({ actId, at, actor, action, object, result, network }) => ({
        actId,
        at: at.toISOString(),
        actor,
        action,
        object,
        result,
        network,
      })),
      next,
    };
  }

  @Requires('read-audit-log')
  @Get('retention-runs')
  @ApiOperation({ operationId: 'listRetentionRuns', summary: 'What was thrown away, and when' })
  @ApiOkResponse({ type: RetentionRunListDto })
  async listRetentionRuns(): Promise<RetentionRunListDto> {
    const runs = await this.runs.execute();
    return {
      items: runs.map((run) => ({
        ...run,
        ranAt: run.ranAt.toISOString(),
        before: run.before.toISOString(),
      })),
    };
  }
}

function toInvitationDto({ id, email, role, invitedAt, expiresAt }: StaffInvitation): StaffInvitationDto {
  return { id, email, role, invitedAt: invitedAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
